import { z } from "zod";
import { fileSchema } from "../../constructs/config/cluster";

/** JSON Schema as far as the cluster file uses it. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: string | number;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
}

/** Formats that JSON Schema knows; zod has more, and writes a pattern for them as well. */
const KNOWN_FORMATS = ["uri", "ipv4"];

/**
 * The cluster file as people write it, without references: keys beside a `$ref` are ignored in draft 7, so that an
 * editor would lose descriptions and defaults. Draft 7 is what yaml-language-server understands best.
 */
export function inlinedSchema(): JsonSchema {
  const { definitions = {}, ...root } = z.toJSONSchema(fileSchema, { io: "input", target: "draft-7" }) as JsonSchema;
  return inline(root, definitions);
}

/** The content of `cluster.schema.json`. */
export const clusterJsonSchema = (): JsonSchema => transform(inlinedSchema(), standard);

function inline(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const { $ref, allOf, ...own } = schema;
  const ref = $ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined);
  if (ref === undefined) return transform(schema, (child) => inline(child, definitions), true);
  const name = ref.replace("#/definitions/", "");
  // Nameless definitions are those of z.json(), which refers to itself: any value.
  if (name.startsWith("__schema")) return own;
  return inline({ ...definitions[name], ...own }, definitions);
}

/** Drops what is no standard, or says nothing: zod's own formats, and the bounds of safe integers. */
function standard(schema: JsonSchema): JsonSchema {
  const noise = (key: string, value: unknown): boolean =>
    (key === "propertyNames" && (value as JsonSchema).pattern === undefined) ||
    (key === "format" && !KNOWN_FORMATS.includes(String(value))) ||
    value === Number.MIN_SAFE_INTEGER ||
    value === Number.MAX_SAFE_INTEGER;
  return Object.fromEntries(Object.entries(schema).filter(([key, value]) => !noise(key, value)));
}

/** Applies a change to a schema and all below it, or only to its children. */
function transform(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema, childrenOnly = false): JsonSchema {
  const down = (child: JsonSchema) => (childrenOnly ? change(child) : transform(child, change));
  const list = (key: "anyOf" | "oneOf") => (schema[key] === undefined ? {} : { [key]: schema[key].map(down) });
  const { properties, items, additionalProperties } = schema;
  const changed: JsonSchema = {
    ...schema,
    ...list("anyOf"),
    ...list("oneOf"),
    ...(items === undefined ? {} : { items: down(items) }),
    ...(typeof additionalProperties === "object" ? { additionalProperties: down(additionalProperties) } : {}),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([key, child]) => [key, down(child)])) }),
  };
  return childrenOnly ? changed : change(changed);
}
