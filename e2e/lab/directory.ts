import { join } from "node:path";

/** Directory of the lab; `lab/lab.sh` has brought it up. */
export function labDirectory(): string {
  const directory = process.env["LAB_DIR"];
  if (directory === undefined) throw new Error("LAB_DIR is not set: run the tests by npm run e2e");
  return directory;
}

/** A script of the lab that runs, which other sources than those of this checkout may have brought up. */
export const labScript = (...path: string[]): string => join(labDirectory(), "sources", ...path);
