import type { AttributeType, Block, NestedBlock, ProviderSchema, ProviderTypes } from "../../tools/bindings/schema";

type Json = Readonly<Record<string, unknown>>;
type TypeSchemas = ProviderTypes["resource_schemas"];

/** Arguments that belong to the language, not to a provider; `//` is a comment in JSON. */
const RESOURCE_META = ["//", "count", "for_each", "depends_on", "lifecycle", "provider", "provisioner", "connection"];
const PROVIDER_META = ["//", "alias", "version"];
const BLOCK_META = ["//"];

/** https://github.com/hashicorp/terraform-provider-null/blob/v3.2.4/docs/resources/resource.md */
const NULL_PROVIDER: ProviderTypes = {
  provider: { version: 0, block: {} },
  resource_schemas: {
    null_resource: { version: 0, block: { attributes: { triggers: { type: ["map", "string"], optional: true } } } },
  },
  data_source_schemas: {},
};

/**
 * What a provider would refuse in a synthesized stack, one sentence each; empty when the stack fits the schema.
 *
 * This is the part of `tofu validate` that needs no provider binary. It cannot see rules that providers keep in code
 * (conflicts, value ranges). Types of providers that the schema does not describe are not looked at.
 */
export function schemaProblems(synthesizedJson: object, schema: ProviderSchema): string[] {
  const stack = synthesizedJson as Json;
  const providers = { null: NULL_PROVIDER, ...schema.provider_schemas };
  return Object.entries(providers).flatMap(([source, types]) => {
    const name = source.slice(source.lastIndexOf("/") + 1);
    const configuration = isObject(stack["provider"]) ? stack["provider"][name] : undefined;
    return [
      ...bodies(`provider.${name}`, configuration).flatMap(([at, body]) =>
        bodyProblems(at, body, types.provider.block, PROVIDER_META),
      ),
      ...typeProblems(`${name}_`, stack["resource"], types.resource_schemas, ""),
      ...typeProblems(`${name}_`, stack["data"], types.data_source_schemas, "data."),
    ];
  });
}

/** Checks everything in the `resource` or `data` part whose type belongs to one provider. */
function typeProblems(prefix: string, part: unknown, schemas: TypeSchemas, address: "" | "data."): string[] {
  const own = entries(part).filter(([type]) => type.startsWith(prefix));
  return own.flatMap(([type, named]) => {
    const block = schemas[type]?.block;
    if (block === undefined) return [`${address}${type} is unknown; ${allowed(Object.keys(schemas))}`];
    return entries(named).flatMap(([name, body]) =>
      bodyProblems(`${address}${type}.${name}`, body, block, RESOURCE_META),
    );
  });
}

/** Checks one block: what it sets, what it lacks, and the blocks in it. */
function bodyProblems(at: string, body: unknown, block: Block, meta: readonly string[]): string[] {
  if (!isObject(body)) return [`${at} must be a block, got ${show(body)}`];
  const { attributes = {}, block_types = {} } = block;
  const { dynamic, ...given } = body;

  const settable = Object.keys(attributes).filter((name) => attributes[name]?.required || attributes[name]?.optional);
  const choices = allowed([...settable, ...Object.keys(block_types)]);
  const set = entries(given).filter(
    ([name, value]) => !isAbsent(value) && !meta.includes(name) && !(name in block_types),
  );

  return [
    ...set.flatMap(([name, value]) => {
      const attribute = attributes[name];
      if (attribute === undefined) return [`${at}.${name} is unknown, got ${show(value)}; ${choices}`];
      if (!settable.includes(name)) return [`${at}.${name} is read-only, got ${show(value)}; ${choices}`];
      return attribute.type === undefined ? [] : shapeProblems(`${at}.${name}`, value, attribute.type);
    }),
    ...Object.entries(attributes)
      .filter(([name, { required }]) => required && isAbsent(given[name]))
      .map(([name, { type }]) => `${at}.${name} is required, got nothing; allowed: ${say(type ?? "dynamic")}`),
    ...Object.entries(block_types).flatMap(([name, nested]) =>
      // How many blocks a `dynamic` makes is known at apply only.
      nestedProblems(`${at}.${name}`, given[name], nested, isObject(dynamic) && name in dynamic),
    ),
  ];
}

/** Checks how often a block occurs, and each occurrence. */
function nestedProblems(at: string, value: unknown, nested: NestedBlock, isDynamic: boolean): string[] {
  const found = nested.nesting_mode === "map" ? labelled(at, value) : bodies(at, value);
  const least = nested.min_items ?? 0;
  const most = nested.nesting_mode === "single" || nested.nesting_mode === "group" ? 1 : nested.max_items || Infinity;
  return [
    ...(found.length < least && !isDynamic ? [`${at} must occur at least ${least} times, got ${found.length}`] : []),
    ...(found.length > most ? [`${at} must occur at most ${most} times, got ${found.length}`] : []),
    ...found.flatMap(([each, body]) => bodyProblems(each, body, nested.block, BLOCK_META)),
  ];
}

/** Checks a value by the conversions of the language: https://opentofu.org/docs/language/expressions/types/#type-conversion */
function shapeProblems(at: string, value: unknown, type: AttributeType): string[] {
  // An expression has its type at apply only. `$${` is the escape of a literal `${`.
  if (typeof value === "string" && /(^|[^$])\$\{/.test(value)) return [];
  const misfit = [`${at} must be ${say(type)}, got ${show(value)}`];

  if (type === "dynamic") return [];
  if (type === "string") return ["string", "number", "boolean"].includes(typeof value) ? [] : misfit;
  if (type === "number") return isNumeric(value) ? [] : misfit;
  if (type === "bool") return [true, false, "true", "false", "1", "0"].some((each) => each === value) ? [] : misfit;
  if (type[0] === "object") {
    return isObject(value) ? bodyProblems(at, value, { attributes: membersOf(type[1]) }, []) : misfit;
  }
  const [kind, element] = type;
  if (kind === "map" ? !isObject(value) : !Array.isArray(value)) return misfit;
  return entries(value).flatMap(([key, each]) =>
    shapeProblems(`${at}[${kind === "map" ? `"${key}"` : key}]`, each, element),
  );
}

/** An object type accepts exactly its members. */
function membersOf(members: Readonly<Record<string, AttributeType>>): Block["attributes"] {
  return Object.fromEntries(Object.entries(members).map(([name, type]) => [name, { type, required: true }]));
}

/** Blocks are written as one object or a list of them. */
function bodies(at: string, value: unknown): (readonly [at: string, body: unknown])[] {
  if (isAbsent(value)) return [];
  return Array.isArray(value) ? value.map((body: unknown, index) => [`${at}[${index}]`, body] as const) : [[at, value]];
}

/** Blocks with labels are written as an object by label, each again one object or a list. */
function labelled(at: string, value: unknown): (readonly [at: string, body: unknown])[] {
  return isObject(value)
    ? entries(value).flatMap(([label, body]) => bodies(`${at}["${label}"]`, body))
    : bodies(at, value);
}

function say(type: AttributeType): string {
  if (type === "dynamic") return "any value";
  if (typeof type === "string") return `a ${type}`;
  if (type[0] === "object") return `an object of ${Object.keys(type[1]).join(", ")}`;
  return `a ${type[0]} with ${say(type[1])} in each place`;
}

const allowed = (names: readonly string[]) => `allowed: ${[...names].sort().join(", ")}`;
const entries = (value: unknown): [string, unknown][] => Object.entries(value ?? {});
const isAbsent = (value: unknown) => value === undefined || value === null;
const isNumeric = (value: unknown) =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)));
const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
