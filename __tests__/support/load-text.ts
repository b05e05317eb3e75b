import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ResolvedFile } from "../../constructs/config/cluster";
import { loadConfig } from "../../constructs/load";

/** The cluster of a text, as if it stood in the place of another file, whose patches it can name. */
export function loadText(text: string, beside: string): ResolvedFile {
  const path = join(dirname(beside), `.mutated-${process.pid}.yaml`);
  try {
    writeFileSync(path, text);
    return loadConfig(path);
  } finally {
    rmSync(path, { force: true });
  }
}
