import type { ClusterFile } from "../../constructs/config/cluster";
import { inlinedSchema, type JsonSchema } from "../schema/json-schema";

/** What a schema is asked about: everything that could be written, or what a file says or leaves to a default. */
type Value = { readonly of: "every file" } | { readonly of: "one file"; readonly is: unknown };

const EVERY: Value = { of: "every file" };
const one = (is: unknown): Value => ({ of: "one file", is });

/**
 * Everything that a cluster file can choose, one text each, in the order of the reference: `talos.configDrive: false`, each
 * value of a key that has few; `dns(rfc2136).keyFile`, a key of a kind that is given; `dns.kind: rfc2136`, the kind itself.
 */
export const allChoices = (): readonly string[] => [...new Set(walk(withoutEditors(), "", EVERY))];

/** What one cluster file chooses, the defaults of keys with few values among it, without those that decide nothing there. */
export const choicesOf = (file: ClusterFile): readonly string[] =>
  [...new Set(walk(withoutEditors(), "", one(file)))].filter((choice) => !isIdle(choice, file));

/** Whether a key has no effect in this file, because another one says that its subject is not there. */
function isIdle(choice: string, { cni, image }: ClusterFile): boolean {
  const network = cni?.kind ?? "cilium";
  if (choice.startsWith("cni.cilium.")) return network !== "cilium";
  if (choice.startsWith("cni.waitForReady")) return network === "none";
  if (image?.name !== undefined || image?.id !== undefined) return /^image\.(?!name$|id$)/.test(choice);
  return choice.startsWith("image.allowHttp") && image?.file !== undefined;
}

/** `$schema` is for editors, and reaches no cluster. */
function withoutEditors(): JsonSchema {
  const { properties = {}, ...schema } = inlinedSchema();
  return { ...schema, properties: Object.fromEntries(Object.entries(properties).filter(([key]) => key !== "$schema")) };
}

function walk(schema: JsonSchema, path: string, value: Value): string[] {
  const { oneOf, properties, items, additionalProperties } = schema;
  if (oneOf !== undefined) return ofKinds(oneOf, path, orDefault(value, schema.default));
  if (properties !== undefined) {
    const given = orDefault(value, schema.default);
    if (given.of === "one file" && given.is === undefined) return [];
    return Object.entries(properties).flatMap(([key, child]) =>
      walk(child, path === "" ? key : `${path}.${key}`, below(given, key)),
    );
  }
  if (items?.properties !== undefined) return ofEach(items, `${path}[]`, value);
  if (typeof additionalProperties === "object" && additionalProperties.properties !== undefined) {
    return ofEach(additionalProperties, `${path}.<name>`, value);
  }
  return ofKey(schema, path, value);
}

/** A section that comes in kinds: the kind, and the keys that it has. */
function ofKinds(kinds: readonly JsonSchema[], path: string, value: Value): string[] {
  return kinds.flatMap((schema) => {
    const { kind, ...properties } = schema.properties ?? {};
    const name = String(kind?.const);
    const written = below(value, "kind");
    if (written.of === "one file" && (written.is ?? kind?.default) !== name) return [];
    return [`${path}.kind: ${name}`, ...walk({ ...schema, properties }, `${path}(${name})`, value)];
  });
}

/** A list or a mapping of things that are alike: what any of them chooses. */
function ofEach(schema: JsonSchema, path: string, value: Value): string[] {
  if (value.of === "every file") return walk(schema, path, value);
  return itemsOf(value.is).flatMap((item) => walk(schema, path, one(item)));
}

const itemsOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

/** A key with few values is one choice for each; any other key is chosen by whoever gives it. */
function ofKey(schema: JsonSchema, path: string, value: Value): string[] {
  const values =
    schema.type === "boolean" ? [true, false] : (schema.enum ?? (schema.const ? [schema.const] : undefined));
  if (value.of === "every file") return values?.map((each) => `${path}: ${String(each)}`) ?? [path];
  if (values === undefined) return isGiven(value.is) ? [path] : [];
  const chosen = value.is ?? schema.default;
  return values.filter((each) => each === chosen).map((each) => `${path}: ${String(each)}`);
}

/** An empty list or mapping is what leaving it out means. */
const isGiven = (value: unknown): boolean =>
  value !== undefined && (typeof value !== "object" || value === null || Object.keys(value).length > 0);

const orDefault = (value: Value, byDefault: unknown): Value =>
  value.of === "every file" ? value : one(value.is ?? byDefault);

const below = (value: Value, key: string): Value =>
  value.of === "every file" ? value : one((value.is as Readonly<Record<string, unknown>> | undefined)?.[key]);
