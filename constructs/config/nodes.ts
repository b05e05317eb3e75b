/** The nodes of a cluster, and the pools that they belong to. */
import type { KeyPath } from "./reader/key-path";
import type { ResolvedControlPlane } from "./sections/control-plane";
import type { ResolvedNode } from "./sections/pool";
import type { ResolvedWorkerPool } from "./sections/workers";

/** Nodes that are alike: the control plane, or one pool of workers. */
export type ResolvedPool = ResolvedWorkerPool;

/** What knows the nodes: the resolved config, or the two sections of it that list them. */
export interface Pools {
  readonly controlPlane: ResolvedControlPlane;
  readonly workers: readonly ResolvedPool[];
}

/** The control plane and the pools of workers. */
export const allPools = ({ controlPlane, workers }: Pools): readonly ResolvedPool[] => [controlPlane, ...workers];

/** Every node: control planes first, then the workers by pool. */
export const allNodes = (pools: Pools): readonly ResolvedNode[] => allPools(pools).flatMap(({ nodes }) => nodes);

/** Number of nodes. */
export const nodeCount = (pools: Pools): number =>
  allPools(pools).reduce((count, { nodes }) => count + nodes.length, 0);

/** Names of all nodes, in the order of `allNodes`. */
export const nodeNames = (pools: Pools): readonly string[] => allNodes(pools).map(({ name }) => name);

/** Where a pool stands in the cluster file. */
export const poolPath = ({ name, machineType }: ResolvedPool): KeyPath =>
  machineType === "controlplane" ? ["controlPlane"] : ["workers", name];
