import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { labDirectory } from "./directory";

/** Directories of the test runs, by the name of their project. */
const RUNS = () => join(labDirectory(), "runs");

/** A name that no other run has, and a directory for its files. */
export function newRun(): { readonly name: string; readonly directory: string } {
  const name = `e2e-${Date.now().toString(36)}`;
  const directory = join(RUNS(), name);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, "pid"), String(process.pid));
  return { name, directory };
}

/** Takes over the runs whose process is gone: they were killed, or failed and left their files to be looked at. */
export function adoptAbandonedRuns(): string[] {
  if (!existsSync(RUNS())) return [];
  return readdirSync(RUNS()).filter((name) => {
    const pid = join(RUNS(), name, "pid");
    // Without it, another run has just begun, or is just taking this one over.
    if (!existsSync(pid) || existsSync(`/proc/${readFileSync(pid, "utf8")}`)) return false;
    try {
      renameSync(pid, `${pid}.before`); // succeeds for one of those who try
    } catch {
      return false;
    }
    writeFileSync(pid, String(process.pid));
    return true;
  });
}

/** Removes the files of a run. */
export const removeRun = (name: string): void => {
  rmSync(join(RUNS(), name), { recursive: true, force: true });
};
