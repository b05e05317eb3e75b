/** Ports 80 and 443 of the load balancer. */
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

/** Rules about ingress. */
export const INGRESS_RULES: readonly Rule[] = [ingressPool, ingressAccess, ingressUnused];
