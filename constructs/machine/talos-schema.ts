/** Kinds, keys and types of Talos' machine config, so that a slip is found before the apply. */
import { readFileSync } from "node:fs";
import { asset } from "../assets";
import type { Finding } from "../config/reader/errors";
import { isMapping, type KeyPath } from "../config/reader/key-path";
import { didYouMean } from "../config/reader/nearest";
import { typeOf } from "../config/reader/schema-problems";

/** What JSON Schema needs to say of the Go types that Talos decodes into; nothing said is nothing known. */
interface Shape {
  readonly $ref?: string;
  readonly type?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  readonly items?: Shape;
}

/** What `npm run talos-schema` writes: documents by kind, the main one without a name. */
interface TalosSchema {
  readonly documents: Readonly<Record<string, Shape>>;
  readonly $defs: Readonly<Record<string, Shape>>;
}

let read: TalosSchema | undefined;

const schema = (): TalosSchema =>
  (read ??= JSON.parse(readFileSync(asset("constructs/machine/talos-schema.json"), "utf8")) as TalosSchema);

/** The kinds of documents that Talos knows besides its main config. */
export const talosKinds = (): readonly string[] => Object.keys(schema().documents).filter((kind) => kind !== "");

/** What Talos would not decode in a document of a kind, or of the main config for ""; a patch need not be complete. */
export function* undecodable(document: unknown, kind: string): Iterable<Finding> {
  yield* mistakesIn(document, schema().documents[kind] ?? {}, []);
}

function* mistakesIn(value: unknown, { $ref, ...own }: Shape, path: KeyPath): Iterable<Finding> {
  const shape = $ref === undefined ? own : (schema().$defs[$ref.replace("#/$defs/", "")] ?? {});
  // Talos takes what is deleted out of the document before it decodes it.
  if (shape.type === undefined || (isMapping(value) && value["$patch"] === "delete")) return;
  if (!accepts(shape.type, value)) {
    const wanted = shape.type.includes("string") ? "text" : typeName(shape.type[0]);
    // Patches may hold secrets, so that what was got is named by its type only.
    yield { path, message: `must be ${wanted} for Talos; got ${typeOf(value)}` };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* mistakesIn(item, shape.items ?? {}, [...path, i]);
  } else if (isMapping(value)) yield* mistakesBelow(value, shape, path);
}

function* mistakesBelow(mapping: Readonly<Record<string, unknown>>, shape: Shape, path: KeyPath): Iterable<Finding> {
  const { properties = {}, additionalProperties: others = true } = shape;
  for (const [key, value] of Object.entries(mapping)) {
    const place = [...path, key];
    if (Object.hasOwn(properties, key)) yield* mistakesIn(value, properties[key] ?? {}, place);
    else if (typeof others === "object") yield* mistakesIn(value, others, place);
    else if (!others && key !== "$patch") yield { path: place, message: unknownKey(key, Object.keys(properties)) };
  }
}

const unknownKey = (key: string, known: readonly string[]): string =>
  `Talos knows no key ${JSON.stringify(key)} here${didYouMean(key, known) || ";"} known: ${known.join(", ")}`;

function accepts(types: readonly string[], value: unknown): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return types.includes("array");
  if (types.includes("integer")) return Number.isInteger(value);
  // Talos' decoder takes what YAML 1.1 called booleans, even in quotes.
  if (types[0] === "boolean" && typeof value === "string") return /^(y|yes|on|n|no|off)$/i.test(value);
  return types.includes(typeof value);
}

const typeName = (type: string | undefined): string =>
  ({ object: "a mapping", array: "a list", boolean: "true or false", integer: "a whole number" })[type ?? ""] ?? "text";
