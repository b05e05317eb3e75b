import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import type { ResolvedClusterConfig } from "../config/types";
import { localExec } from "../core/local-exec";
import { ACCESS_LIBRARY, accessEnvironment, type ClusterAccess, talosScript } from "./access";

export interface NodesReadyProps {
  readonly access: ClusterAccess;
  /** Names of the control planes. */
  readonly controlPlanes: readonly string[];
  /** Names of the workers. */
  readonly workers: readonly string[];
  /** Changes when a node gets another server, which has to register anew; may be a token. */
  readonly servers: string;
  /** Directory of the talosconfig, relative to the stack or absolute; may be a token. */
  readonly talosconfigDir: string;
  /** The pod network; none is not waited for. */
  readonly cni: Pick<ResolvedClusterConfig["cni"], "kind" | "waitForReady">;
  /** How long to wait, in seconds. */
  readonly timeoutSeconds: number;
  /** The bootstrap and the servers. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Labels the workers' role and waits until every node is Ready; again whenever the cluster has other nodes or servers. */
export class NodesReady extends Construct {
  /** The null_resource that waits. */
  public readonly ready: Resource;

  public constructor(scope: Construct, id: string, props: NodesReadyProps) {
    super(scope, id);
    this.ready = new Resource(this, "Resource", {
      triggers: { nodes: [...props.controlPlanes, ...props.workers].join(" "), servers: props.servers },
      provisioners: [
        localExec(this, {
          script: talosScript("nodes-ready"),
          libraries: [ACCESS_LIBRARY],
          environment: {
            ...accessEnvironment(props.access),
            CONTROL_PLANE_NODES: props.controlPlanes.join(" "),
            WORKERS: props.workers.join(" "),
            CNI: props.cni.kind,
            WAIT: String(props.cni.waitForReady),
            TIMEOUT: String(props.timeoutSeconds),
            TALOSCONFIG_FILE: `${props.talosconfigDir}/talosconfig`,
          },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
