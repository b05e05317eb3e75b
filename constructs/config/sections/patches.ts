/** Patches of Talos' machine config, by how far they reach. */
import { z } from "zod";
import type { Immutable } from "../json";
import type { ResolvedPatch } from "../reader/patches";
import { type Context, section } from "../section";
import { ESCAPED, path as pathText } from "../texts";

/**
 * A patch of Talos' machine config: the path of a YAML file (relative to the cluster file), or the patch itself.
 *
 * Strategic merge patches only; JSON6902 patches fail on the multi-document configs of Talos 1.12 and newer.
 */
const patch = z
  .union([z.string().min(1), z.record(z.string(), z.json()), z.array(z.json())])
  .register(ESCAPED, { by: "renderJson" })
  .meta({
    id: "Patch",
    title: "path or patch",
    description: "A strategic merge patch: the path of a YAML file relative to this file, or the patch itself.",
  });

/** Patches in the order in which they are merged. */
export const patchList = z.array(patch).default([]);

const schema = z
  .strictObject({
    global: patchList.meta({ description: "Patches of every node." }),
    controlPlane: patchList.meta({ description: "Patches of the control planes." }),
    worker: patchList.meta({ description: "Patches of the workers." }),
    secret: z
      .array(pathText)
      .default([])
      .meta({
        description:
          "Paths of patch files with passwords, for every node, after all other patches. Only the apply reads them: neither " +
          "synth nor plan does. New content reaches running nodes with their next change, or at once under another name.",
      }),
    nodes: z.record(z.string(), patchList).default({}).meta({ description: "Patches of single nodes, by node name." }),
  })
  .prefault({})
  .meta({
    id: "Patches",
    description: "Patches of Talos' machine config, merged in the order global, role, pool, node.",
  });

function resolve({ nodes, secret, ...roles }: z.output<typeof schema>, context: Context) {
  const read = (reach: keyof typeof roles) => context.patches(roles[reach], ["patches", reach]);
  return {
    /** As written, by node name; each is also in its node. Kept to find names that no node has. */
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([node, list]): [string, readonly ResolvedPatch[]] => [
        node,
        context.patches(list, ["patches", "nodes", node]),
      ]),
    ),
    /** Paths, which nothing here reads. */
    secret: secret.map((file) => context.path(file)),
    global: read("global"),
    controlPlane: read("controlPlane"),
    worker: read("worker"),
  };
}

/** Patches, read and parsed. */
export type ResolvedPatches = Immutable<ReturnType<typeof resolve>>;

/** Patches of Talos' machine config. */
export const patches = section({ schema, resolve });
