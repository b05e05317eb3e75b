import type { Construct } from "constructs";
import type { ResolvedLoadBalancer } from "../../config/sections/load-balancer";
import type { ILoadBalancer, LoadBalancerSource } from "../../contracts";
import { external } from "./external";
import { haproxy } from "./haproxy";
import type { LoadBalancerKind, LoadBalancerSite } from "./kind";

/** The kinds of load balancers: a new one of the cluster file does not compile until it stands here. */
const KINDS = { haproxy, external } satisfies {
  readonly [K in ResolvedLoadBalancer["kind"]]: LoadBalancerKind<Extract<ResolvedLoadBalancer, { kind: K }>>;
};

const kindOf = (settings: ResolvedLoadBalancer): LoadBalancerKind<ResolvedLoadBalancer> => KINDS[settings.kind];

/** From where the load balancer reaches nodes; known before anything of it is made, for the firewall. */
export const loadBalancerSource = (settings: ResolvedLoadBalancer): LoadBalancerSource =>
  kindOf(settings).source(settings);

/** The load balancer that the cluster file describes. */
export const loadBalancer = (scope: Construct, settings: ResolvedLoadBalancer, site: LoadBalancerSite): ILoadBalancer =>
  kindOf(settings).create(scope, settings, site);
