/** What the control plane and the pools of workers have in common: alike nodes, which are things with names. */
import { z } from "zod";
import { nodeName } from "../names";
import type { KeyPath } from "../reader/key-path";
import type { ResolvedPatch, WrittenPatch } from "../reader/patches";
import type { Context } from "../section";
import { openStackName } from "../texts";
import { patchList, type ResolvedPatches } from "./patches";

/** The root disk as a Cinder volume instead of the flavor's local disk. */
const rootVolumeOf = (image: string, id: string) =>
  z
    .strictObject({
      sizeGiB: z.int().min(10, `must be at least 10: ${image} and what is written need that much`).meta({
        description: "Size in GiB; on nodes, what the image does not need becomes the EPHEMERAL partition.",
      }),
      type: openStackName.optional().meta({ description: "Volume type. Default: the cloud's default volume type." }),
    })
    .meta({
      id,
      description: "Boot from a volume of this size instead of from the flavor's local disk.",
    });

/** The root disk of a node. */
export const rootVolume = rootVolumeOf("the Talos image", "RootVolume");

/** The root disk of the load balancer. */
export const loadBalancerVolume = rootVolumeOf("its image", "LoadBalancerVolume");

/** The root disk as a Cinder volume; undefined is the flavor's local disk. */
export type RootVolume = z.output<typeof rootVolume> | undefined;

/** The keys of every pool. */
export const machine = {
  flavor: openStackName.meta({ description: "Name of the flavor." }),
  rootVolume: rootVolume.optional(),
  zones: z
    .array(openStackName)
    .default([])
    .meta({ description: "Availability zones, taken in turn by the nodes; empty leaves the choice to Nova." }),
  patches: patchList.meta({ description: "Patches of these nodes only, after the global and the role's." }),
};

/** How Nova spreads the nodes of a pool. */
export const serverGroupPolicy = z
  .enum(["anti-affinity", "soft-anti-affinity", "affinity", "soft-affinity", "none"])
  .meta({ description: "Policy of the pool's server groups; none makes no group." })
  .default("anti-affinity");

/** What a node is for; the words of `machine.type`. */
export type MachineType = "controlplane" | "worker";

/** One node, as named in OpenStack and in Kubernetes. */
export interface ResolvedNode {
  /** `<cluster>-<pool>-<index>`: name of the server, the port, the machine config and the Kubernetes node. */
  readonly name: string;
  /** `control-plane`, or the key of its pool in the file. */
  readonly pool: string;
  readonly machineType: MachineType;
  /** Its place in the pool, from 0. */
  readonly index: number;
  /** Availability zone; undefined leaves the choice to Nova. */
  readonly zone: string | undefined;
  /** Which of the pool's server groups it belongs to, from 0. */
  readonly group: number;
  /** Patches of this node alone. */
  readonly patches: readonly ResolvedPatch[];
}

/** Server groups have a size, and single nodes may have patches. */
export interface PoolContext extends Context {
  readonly openstack: { readonly serverGroupSize: number };
  readonly patchesOfNodes: ResolvedPatches["nodes"];
}

/** What decides the nodes of a pool. */
interface WrittenPool {
  readonly count: number;
  readonly zones: readonly string[];
  readonly patches: readonly WrittenPatch[];
}

/** A pool with its nodes, and everything else as it was written. */
export function resolvePool<W extends WrittenPool>(
  { count, zones, patches, ...rest }: W,
  identity: { readonly name: string; readonly machineType: MachineType; readonly place: KeyPath },
  context: PoolContext,
) {
  const { name, machineType, place } = identity;
  const node = (index: number): ResolvedNode => {
    const itsName = nodeName(context.name, name, index);
    return {
      name: itsName,
      pool: name,
      machineType,
      index,
      zone: zones[index % zones.length],
      group: Math.floor(index / context.openstack.serverGroupSize),
      patches: context.patchesOfNodes[itsName] ?? [],
    };
  };
  return {
    ...rest,
    /** `control-plane`, or the pool's key in the file. */
    name,
    machineType,
    /** Patches of the pool alone. */
    patches: context.patches(patches, [...place, "patches"]),
    nodes: Array.from({ length: count }, (_, index) => node(index)),
  };
}
