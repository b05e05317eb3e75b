import { Construct } from "constructs";
import type { INodePool } from "../../contracts";
import { NodePool, type NodePoolProps } from "./node-pool";

type OfThePool = "name" | "machineType" | "nodes" | "flavor" | "rootVolume" | "serverGroupPolicy" | "volumes";

/** What distinguishes a pool from the others of its cluster. */
export type PoolSettings = Pick<NodePoolProps, OfThePool>;

/** What the pools of a cluster have in common. */
export interface PoolsSite extends Omit<NodePoolProps, OfThePool | "securityGroupIds"> {
  /** Security groups of a node, by what it is. */
  readonly securityGroupIds: Readonly<Record<INodePool["machineType"], readonly string[]>>;
}

/** All pools of a cluster, below a scope of their own: operators choose their names, which here collide with nothing. */
export function nodePools(scope: Construct, id: string, pools: readonly PoolSettings[], site: PoolsSite): NodePool[] {
  const namespace = new Construct(scope, id);
  return pools.map(
    (pool) =>
      new NodePool(namespace, pool.name, {
        ...site,
        ...pool,
        securityGroupIds: site.securityGroupIds[pool.machineType],
      }),
  );
}
