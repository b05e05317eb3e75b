import { join } from "node:path";
import { AnnotationMetadataEntryType, type Manifest } from "cdktf";
import type { ResolvedFile } from "../../constructs/config/cluster";
import { lockProviders } from "./lock-file";
import { keepOtherStacks } from "./other-stacks";
import { summary } from "./summary";

/** The CLI sets this for programs that it runs; it prints their annotations by itself. */
const BY_CLI = "CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS";

/**
 * Says what a synth of one cluster has written, what it will be, and what to do next; keeps the directories of others, and
 * gives the stack its lock file.
 */
export function reportSynth(file: string, resolved: ResolvedFile, manifest: Manifest): void {
  const { name } = resolved.config;
  const stack = manifest.stacks[name];
  if (stack === undefined) throw new TypeError(`the manifest has no stack ${name}`);
  if (process.env[BY_CLI] === undefined) {
    const { WARN } = AnnotationMetadataEntryType;
    const warnings = stack.annotations.filter(({ level }) => level === WARN);
    for (const { message } of warnings) console.error(`warning: ${message}`);
  }
  const others = keepOtherStacks(manifest);
  const locked = lockProviders(file, join(manifest.outdir, stack.workingDirectory));
  const path = (part: string) => join(manifest.outdir, part);
  const directory = path(stack.workingDirectory);
  console.log(`${path(stack.synthesizedStackPath)} is written from ${file}:\n\n${summary(resolved)}\n`);
  if (others.length > 0) {
    const kept = others.map((name) => join(manifest.outdir, "stacks", name)).join(" ");
    console.log(`Of other clusters, and left as they are: ${kept}\n`);
  }
  if (locked !== undefined) console.log(`${locked}\n`);
  console.log(`Next: tofu -chdir=${directory} init && tofu -chdir=${directory} apply`);
}
