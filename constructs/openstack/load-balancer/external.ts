import type { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { asset } from "../../assets";
import type { ResolvedLoadBalancer } from "../../config/sections/load-balancer";
import type { Backend, Backends } from "../../contracts";
import { localExec } from "../../core/local-exec";
import type { LoadBalancerKind, LoadBalancerSite } from "./kind";

type Settings = Extract<ResolvedLoadBalancer, { kind: "external" }>;

/** A load balancer of somebody else: the apply says what it has to pass on, and waits until it does. */
export const external: LoadBalancerKind<Settings> = {
  source: ({ sources }) => ({ cidrs: sources }),
  create: (scope, { addresses, nodeAddress }, site) => ({
    endpoint: { addresses, nodeAddress },
    serve(backends) {
      const done = wait(scope, addresses, backends, site);
      return { resources: [], done, known: { load_balancer: done } };
    },
  }),
};

/** Done when each address answers as a control plane does. */
function wait(scope: Construct, addresses: readonly string[], backends: Backends, site: LoadBalancerSite): Resource {
  // In the triggers, so that a plan shows what somebody has to change.
  const triggers = { addresses: addresses.join(" "), backends: ports(backends).join("\n") };
  return new Resource(scope, "load-balancer", {
    triggers,
    provisioners: [
      localExec(scope, {
        script: asset("constructs/openstack/load-balancer/scripts/await-load-balancer.sh"),
        environment: {
          ADDRESSES: triggers.addresses,
          BACKENDS: triggers.backends,
          TIMEOUT: String(site.timeoutSeconds),
        },
      }),
    ],
    dependsOn: [...(backends.servers ?? [])],
  });
}

/** A line for each port: the port, then where it leads. */
const ports = ({ controlPlanes, ingress }: Backends): string[] => [
  line(6443, controlPlanes, 6443),
  line(50000, controlPlanes, 50000),
  ...(ingress === undefined
    ? []
    : [line(80, ingress.nodes, ingress.httpNodePort), line(443, ingress.nodes, ingress.httpsNodePort)]),
];

const line = (port: number, backends: readonly Backend[], to: number): string =>
  [port, ...backends.map(({ address }) => `${address}:${to}`)].join(" ");
