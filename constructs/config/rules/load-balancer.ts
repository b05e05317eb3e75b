/** The load balancer: its floating IP, and ports 80 and 443. */
import { didYouMean } from "../reader/nearest";
import { type Rule, rule } from "./rule";

const ingressPool = rule({
  id: "ingress-pool",
  needs: ["loadBalancer", "workers"],
  *check({ loadBalancer: { ingress }, workers }) {
    const pools = workers.map(({ name }) => name);
    if (ingress === undefined || pools.includes(ingress.pool)) return;
    yield {
      path: ["loadBalancer", "ingress", "pool"],
      message:
        `there is no such pool of workers; got ${JSON.stringify(ingress.pool)}` +
        didYouMean(ingress.pool, pools) +
        (pools.length > 0 ? `; pools: ${pools.join(", ")}` : "; add one to workers"),
    };
  },
});

const ingressAccess = rule({
  id: "ingress-access",
  needs: ["loadBalancer", "access"],
  *check({ loadBalancer: { ingress } }, { access }) {
    if (ingress !== undefined && (access.ingress ?? []).length === 0) {
      yield {
        path: ["loadBalancer", "ingress"],
        message: "nobody could use it; name the networks that may in access.ingress, 0.0.0.0/0 for everybody",
      };
    }
  },
});

const ingressUnused = rule({
  id: "ingress-unused",
  needs: ["loadBalancer", "access"],
  *check({ loadBalancer: { ingress } }, { access }) {
    if (ingress === undefined && access.ingress !== undefined) {
      yield {
        path: ["access", "ingress"],
        message: "is without effect: the load balancer has no ingress; add loadBalancer.ingress or remove this",
      };
    }
  },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const floatingIpPool = rule({
  id: "floating-ip-pool",
  needs: ["loadBalancer", "network"],
  *check({ loadBalancer, network }) {
    if (network.kind !== "create" || !("floatingIpPool" in loadBalancer) || loadBalancer.network !== undefined) return;
    const { floatingIpPool: pool } = loadBalancer;
    // An ID may be that of the same network.
    if (pool === undefined || pool === network.externalNetwork || UUID.test(pool)) return;
    yield {
      path: ["loadBalancer", "floatingIpPool"],
      message: `must be network.create.externalNetwork (${network.externalNetwork}), to which alone the router leads; got ${JSON.stringify(pool)}; remove it`,
    };
  },
});

/** Rules about the load balancer. */
export const LOAD_BALANCER_RULES: readonly Rule[] = [ingressPool, ingressAccess, ingressUnused, floatingIpPool];
