import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Json } from "../config/types";

const ROOT = join(__dirname, "..", "..");
const documents = new Map<string, readonly Json[]>();

/** The YAML documents of a file that is shipped with the program; parsed once, so not to be changed. */
export function shippedDocuments(path: string): readonly Json[] {
  let parsed = documents.get(path);
  if (parsed === undefined) {
    parsed = parseAllDocuments(readFileSync(join(ROOT, path), "utf8")).map((document) => document.toJS() as Json);
    documents.set(path, parsed);
  }
  return parsed;
}

/** The documents of one of the shipped patches. */
export const shippedPatches = (name: string): readonly Json[] => shippedDocuments(`patches/${name}.yaml`);
