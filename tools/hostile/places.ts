import { z } from "zod";
import { fileSchema } from "../../constructs/config/cluster";
import { changed, isMapping, type KeyPath, valueAt } from "../../constructs/config/reader/key-path";
import { ifGiven } from "../../constructs/config/repair/schema-at";
import { BASES } from "./bases";

/** A place where a file can hold a text: a key, or a value. */
export interface Place {
  /** What the place is called, with `*` for any key and any index. */
  readonly name: string;
  /** Which of the base files has it. */
  readonly base: number;
  /** Whether any text can be right there; numbers, and words that are listed, are none. */
  readonly takesText: boolean;
  /** Where the text stands when it is there. */
  readonly path: (text: string) => KeyPath;
  /** The base file with the text at the place, and the others' texts where they are. */
  readonly put: (file: unknown, text: string) => unknown;
}

/** A place of the schema: keys that lead to it; then what is put there. */
interface Spot {
  readonly way: readonly string[];
  readonly inside: string;
  /** The value that stands at the way, and where the text is in it; the value of a base is kept where it is a key. */
  readonly value: (text: string, example: unknown) => readonly [value: unknown, path: KeyPath];
  readonly isKey?: boolean;
  readonly takesText?: boolean;
}

const itself: Spot["value"] = (text) => [text, []];
const entry = (key: string, value: unknown) => Object.fromEntries([[key, value]]);

/** Data of JSON: texts as values, as keys, in lists and in what lies deeper. */
const JSON_SPOTS: readonly (readonly [string, Spot["value"]])[] = [
  ["value", (text) => [{ some: text }, ["some"]]],
  ["key", (text) => [entry(text, "a"), [text]]],
  ["item", (text) => [{ some: ["a", text] }, ["some", 1]]],
  ["deeper key", (text) => [{ some: entry(text, {}) }, ["some", text]]],
];

/** A patch: where Talos takes any text. */
const PATCH_SPOTS: readonly (readonly [string, Spot["value"]])[] = [
  ["path", itself],
  ["value", (text) => [{ machine: { env: { KEY: text } } }, ["machine", "env", "KEY"]]],
  ["key", (text) => [{ machine: { env: entry(text, "a") } }, ["machine", "env", text]]],
  ["item", (text) => [{ machine: { certSANs: [text] } }, ["machine", "certSANs", 0]]],
  ["document of several", (text) => [[{ machine: { env: { KEY: text } } }], [0, "machine", "env", "KEY"]]],
];

function spots(schema: unknown, way: readonly string[]): readonly Spot[] {
  const inner = ifGiven(schema);
  if (inner !== undefined) return spots(inner, way);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, child]) => spots(child, [...way, key]));
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((option) => spots(option, way));
  if (schema instanceof z.ZodUnion) return PATCH_SPOTS.map(([inside, value]) => ({ way, inside, value }));
  if (schema instanceof z.ZodArray) return spots(schema.element, [...way, "*"]);
  if (!(schema instanceof z.ZodRecord)) {
    return [{ way, inside: "", value: itself, takesText: schema instanceof z.ZodType && schema.def.type === "string" }];
  }
  if (schema.valueType instanceof z.ZodLazy) return JSON_SPOTS.map(([inside, value]) => ({ way, inside, value }));
  const key: Spot = { way, inside: "key", value: (text, example) => [entry(text, example), [text]], isKey: true };
  return [key, ...spots(schema.valueType, [...way, "*"])];
}

/** Every place of the cluster file that can hold a text, found by its schema. */
export function places(): readonly Place[] {
  const all = new Map(spots(fileSchema, []).map((spot) => [`${spot.way.join(".")} ${spot.inside}`.trim(), spot]));
  return [...all].map(([name, spot]) => placeOf(name, spot));
}

function placeOf(name: string, { way, value, isKey = false, takesText = true }: Spot): Place {
  const found = BASES.map((file) => concrete(file, way));
  const base = found.findIndex((path) => path !== undefined);
  const path = found[base];
  if (path === undefined) {
    throw new Error(`no base file has ${name}; add it to __tests__/fixtures/full.yaml, or to tools/hostile/bases.ts`);
  }
  const example: unknown = isKey ? Object.values(valueAt(BASES[base], path) as object)[0] : undefined;
  return {
    name,
    base,
    takesText,
    path: (text) => [...path, ...value(text, example)[1]],
    put: (file, text) =>
      changed(file, path, (old) => {
        const [added] = value(text, example);
        return isMapping(old) && isMapping(added)
          ? Object.fromEntries([...Object.entries(old), ...Object.entries(added)])
          : added;
      }),
  };
}

/** A way with the first key or index of a file in the place of each `*`; undefined where the file has no such place. */
function concrete(file: unknown, way: readonly string[]): KeyPath | undefined {
  const path = way.reduce<KeyPath>((above, key) => {
    const value = valueAt(file, above);
    if (key !== "*") return [...above, key];
    return [...above, Array.isArray(value) ? 0 : (Object.keys(value ?? {})[0] ?? "")];
  }, []);
  return valueAt(file, path) === undefined ? undefined : path;
}
