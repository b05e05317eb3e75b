import { existsSync, readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";
import { asset } from "../assets";
import type { Json } from "../config/json";
import { sha256 } from "./sha256";

/** Where `npm run shipped` keeps the documents of the shipped files, so that a synth need not parse them. */
export const PARSED_AHEAD = asset("constructs/machine/shipped.json");

/** A file as it was parsed, and the hash of the text that it was parsed from. */
interface Parsed {
  readonly sha256: string;
  readonly documents: readonly Json[];
}

const read = new Map<string, readonly Json[]>();
let ahead: Readonly<Record<string, Parsed>> | undefined;

/** The YAML documents of a file that is shipped with the program, by path from its root; read once, so not to be changed. */
export function shippedDocuments(path: string): readonly Json[] {
  let documents = read.get(path);
  if (documents === undefined) {
    ahead ??= existsSync(PARSED_AHEAD)
      ? (JSON.parse(readFileSync(PARSED_AHEAD, "utf8")) as Readonly<Record<string, Parsed>>)
      : {};
    const known = ahead[path];
    // An edited file no longer matches its hash and is parsed here, which is slower.
    documents = known?.sha256 === sha256(textOf(path)) ? known.documents : parseShipped(path).documents;
    read.set(path, documents);
  }
  return documents;
}

/** Parses a shipped file. */
export function parseShipped(path: string): Parsed {
  const text = textOf(path);
  return { sha256: sha256(text), documents: parseAllDocuments(text).map((document) => document.toJS() as Json) };
}

/** The documents of one of the shipped patches. */
export const shippedPatches = (name: string): readonly Json[] => shippedDocuments(`patches/${name}.yaml`);

const textOf = (path: string): string => readFileSync(asset(path), "utf8");
