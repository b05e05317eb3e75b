import type { Json } from "../config/json";

/**
 * Makes literal text safe inside the JSON that OpenTofu reads: `${` and `%{` start templates there.
 *
 * cdktf does not escape plain strings. https://opentofu.org/docs/language/syntax/json/
 */
export const escapeTemplate = (text: string): string => text.replace(/[$%]\{/g, (start) => start.charAt(0) + start);

/** One line of JSON, which is YAML too: keys as well as values are escaped. It holds no tokens. */
export const renderJson = (value: Json): string => JSON.stringify(escaped(value));

function escaped(value: Json): Json {
  if (typeof value === "string") return escapeTemplate(value);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [escapeTemplate(key), escaped(item)]));
}
