import { z } from "zod";
import { fileSchema } from "./cluster";
import type { Finding } from "./reader/errors";
import { isMapping, type KeyPath } from "./reader/key-path";
import { show } from "./reader/schema-problems";
import { ifGiven, schemaAt } from "./repair/schema-at";
import { ESCAPED } from "./texts";

/** What starts a template of OpenTofu; what cdktf takes for its own is refused as such. */
const OPENER = /[$%]\{(?!TfToken\[)/;

/** Keys and values that OpenTofu would take for an expression, but for those that the schema knows to be escaped. */
export const templatesIn = (raw: unknown): Iterable<Finding> => below(raw, fileSchema, []);

/** A value whose schema is not known is treated like any other text. */
function* below(value: unknown, schema: unknown, path: KeyPath): Iterable<Finding> {
  if (isEscaped(schema)) return;
  if (typeof value === "string") {
    if (OPENER.test(value)) yield { path, message: objection(value) };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* below(item, schemaAt(schema, value, [i]), [...path, i]);
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) {
      const place = [...path, key];
      if (OPENER.test(key)) yield { path: place, message: objection(key) };
      yield* below(item, schemaAt(schema, value, [key]), place);
    }
  }
}

const objection = (text: string): string =>
  `must not contain "\${" or "%{", which OpenTofu takes for an expression; got ${show(text)}`;

/** Whether a schema is of escaped text, also when it says besides that it may be left out. */
function isEscaped(schema: unknown): boolean {
  if (!(schema instanceof z.ZodType)) return false;
  return ESCAPED.get(schema) !== undefined || isEscaped(ifGiven(schema));
}
