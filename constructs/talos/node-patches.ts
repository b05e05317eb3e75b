import type { Json, ResolvedNode, ResolvedPatch, ResolvedPool } from "../config/types";

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
    ...(pool.taints.length > 0
      ? {
          nodeTaints: Object.fromEntries(
            pool.taints.map((t) => [t.key, t.value ? `${t.value}:${t.effect}` : t.effect]),
          ),
        }
      : {}),
  };
  return Object.keys(machine).length > 0 ? [{ machine }] : [];
}
