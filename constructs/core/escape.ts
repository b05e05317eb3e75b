import { Token } from "cdktf";
import type { Json } from "../config/types";

/**
 * Makes literal text safe inside the JSON that OpenTofu reads: `${` and `%{` start templates there.
 *
 * cdktf does not escape plain strings. https://opentofu.org/docs/language/syntax/json/
 */
export const escapeTemplate = (text: string): string => text.replace(/[$%]\{/g, (start) => start.charAt(0) + start);

/** One line of JSON, which is YAML too: literal leaves are escaped, token leaves are left alone. */
export const renderJson = (value: Json): string =>
  JSON.stringify(value, (_key, leaf: Json) =>
    typeof leaf === "string" && !Token.isUnresolved(leaf) ? escapeTemplate(leaf) : leaf,
  );
