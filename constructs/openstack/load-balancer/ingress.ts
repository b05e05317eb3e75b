import type { ResolvedLoadBalancer } from "../../config/sections/load-balancer";
import type { Backends, INodePool } from "../../contracts";

/** What takes the traffic of ports 80 and 443: the nodes of the pool that the file names. */
export function ingressNodes(
  ingress: ResolvedLoadBalancer["ingress"],
  pools: readonly INodePool[],
): Pick<Backends, "ingress"> {
  if (ingress === undefined) return {};
  const { pool: name, ...ports } = ingress;
  const pool = pools.find((one) => one.machineType === "worker" && one.name === name);
  return { ingress: { nodes: pool?.nodes ?? [], ...ports } };
}
