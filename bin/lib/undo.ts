import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Where the JSON of the clusters is written. */
const outdir = (): string => process.env["CDKTF_OUTDIR"] ?? "cdktf.out";

/** Writes the files of a stack; when that fails, what was not there before is gone again. */
export function writeStack(name: string, write: () => void): void {
  const stacks = join(outdir(), "stacks");
  const made = [outdir(), stacks, join(stacks, name)].find((directory) => !existsSync(directory));
  try {
    write();
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}
