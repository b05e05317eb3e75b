import { join } from "node:path";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import type { ITalosSecrets } from "./secrets";

export interface TalosBootstrapProps {
  readonly cluster: string;
  /** Host of the APIs: the cluster's name in DNS. */
  readonly apiEndpoint: string;
  /** Address of the load balancer; may be a token. */
  readonly loadBalancerAddress: string;
  readonly secrets: ITalosSecrets;
  /** Version contract, for example v1.13. */
  readonly contract: string;
  /** Addresses of the control planes, the one to bootstrap first; may be tokens. */
  readonly controlPlaneAddresses: readonly string[];
  /** Directory of the talosconfig, relative to the stack or absolute; may be a token. */
  readonly talosconfigDir: string;
  /** Directory of the kubeconfigs, relative to the stack or absolute; may be a token. */
  readonly kubeconfigsDir: string;
  /** Bounds of the waits, in seconds. */
  readonly timeouts: { readonly talosApi: number; readonly kubernetesApi: number };
  /** The DNS gate, the load balancer's configuration and the servers. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** Bootstraps etcd on the first control plane and on no other, and saves talosconfig and kubeconfig. */
export class TalosBootstrap extends Construct {
  /** The null_resource that bootstraps. */
  public readonly bootstrapped: Resource;

  public constructor(scope: Construct, id: string, props: TalosBootstrapProps) {
    super(scope, id);
    this.bootstrapped = new Resource(this, "Resource", {
      // Nothing of this changes in a cluster's life: it is bootstrapped once.
      triggers: { cluster: props.cluster },
      provisioners: [
        localExec(this, {
          script: join(__dirname, "scripts", "bootstrap.sh"),
          environment: {
            CLUSTER: props.cluster,
            API_ENDPOINT: props.apiEndpoint,
            LB_IP: props.loadBalancerAddress,
            SECRETS: props.secrets.file,
            TALOS_CONTRACT: props.contract,
            CONTROL_PLANES: props.controlPlaneAddresses.join(" "),
            TALOSCONFIG_DIR: props.talosconfigDir,
            KUBECONFIG_FILE: `${props.kubeconfigsDir}/kubeconfig-${props.apiEndpoint}`,
            TALOS_API_TIMEOUT: String(props.timeouts.talosApi),
            KUBERNETES_API_TIMEOUT: String(props.timeouts.kubernetesApi),
          },
        }),
      ],
      dependsOn: [props.secrets.made, ...props.dependsOn],
    });
  }
}
