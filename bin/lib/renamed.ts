import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { stacksDirectory } from "./cluster-file";

/** Holds the path of the cluster file that a stack is made from, as the stack sees it. */
const NOTE = "cluster-file";

/**
 * Fails when this file had another name in it while a cluster of that name was made: a synth would begin a second cluster,
 * and leave the first one running.
 *
 * Only this machine's own directories are looked at; a pipeline that starts without them has no secrets either.
 */
export function refuseRename(file: string, name: string): void {
  if (!existsSync(stacksDirectory())) return;
  for (const before of readdirSync(stacksDirectory())) {
    const directory = join(stacksDirectory(), before);
    if (before === name || !isOf(directory, file) || !hasCluster(directory)) continue;
    throw new Error(
      `${file} is the file of cluster ${before}, which is still in its state, and calls it ${name}: set name back to ${before}; another cluster takes a file of its own, which CLUSTER_FILE names; if ${before} is nobody's any more, remove ${directory}`,
    );
  }
}

/** Notes which file a stack is made from. */
export function noteFile(file: string, name: string): void {
  const directory = join(stacksDirectory(), name);
  writeFileSync(join(directory, NOTE), `${relative(directory, resolve(file))}\n`);
}

function isOf(directory: string, file: string): boolean {
  const note = join(directory, NOTE);
  return existsSync(note) && resolve(directory, readFileSync(note, "utf8").trim()) === resolve(file);
}

interface Backend {
  readonly terraform?: { readonly backend?: { readonly local?: { readonly path: string } } };
}

/** Whether OpenTofu has made something there; of a state that is elsewhere, whether it was ever asked to. */
function hasCluster(directory: string): boolean {
  const json = join(directory, "cdk.tf.json");
  if (!existsSync(json)) return false;
  const local = (JSON.parse(readFileSync(json, "utf8")) as Backend).terraform?.backend?.local;
  if (local === undefined) return existsSync(join(directory, ".terraform"));
  const state = resolve(directory, local.path);
  if (!existsSync(state)) return false;
  const { resources = [] } = JSON.parse(readFileSync(state, "utf8")) as { resources?: readonly unknown[] };
  return resources.length > 0;
}
