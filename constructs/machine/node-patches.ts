import type { Json } from "../config/json";
import type { ResolvedPool } from "../config/nodes";
import type { ResolvedPatch } from "../config/reader/patches";
import type { ResolvedNode } from "../config/sections/pool";

/** The documents of patches, in order. */
export const documentsOf = (patches: readonly ResolvedPatch[]): Json[] => patches.flatMap((patch) => patch.documents);

/** What distinguishes a node from the others of its role: its name, its pool's labels and so on, and its patches. */
export function nodePatches(pool: ResolvedPool, node: ResolvedNode): Json[] {
  return [hostname(node), ...nodeMetadata(pool), ...documentsOf(pool.patches), ...documentsOf(node.patches)];
}

/**
 * The node's name is the server's, whatever domain the metadata service appends to it.
 *
 * `machine.network.hostname` would conflict with the document of this kind that `gen config` writes since 1.12.
 */
const hostname = (node: ResolvedNode): Json => ({
  apiVersion: "v1alpha1",
  kind: "HostnameConfig",
  hostname: node.name,
  auto: "off",
});

function nodeMetadata(pool: ResolvedPool): Json[] {
  const machine: Record<string, Json> = {
    ...(Object.keys(pool.labels).length > 0 ? { nodeLabels: { ...pool.labels } } : {}),
    ...(Object.keys(pool.annotations).length > 0 ? { nodeAnnotations: { ...pool.annotations } } : {}),
    ...(pool.taints.length > 0 ? { kubelet: { extraConfig: { registerWithTaints: pool.taints.map(taint) } } } : {}),
  };
  return Object.keys(machine).length > 0 ? [{ machine }] : [];
}

/**
 * Taints come with the kubelet when it registers. Not by `machine.nodeTaints`: NodeRestriction forbids a worker to change
 * its taints, and Talos sends them with labels and annotations in one update, which is refused as a whole.
 * https://github.com/siderolabs/talos/issues/6750
 */
const taint = ({ key, value, effect }: ResolvedPool["taints"][number]): Json => ({
  key,
  ...(value === "" ? {} : { value }),
  effect,
});
