import { inlinedSchema, type JsonSchema } from "./json-schema";

const INTRODUCTION = `/** Written by "npm run schema" from the sections in constructs/config; do not edit. */

import type { Json } from "./json";

`;

/**
 * The content of `constructs/config/cluster-file.ts`: what people may write, as types that editors explain.
 *
 * TypeScript could infer the same from the schema, but without a word on any key, and with messages of a thousand letters.
 */
export function clusterTypes(): string {
  const { properties = {}, required = [] } = inlinedSchema();
  const sections = Object.entries(properties).filter(([, schema]) => isSection(schema));
  const keys = Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [
      key,
      isSection(schema) ? { ...schema, name: nameOf(key) } : schema,
    ]),
  );
  const file = `/** A cluster file. */\nexport interface ClusterFile ${members(keys, required)}\n`;
  return INTRODUCTION + [file, ...sections.map(([key, schema]) => declaration(nameOf(key), schema))].join("\n");
}

/** A schema that has got a type of its own. */
type Named = JsonSchema & { readonly name?: string };

const isSection = ({ properties, oneOf }: JsonSchema): boolean => properties !== undefined || oneOf !== undefined;

const nameOf = (key: string): string => `${key.charAt(0).toUpperCase()}${key.slice(1)}Section`;

const declaration = (name: string, schema: JsonSchema): string =>
  schema.oneOf === undefined
    ? `${comment(schema)}export interface ${name} ${typeOf(schema)}\n`
    : `${comment(schema)}export type ${name} = ${typeOf(schema)};\n`;

const members = (properties: Readonly<Record<string, Named>>, required: readonly string[]): string =>
  `{\n${Object.entries(properties)
    .map(([key, schema]) => {
      const optional = required.includes(key) ? "" : "?";
      return indented(`${comment(schema)}readonly ${key}${optional}: ${schema.name ?? typeOf(schema)};`);
    })
    .join("\n")}\n}`;

const indented = (text: string): string => text.replace(/^(?=.)/gm, "  ");

function typeOf(schema: JsonSchema): string {
  const { type, properties, required = [], additionalProperties, items } = schema;
  const variants = schema.oneOf ?? schema.anyOf;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (variants !== undefined) return variants.map(typeOf).join(" | ");
  if (properties !== undefined) return members(properties, required);
  if (type === "array") return `readonly ${grouped(typeOf(items ?? {}))}[]`;
  if (type === "object") {
    const values = typeof additionalProperties === "object" ? additionalProperties : {};
    // A key without a value is one that has the default.
    const orNone = values.default === undefined ? "" : " | undefined";
    return `Readonly<Record<string, ${typeOf(values)}${orNone}>>`;
  }
  if (type === "integer" || type === "number") return "number";
  return type === "string" || type === "boolean" ? type : "Json";
}

const grouped = (type: string): string => (type.includes(" | ") ? `(${type})` : type);

/** Defaults that follow from other values are the last sentence of a description. */
const DEFAULT = /\s*Default: (.+?)\.?$/;

function comment({ description = "", default: value }: JsonSchema): string {
  const text = description.replace(DEFAULT, "");
  const said = DEFAULT.exec(description)?.[1];
  // Of a section it would only say that it may be left out.
  const written = value === undefined || isSectionDefault(value) ? undefined : JSON.stringify(value);
  const lines = [
    ...(text === "" ? [] : [text]),
    ...(said === undefined ? [] : [`@default - ${said}`]),
    ...(said === undefined && written !== undefined ? [`@default ${written}`] : []),
  ];
  if (lines.length === 0) return "";
  if (lines.length === 1) return `/** ${lines[0] ?? ""} */\n`;
  return `/**\n${lines
    .flatMap((line, i) => (i === 0 ? [line] : ["", line]))
    .map((line) => ` * ${line}`.trimEnd())
    .join("\n")}\n */\n`;
}

const isSectionDefault = (value: unknown): boolean => JSON.stringify(value) === "{}";
