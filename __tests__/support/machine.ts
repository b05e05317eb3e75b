import { parseAllDocuments } from "yaml";
import type { ResolvedClusterConfig } from "../../constructs/config/cluster";
import type { Json } from "../../constructs/config/json";
import type { ResolvedPool } from "../../constructs/config/nodes";
import { nodePatches } from "../../constructs/machine/node-patches";
import { rolePatches } from "../../constructs/machine/role-patches";

type Mapping = Readonly<Record<string, Json>>;

/** The patches that a pool's first node gets, the role's and its own, in order. */
export function patchesOf(config: ResolvedClusterConfig, pool: ResolvedPool): Json[] {
  const [node] = pool.nodes;
  return [...rolePatches(config, pool.machineType), ...(node === undefined ? [] : nodePatches(pool, node))];
}

/** Where keys stand in patches, as dotted paths, without the lists' contents. */
export const keysOf = (value: unknown, path = ""): string[] =>
  isMapping(value)
    ? Object.entries(value).flatMap(([key, inner]) => [`${path}${key}`, ...keysOf(inner, `${path}${key}.`)])
    : [];

/** Every value at a path, from all patches that have it. */
export const valuesAt = (patches: readonly Json[], path: string): Json[] =>
  patches.flatMap((patch) => {
    let value: Json | undefined = patch;
    for (const key of path.split(".")) value = isMapping(value) ? value[key] : undefined;
    return value === undefined ? [] : [value];
  });

/** The manifests that control planes apply by themselves, by name, as text. */
export const manifestsOf = (patches: readonly Json[]): ReadonlyMap<string, string> =>
  new Map(
    (valuesAt(patches, "cluster.inlineManifests").flat() as { name: string; contents: string }[]).map(
      ({ name, contents }) => [name, contents],
    ),
  );

/** A Kubernetes object, as far as tests look into it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Mapping;
}

/** The objects of a manifest. */
export const objectsOf = (text: string): Manifest[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Manifest);

const isMapping = (value: unknown): value is Mapping =>
  typeof value === "object" && value !== null && !Array.isArray(value);
