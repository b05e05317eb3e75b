import type { IResolvable, ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ResolvedClusterConfig } from "../config/cluster";
import { volumeName } from "../config/names";
import type { ICloud } from "../contracts";
import { bare } from "../core/expression";
import { overrideNatively } from "../core/native-override";
import { TerraformData } from "../core/terraform-data";

export interface ProtectionProps {
  readonly config: ResolvedClusterConfig;
  /** Whether a plan may destroy none of them; may be a token. */
  readonly protect: boolean | IResolvable;
  readonly cloud: ICloud;
  /** Reference to the ID of the project that the cluster was made in, without braces. */
  readonly projectId: string;
  /** What is not destroyed without the protection, also where somebody leaves the protection out by `-exclude`. */
  readonly servers: readonly ITerraformDependable[];
}

/**
 * One instance for each control plane, each pool that has nodes, its server groups and each data volume, none of which a
 * plan may destroy.
 *
 * The block stays in the configuration when a name leaves it, so that OpenTofu refuses to destroy that instance: a rule on
 * the server itself would be gone together with the server. Credentials of another project destroy nothing either: they find
 * nothing, and OpenTofu would forget a cluster that lives.
 */
export class Protection extends Construct {
  /** The resource, for a name of its own. */
  public readonly resource: TerraformData;

  public constructor(scope: Construct, id: string, props: ProtectionProps) {
    super(scope, id);
    this.resource = new TerraformData(this, "Resource", {
      // What the expression below replaces; whoever has the JSON alone is protected as the file says.
      lifecycle: { preventDestroy: props.config.protect },
      dependsOn: [...props.servers],
    });
    this.resource.addOverride("for_each", `\${toset(${JSON.stringify(keysOf(props.config))})}`);
    overrideNatively(this, "terraform_data", this.resource, {
      prevent_destroy: `${bare(props.protect)} || ${props.projectId} != ${bare(props.cloud.projectId)}`,
    });
  }
}

/** What is missed when it is gone: by its name in OpenStack, a pool by its name in the file. */
function keysOf({ controlPlane, workers }: ResolvedClusterConfig): readonly string[] {
  const pools = workers.filter(({ nodes }) => nodes.length > 0);
  const volumesOf = ({ nodes, volumes }: (typeof workers)[number]) =>
    nodes.flatMap((node) => volumes.map(({ name }) => volumeName(node.name, name)));
  return [
    ...controlPlane.nodes.map(({ name }) => name),
    ...pools.map(({ name }) => `pool ${name}`),
    // Without its groups, nothing says any more that running nodes are to be on several hosts.
    ...[controlPlane, ...pools]
      .filter(({ serverGroupPolicy }) => serverGroupPolicy !== "none")
      .map(({ name }) => `server groups of ${name}`),
    ...pools.flatMap(volumesOf),
  ];
}
