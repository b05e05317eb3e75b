import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { outputDirectory, stacksDirectory } from "./cluster-file";

/** Writes the files of a stack; when that fails, what was not there before is gone again. */
export function writeStack(name: string, write: () => void): void {
  const stacks = stacksDirectory();
  const made = [outputDirectory(), stacks, join(stacks, name)].find((directory) => !existsSync(directory));
  try {
    write();
  } catch (error) {
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
}
