import type { IResolvable, ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ResolvedClusterConfig } from "../config/cluster";
import type { ICloud, KnownResources } from "../contracts";
import type { TerraformData } from "../core/terraform-data";
import { ControlPlanesStay } from "./control-planes";
import { type CaFingerprint, ClusterFacts } from "./facts";
import { Protection } from "./protection";

export interface ClusterGuardProps {
  readonly config: ResolvedClusterConfig;
  readonly cloud: ICloud;
  /** ID of the network of the nodes; may be a token. */
  readonly networkId: string;
  readonly ca: CaFingerprint;
  /** ID of the security group of the control planes. A token. */
  readonly controlPlaneGroupId: string;
  /** Whether a plan may destroy nothing that holds data; may be a token. */
  readonly protect: boolean | IResolvable;
  /** The servers of all nodes. */
  readonly servers: readonly ITerraformDependable[];
}

/** What no edit, no name and no machine does to a cluster by accident: a plan that would fails with one sentence. */
export class ClusterGuard extends Construct {
  public readonly known: KnownResources & Readonly<Record<"facts", TerraformData>>;

  public constructor(scope: Construct, id: string, props: ClusterGuardProps) {
    super(scope, id);
    const { config } = props;
    const facts = new ClusterFacts(this, "facts", props);
    new ControlPlanesStay(this, "control-planes", {
      cluster: config.name,
      count: config.controlPlane.nodes.length,
      securityGroupId: props.controlPlaneGroupId,
    });
    const protection = new Protection(this, "protected", { ...props, projectId: facts.projectId });
    this.known = {
      facts: facts.resource,
      // Part of what OpenTofu says when it refuses a plan.
      protected_unless_var_protect_is_false: protection.resource,
    };
  }
}
