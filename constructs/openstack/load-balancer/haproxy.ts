import type { Construct } from "constructs";
import { INGRESS_LIMITS, type ResolvedLoadBalancer } from "../../config/sections/load-balancer";
import type { INodeNetwork } from "../../contracts";
import { fromStack } from "../../core/paths";
import { ExistingNetwork } from "../network/existing";
import { PortEndpoint } from "./endpoint";
import { HaproxyServer } from "./haproxy-server";
import type { LoadBalancerKind, LoadBalancerSite } from "./kind";

type Settings = Extract<ResolvedLoadBalancer, { kind: "haproxy" }>;

/** A server that runs HAProxy, for clouds without a load balancer service. */
export const haproxy: LoadBalancerKind<Settings> = {
  source: () => "security-group",
  create(scope, settings, site) {
    const { name, floatingIpPool } = settings;
    const network = networkOf(scope, settings, site);
    const endpoint = new PortEndpoint(scope, "api", {
      name,
      network,
      securityGroupIds: site.securityGroupIds,
      floatingIpPool,
    });
    const { sshPrivateKeyFile: key, ingress } = settings;
    return {
      endpoint,
      serve: (backends) =>
        new HaproxyServer(scope, "load-balancer", {
          ...settings,
          sshPrivateKeyFile: key === undefined ? undefined : fromStack(scope, key),
          endpoint,
          backends,
          ingressLimits: { ...INGRESS_LIMITS, ...ingress, sendProxy: ingress?.proxyProtocol ?? false },
          knownHostsDir: site.knownHostsDir,
          timeoutSeconds: site.timeoutSeconds,
        }),
    };
  },
};

/** The nodes' own network, or another one that exists and that reaches it. */
const networkOf = (scope: Construct, { network }: Settings, site: LoadBalancerSite): INodeNetwork =>
  network === undefined ? site.network : new ExistingNetwork(scope, "load-balancer-network", { name: network });
