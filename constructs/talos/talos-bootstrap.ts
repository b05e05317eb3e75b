import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { bare } from "../core/expression";
import { localExec } from "../core/local-exec";
import type { IClusterApi } from "./cluster-api";
import { talosLibraries, talosScript } from "./scripts";

export interface TalosBootstrapProps {
  readonly api: IClusterApi;
  /** ID of the server of the first control plane. A token. */
  readonly firstServerId: string;
  /** Address of the load balancer; may be a token. */
  readonly loadBalancerAddress: string;
  /** Where to save the talosconfig, relative to the stack or absolute; may be a token. */
  readonly talosconfigPath: string;
  /** Where to save the kubeconfig, relative to the stack or absolute; may be a token. */
  readonly kubeconfigPath: string;
  /** Bounds of the waits, in seconds. */
  readonly timeouts: { readonly talosApi: number; readonly kubernetesApi: number };
  /** The secrets, the DNS gate, the load balancer's configuration and the servers. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Bootstraps etcd on the first control plane and on no other, and saves talosconfig and kubeconfig. */
export class TalosBootstrap extends Construct {
  /** Done when etcd is bootstrapped and the Kubernetes API answers. */
  public readonly done: Resource;

  public constructor(scope: Construct, id: string, props: TalosBootstrapProps) {
    super(scope, id);
    const { api, timeouts } = props;
    this.done = new Resource(this, "Resource", {
      triggers: { cluster: api.cluster },
      // A cluster is bootstrapped once; but when all its control planes have other servers, none of them runs etcd, and the
      // first one is among them. While any of them is a member of etcd, the script leaves etcd alone.
      lifecycle: { replaceTriggeredBy: [bare(props.firstServerId)] },
      provisioners: [
        localExec(this, {
          script: talosScript("bootstrap"),
          libraries: talosLibraries("nodes", "secrets", "talos", "etcd", "kube"),
          environment: {
            ...api.environment,
            LB_IP: props.loadBalancerAddress,
            TALOSCONFIG_FILE: props.talosconfigPath,
            KUBECONFIG_FILE: props.kubeconfigPath,
            TALOS_API_TIMEOUT: String(timeouts.talosApi),
            KUBERNETES_API_TIMEOUT: String(timeouts.kubernetesApi),
          },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
