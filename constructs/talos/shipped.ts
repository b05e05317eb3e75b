import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Json } from "../config/types";

const ROOT = join(__dirname, "..", "..");
const texts = new Map<string, string>();

/** The text of a file that is shipped with the program, by path from its root; each file is read once. */
export function shippedText(path: string): string {
  let text = texts.get(path);
  if (text === undefined) {
    text = readFileSync(join(ROOT, path), "utf8");
    texts.set(path, text);
  }
  return text;
}

/** The YAML documents of a file that is shipped with the program. */
export const shippedDocuments = (path: string): Json[] =>
  parseAllDocuments(shippedText(path)).map((document) => document.toJS() as Json);

/** The documents of one of the shipped patches. */
export const shippedPatches = (name: string): Json[] => shippedDocuments(`patches/${name}.yaml`);
