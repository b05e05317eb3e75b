import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import type { IClusterApi } from "./cluster-api";
import { talosLibraries, talosScript } from "./scripts";

export interface NodesReadyProps {
  /** The cluster, every node of which is to be Ready. */
  readonly api: IClusterApi;
  /** Changes when a node gets another server, which has to register anew; may be a token. */
  readonly servers: string;
  /** Where to save the talosconfig, relative to the stack or absolute; may be a token. */
  readonly talosconfigPath: string;
  /** Kind of the pod network, for what the operator is told when `api` does not ask for one. */
  readonly cni: string;
  /** How long to wait, in seconds. */
  readonly timeoutSeconds: number;
  /** The bootstrap and the servers. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Labels the workers' role and waits until every node is Ready; again whenever the cluster has other nodes or servers. */
export class NodesReady extends Construct {
  /** Done when every node is Ready. */
  public readonly done: Resource;

  public constructor(scope: Construct, id: string, props: NodesReadyProps) {
    super(scope, id);
    this.done = new Resource(this, "Resource", {
      triggers: { nodes: props.api.nodes.map(({ name }) => name).join(" "), servers: props.servers },
      provisioners: [
        localExec(this, {
          script: talosScript("nodes-ready"),
          libraries: talosLibraries("nodes", "secrets", "talos", "etcd", "kube", "cilium"),
          environment: {
            ...props.api.environment,
            CNI: props.cni,
            TIMEOUT: String(props.timeoutSeconds),
            TALOSCONFIG_FILE: props.talosconfigPath,
          },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
