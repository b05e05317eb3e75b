import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** A text file that was read, or why it could not be. */
type ReadResult = { readonly text: string } | { readonly problem: string };

/** Reads a text file; the only place of the config layer that touches the disk, and it never writes. */
export function readText(path: string): ReadResult {
  try {
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    // Node throws nothing else here; `instanceof` would not hold across realms, as in tests.
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { problem: `file ${path} does not exist` };
    if (code === "EISDIR") return { problem: `${path} is a directory; give the path of a file` };
    return { problem: `cannot read ${path}: ${message}` };
  }
}

/** A path of the cluster file, whose own directory it starts from; `~/` is the home of whoever synthesizes. */
export function pathFrom(directory: string, path: string): string {
  if (path.startsWith("~/")) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : join(directory, path);
}
