import type { ClusterFile } from "../../constructs/config/cluster";
import { writeChoices } from "../../tools/choices/record";
import { versionsOf } from "./versions";

/** Writes down what the cluster files of a story have chosen, which ran to its end; see tools/choices. */
export function recordChoices(story: string, ...files: readonly ClusterFile[]): void {
  const [first] = files;
  if (first === undefined) throw new Error(`${story} has no cluster file to write down`);
  writeChoices(story, { on: new Date().toISOString().slice(0, 10), ...versionsOf(first) }, files);
}
