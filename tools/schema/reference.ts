import { inlinedSchema, type JsonSchema } from "./json-schema";

const INTRODUCTION = `<!-- Written by "npm run schema" from constructs/config/sections; do not edit. -->

# The cluster file

One file describes one cluster; [\`cluster.yaml\`](../../cluster.yaml) is an example. Unknown keys are refused. Paths
start from the directory of the file. With this first line, editors that know YAML complete and check it while typing:

\`\`\`yaml
# yaml-language-server: $schema=./cluster.schema.json
\`\`\`

Every mistake is reported at once, with its line, before anything is built. Rules beyond this table — address ranges
that overlap, versions that do not go together, names that get too long — say what is allowed when they are violated.
`;

/** The content of `docs/use/cluster-file.md`: every key with its type, default and meaning. */
export function clusterReference(): string {
  const { properties = {}, required = [] } = inlinedSchema();
  const keys = Object.entries(properties);
  const overview = keys.map(([key, schema]) =>
    row(isSection(schema) ? `[\`${key}\`](#${key.toLowerCase()})` : code(key), schema, required.includes(key)),
  );
  const sections = keys.filter(([, schema]) => isSection(schema)).map(([key, schema]) => section(key, schema));
  return [INTRODUCTION, table(overview), ...sections].join("\n");
}

const isSection = (schema: JsonSchema): boolean => schema.type === "object" || schema.oneOf !== undefined;

function section(key: string, schema: JsonSchema): string {
  const title = `## ${key}\n\n${meaning(schema)}\n`;
  if (schema.oneOf === undefined) return [title, table(rows(schema, key))].join("\n");
  const variants = schema.oneOf.map((variant) => {
    const kind = String(variant.properties?.["kind"]?.const);
    return [`### ${key}, kind: ${kind}\n`, table(rows(variant, key))].join("\n");
  });
  return [title, ...variants].join("\n");
}

/** A row for each key below a schema, with the path that leads to it. */
function rows(schema: JsonSchema, path: string): readonly string[] {
  const { properties, required = [], additionalProperties, items } = schema;
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([key, child]) => {
      const place = `${path}.${key}`;
      return [row(code(place), child, required.includes(key)), ...rows(child, place)];
    });
  }
  if (items !== undefined) return rows(items, `${path}[]`);
  return typeof additionalProperties === "object" ? rows(additionalProperties, `${path}.<name>`) : [];
}

/** Text of a table cell as it is, whatever Markdown makes of its signs. */
const escape = (text: string): string => text.replace(/[|<*_]/g, "\\$&");

const code = (text: string): string => `\`${text}\``;

const table = (lines: readonly string[]): string =>
  ["| Key | Type | Default | Meaning |", "|---|---|---|---|", ...lines, ""].join("\n");

const row = (key: string, schema: JsonSchema, required: boolean): string =>
  `| ${key} | ${typeName(schema)} | ${defaultOf(schema, required)} | ${meaning(schema)} |`;

/** Defaults that follow from other values are the last sentence of a description. */
const DEFAULT = /\s*Default: (.+?)\.?$/;

const meaning = ({ description = "" }: JsonSchema): string => escape(description.replace(DEFAULT, ""));

function defaultOf(schema: JsonSchema, required: boolean): string {
  const said = DEFAULT.exec(schema.description ?? "")?.[1];
  if (said !== undefined) return escape(said);
  if (required) return "**required**";
  if (schema.default === undefined) return "-";
  const value = JSON.stringify(schema.default);
  return value === "{}" && schema.properties !== undefined ? "see below" : code(value);
}

function typeName(schema: JsonSchema): string {
  const { type, format, minimum, maximum, items, additionalProperties } = schema;
  if (schema.title !== undefined) return schema.title;
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.enum !== undefined) return schema.enum.map((value) => code(String(value))).join(", ");
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeName))].join(" or ");
  if (type === "integer") return `whole number${range(minimum, maximum)}`;
  if (type === "boolean") return "`true`, `false`";
  if (type === "array")
    return items?.type === undefined && items?.anyOf === undefined ? "list" : `list of ${typeName(items)}`;
  if (type === "string") return FORMATS[format ?? ""] ?? "text";
  const values = typeof additionalProperties === "object" ? additionalProperties : undefined;
  return values?.type === undefined || values.type === "object" ? "mapping" : `mapping of ${typeName(values)}`;
}

const FORMATS: Readonly<Record<string, string>> = { uri: "URL", ipv4: "IPv4 address", cidrv4: "IPv4 network" };

function range(minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER): string {
  const [bounded, limited] = [minimum > Number.MIN_SAFE_INTEGER, maximum < Number.MAX_SAFE_INTEGER];
  if (bounded && limited) return `, ${minimum} to ${maximum}`;
  if (bounded) return `, at least ${minimum}`;
  return limited ? `, at most ${maximum}` : "";
}
