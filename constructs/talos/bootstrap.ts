import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import { ACCESS_LIBRARY, accessEnvironment, type ClusterAccess, talosScript } from "./access";

export interface TalosBootstrapProps {
  readonly access: ClusterAccess;
  /** Address of the load balancer; may be a token. */
  readonly loadBalancerAddress: string;
  /** Directory of the talosconfig, relative to the stack or absolute; may be a token. */
  readonly talosconfigDir: string;
  /** Directory of the kubeconfigs, relative to the stack or absolute; may be a token. */
  readonly kubeconfigsDir: string;
  /** Bounds of the waits, in seconds. */
  readonly timeouts: { readonly talosApi: number; readonly kubernetesApi: number };
  /** The secrets, the DNS gate, the load balancer's configuration and the servers. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Bootstraps etcd on the first control plane and on no other, and saves talosconfig and kubeconfig. */
export class TalosBootstrap extends Construct {
  /** The null_resource that bootstraps. */
  public readonly bootstrapped: Resource;

  public constructor(scope: Construct, id: string, props: TalosBootstrapProps) {
    super(scope, id);
    const { access, timeouts } = props;
    this.bootstrapped = new Resource(this, "Resource", {
      // Nothing of this changes in a cluster's life: it is bootstrapped once.
      triggers: { cluster: access.cluster },
      provisioners: [
        localExec(this, {
          script: talosScript("bootstrap"),
          libraries: [ACCESS_LIBRARY],
          environment: {
            ...accessEnvironment(access),
            LB_IP: props.loadBalancerAddress,
            TALOSCONFIG_FILE: `${props.talosconfigDir}/talosconfig`,
            KUBECONFIG_FILE: `${props.kubeconfigsDir}/kubeconfig-${access.apiEndpoint}`,
            TALOS_API_TIMEOUT: String(timeouts.talosApi),
            KUBERNETES_API_TIMEOUT: String(timeouts.kubernetesApi),
          },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
