/** Which nodes each patch of the cluster reaches, and what its documents say. */
import type { ClusterSection, ResolvedClusterConfig } from "../cluster";
import { allPools } from "../nodes";
import { isMapping, type KeyPath, valueAt } from "../reader/key-path";
import type { ResolvedPatch } from "../reader/patches";
import type { MachineType, ResolvedNode } from "../sections/pool";
import { type Rule, rule, type Violation } from "./rule";

/** One document of a patch, and the nodes that it is merged into. */
export interface PatchDocument {
  readonly patch: ResolvedPatch;
  readonly index: number;
  readonly content: Readonly<Record<string, unknown>>;
  /** Whether it is of Talos' main config: machine and cluster, without a kind. */
  readonly isMain: boolean;
  readonly machineTypes: readonly MachineType[];
  /** The only node that it reaches; undefined if it is not a patch of a single node. */
  readonly node: ResolvedNode | undefined;
}

/** The sections that decide which patches there are, and whom they reach. */
const PATCH_SECTIONS = ["name", "controlPlane", "workers", "patches"] as const;
type PatchSection = (typeof PATCH_SECTIONS)[number];

/** Every patch document of the cluster; a patch of an unknown node reaches nothing and is left out. */
export function patchDocuments(config: Pick<ResolvedClusterConfig, PatchSection>): readonly PatchDocument[] {
  const { patches, controlPlane, workers } = config;
  return [
    ...patches.global.flatMap(reach(["controlplane", "worker"])),
    ...patches.controlPlane.flatMap(reach(["controlplane"])),
    ...patches.worker.flatMap(reach(["worker"])),
    ...controlPlane.patches.flatMap(reach(["controlplane"])),
    ...workers.flatMap((pool) => pool.patches.flatMap(reach(["worker"]))),
    ...allPools(config).flatMap(({ machineType, nodes }) =>
      nodes.flatMap((node) => node.patches.flatMap(reach([machineType], node))),
    ),
  ];
}

const reach =
  (machineTypes: readonly MachineType[], node?: ResolvedNode) =>
  (patch: ResolvedPatch): readonly PatchDocument[] =>
    patch.documents.flatMap((content, index) =>
      isMapping(content) ? [{ patch, index, content, isMain: content["kind"] === undefined, machineTypes, node }] : [],
    );

/** A rule about each patch document by itself, and about more sections if it needs them. */
export const patchRule = <const S extends ClusterSection = never>(
  id: string,
  check: (document: PatchDocument, config: Pick<ResolvedClusterConfig, PatchSection | S>) => Iterable<Violation>,
  more: readonly S[] = [],
): Rule =>
  rule<PatchSection | S>({
    id,
    needs: [...PATCH_SECTIONS, ...more],
    *check(config) {
      for (const document of patchDocuments(config)) yield* check(document, config);
    },
  });

/** A violation inside of a patch document. */
export const at = ({ patch, index }: PatchDocument, path: KeyPath, message: string): Violation => ({
  path,
  message,
  inPatch: { patch, document: index },
});

/** The value that a document sets at a path; undefined if it sets none, or deletes it. */
export function setAt(document: PatchDocument, path: KeyPath): unknown {
  const value = document.isMain ? valueAt(document.content, path) : undefined;
  return isMapping(value) && value["$patch"] === "delete" ? undefined : value;
}
