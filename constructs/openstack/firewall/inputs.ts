import type { ResolvedClusterConfig } from "../../config/cluster";
import { nodeServices } from "../../machine/node-services";
import { loadBalancerSource } from "../load-balancer";
import type { FirewallInputs } from "./rules";

/** What a cluster's config says of its rules. */
export const firewallInputs = (config: ResolvedClusterConfig): FirewallInputs => ({
  access: config.access,
  cni: config.cni.kind,
  services: nodeServices(config),
  loadBalancer: loadBalancerSource(config.loadBalancer),
  ingress: config.loadBalancer.ingress,
});
