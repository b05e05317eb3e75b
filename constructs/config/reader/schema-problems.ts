import { z } from "zod";
import type { Finding } from "./errors";
import { isMapping, type KeyPath, valueAt } from "./key-path";
import { didYouMean, nearest } from "./nearest";

/** Our words for what zod found; the schema's own messages win over these. */
export const words: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return `is required${meaning(issue.inst)}`;
      return `must be ${typeName(issue.expected)}${keysOf(issue.inst)}`;
    case "unrecognized_keys":
      // Zod hands on what is in `params`, but not the schema itself.
      Object.assign(issue, { params: { allowed: allowedBy(issue.inst) } });
      return "unknown key";
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "invalid_union":
      return unionWords(issue);
    case "too_small":
      return `must ${bound(issue.origin, "at least", issue.minimum)}`;
    case "too_big":
      return `must ${bound(issue.origin, "at most", issue.maximum)}`;
    case "invalid_key":
      return issue.issues[0]?.message;
    case "invalid_format":
      return `must be a valid ${issue.format}`;
    default:
      return undefined;
  }
};

/** What an issue of the schema means to an operator; one finding per unknown key. */
export function explain(
  issue: z.core.$ZodIssue,
  raw: unknown,
  numberAt: (path: KeyPath) => string | undefined = () => undefined,
): readonly Finding[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  if (issue.code === "unrecognized_keys") {
    const { params } = issue as typeof issue & { readonly params: { readonly allowed: readonly string[] } };
    const { allowed } = params;
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${issue.message} ${JSON.stringify(key)}${didYouMean(key, allowed) || ";"} allowed: ${allowed.join(", ")}`,
    }));
  }
  // Of a key that is no such key, the key itself is what was got.
  const value = issue.code === "invalid_key" ? path.at(-1) : valueAt(raw, path);
  if (value === undefined) return [{ path, message: issue.message }];
  // Patches may hold secrets, so that what was got is named by its type only.
  const got = path.includes("patches")
    ? typeOf(value)
    : typeof value === "number"
      ? (numberAt(path) ?? show(value))
      : show(value);
  return [{ path, message: `${issue.message}; got ${got}${advice(issue, value)}` }];
}

function unionWords(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  if (issue.discriminator !== undefined) {
    // Undefined is among them where one kind is meant without being named.
    const options = Array.isArray(issue.options) ? issue.options.filter(Boolean).join(", ") : "";
    return valueAt(issue.input, [issue.discriminator]) === undefined
      ? `is required; allowed: ${options}${slipOf(issue.input, issue.discriminator)}`
      : `must be one of ${options}`;
  }
  const expected = issue.errors.flat().flatMap((e) => (e.code === "invalid_type" ? [typeName(e.expected)] : []));
  return expected.length > 0 ? `must be ${[...new Set(expected)].join(" or ")}` : "is not valid";
}

/** The key that was probably meant to be the one that is missing. */
function slipOf(mapping: unknown, missing: string): string {
  const slip = isMapping(mapping) ? nearest(missing, Object.keys(mapping)) : undefined;
  return slip === undefined ? "" : `; is ${JSON.stringify(slip)} meant to be ${JSON.stringify(missing)}?`;
}

/** What may stand in a mapping that is something else, unless that is everything. */
function keysOf(schema: unknown): string {
  const keys = schema instanceof z.ZodDiscriminatedUnion ? [schema.def.discriminator] : allowedBy(schema);
  return keys.length === 0 || keys.includes("$schema") ? "" : ` of ${keys.join(", ")}`;
}

const allowedBy = (schema: unknown): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

function advice(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === null) return "; give it a value or remove the key";
  const scalar = typeof value === "number" || typeof value === "boolean";
  if (issue.code === "invalid_type" && issue.expected === "string" && scalar && !issue.message.includes("quotes")) {
    return "; put it in quotes";
  }
  if (
    issue.code === "invalid_type" &&
    typeof value === "string" &&
    ["number", "int", "boolean"].includes(issue.expected) &&
    /^(-?\d+(\.\d+)?|true|false)$/.test(value)
  ) {
    return "; write it without quotes";
  }
  if (issue.code === "invalid_value" && typeof value === "string") return didYouMean(value, issue.values.map(String));
  if (issue.code === "invalid_union" && typeof value === "string" && "options" in issue) {
    return didYouMean(value, (issue.options as readonly unknown[]).filter(Boolean).map(String));
  }
  return "";
}

function meaning(schema: unknown): string {
  const description = schema instanceof z.ZodType ? schema.meta()?.description : undefined;
  return description === undefined ? "" : `: ${description.replace(/\.$/, "")}`;
}

function bound(origin: string, words: string, limit: number | bigint): string {
  if (origin === "string") return `have ${words} ${limit} characters`;
  return origin === "array" ? `have ${words} ${limit} items` : `be ${words} ${limit}`;
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
  record: "a mapping",
  null: "nothing",
};
const typeName = (type: string): string => TYPE_NAMES[type] ?? type;
/** The type of a value, in the words of messages. */
export const typeOf = (value: unknown): string =>
  typeName(value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

/** A value as it is repeated in a message. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : typeOf(value);
}
