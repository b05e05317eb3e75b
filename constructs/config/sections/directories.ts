/** Directories of the operator's machine that hold what the apply writes. */
import { join } from "node:path";
import { z } from "zod";
import type { Immutable } from "../json";
import { type Context, section, type SectionRule } from "../section";
import { path as pathText } from "../texts";
import { insideOfOutput } from "./output";

const schema = z
  .strictObject({
    talosconfig: pathText.optional().meta({
      description: "secrets.yaml, talosconfig and the machine configs. Default: talosconfig/<name>.",
    }),
    kubeconfigs: pathText.default("kubeconfigs").meta({ description: "The kubeconfigs." }),
  })
  .prefault({})
  .meta({ id: "Directories", description: "Where the apply writes files, relative to this file." });

const resolve = ({ talosconfig, kubeconfigs }: z.output<typeof schema>, { name, path }: Context) => ({
  talosconfig: path(talosconfig ?? join("talosconfig", name)),
  kubeconfigs: path(kubeconfigs),
});

/** Paths relative to the working directory of the synth, or absolute. */
export type ResolvedDirectories = Immutable<ReturnType<typeof resolve>>;

const filesInOutput: SectionRule<unknown, ResolvedDirectories> = {
  id: "files-in-output",
  *check(directories) {
    for (const [key, directory] of Object.entries(directories)) yield* insideOfOutput([key], directory);
  },
};

/** Directories that hold what the apply writes. */
export const directories = section({ schema, resolve, rules: [filesInOutput] });
