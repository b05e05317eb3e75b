import { readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** A text file that was read, or why it could not be. */
type ReadResult = { readonly text: string } | { readonly problem: string };

/** Longest file that is read, in bytes; longer ones hold no cluster, and take long. */
const MAX_BYTES = 256 * 1024;

/** Reads a text file; the only place of the config layer that touches the disk, and it never writes. */
export function readText(path: string): ReadResult {
  try {
    const status = statSync(path);
    if (status.isDirectory()) return { problem: `${path} is a directory; give the path of a file` };
    // A device may have no end. A FIFO is what a shell makes of <(command).
    if (!status.isFile() && !status.isFIFO()) return { problem: `${path} is not a file; give the path of one` };
    if (status.size > MAX_BYTES) {
      return { problem: `${path} has ${status.size} bytes; at most ${MAX_BYTES} are read; is it the right file?` };
    }
    return { text: readFileSync(path, "utf8") };
  } catch (error) {
    // Node throws nothing else here; `instanceof` would not hold across realms, as in tests.
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { problem: `file ${path} does not exist` };
    return { problem: `cannot read ${path}: ${message}` };
  }
}

/** A path of the cluster file, whose own directory it starts from; `~/` is the home of whoever synthesizes. */
export function pathFrom(directory: string, path: string): string {
  if (path.startsWith("~/")) return join(homedir(), path.slice(2));
  return isAbsolute(path) ? path : join(directory, path);
}
