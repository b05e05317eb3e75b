import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Directory of the package: the nearest one above this file that holds its package.json, compiled or not. */
const ROOT = rootAbove(__dirname);

/**
 * Absolute path of a file that is shipped with the package: a script, a patch, a manifest.
 *
 * Given by its path from the package's root, which is the same in a checkout and in an installed package.
 */
export const asset = (path: string): string => join(ROOT, path);

function rootAbove(directory: string): string {
  if (existsSync(join(directory, "package.json"))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`no package.json above ${__dirname}: the package is not complete`);
  return rootAbove(parent);
}
