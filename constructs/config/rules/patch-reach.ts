/** Which nodes each patch of the cluster reaches, and what its documents say. */
import { allPools } from "../nodes";
import { isMapping, type KeyPath, valueAt } from "../reader/key-path";
import type { Section } from "../sections";
import type { MachineType, ResolvedClusterConfig, ResolvedNode, ResolvedPatch } from "../types";
import type { Rule, Violation } from "./rule";

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

/** Every patch document of the cluster; a patch of an unknown node reaches nothing and is left out. */
export function patchDocuments(config: ResolvedClusterConfig): readonly PatchDocument[] {
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

const PATCH_SECTIONS: readonly Section[] = ["name", "controlPlane", "workers", "patches"];

/** A rule about each patch document by itself. */
export const patchRule = (
  id: string,
  check: (document: PatchDocument, config: ResolvedClusterConfig) => Iterable<Violation>,
  more: readonly Section[] = [],
): Rule => ({
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
