import { Token } from "cdktf";
import type { Json } from "../config/json";

/**
 * Makes literal text safe inside the JSON that OpenTofu reads: `${` and `%{` start templates there.
 *
 * cdktf does not escape plain strings. https://opentofu.org/docs/language/syntax/json/
 */
export const escapeTemplate = (text: string): string => text.replace(/[$%]\{/g, (start) => start.charAt(0) + start);

/** One line of JSON, which is YAML too: literals are escaped, keys as well as values, and tokens are left alone. */
export const renderJson = (value: Json): string => JSON.stringify(escaped(value));

function escaped(value: Json): Json {
  if (typeof value === "string") return Token.isUnresolved(value) ? value : escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), escaped(item)]));
}
