import type { Construct } from "constructs";
import type { ILoadBalancer, INodeNetwork, LoadBalancerSource } from "../../contracts";

/** Where a load balancer is made, and what the cluster gives to each kind of it. */
export interface LoadBalancerSite {
  /** The network of the nodes. */
  readonly network: INodeNetwork;
  /** Security groups of a load balancer's port. */
  readonly securityGroupIds: readonly string[];
  /** Directory of the operator's machine for SSH host keys; relative to the stack or absolute; may be a token. */
  readonly knownHostsDir: string;
  /** How long to wait for the load balancer, in seconds. */
  readonly timeoutSeconds: number;
}

/** What a kind of load balancer is: one file that exports one of these, and one line in the index. */
export interface LoadBalancerKind<Settings> {
  /** From where it reaches nodes. */
  source(settings: Settings): LoadBalancerSource;
  /** Makes its endpoint, and what serves it later, in this scope. */
  create(scope: Construct, settings: Settings, site: LoadBalancerSite): ILoadBalancer;
}
