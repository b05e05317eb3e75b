import type { Finding } from "./reader/errors";
import { isMapping, type KeyPath } from "./reader/key-path";
import type { Section } from "./section";

/** Text that OpenTofu would take for an expression; a section says where its text is escaped on its way to the JSON. */
export function* templatesIn(
  value: unknown,
  escaped: Section<never, unknown>["escaped"] = [],
  path: KeyPath = [],
): Iterable<Finding> {
  if (escaped === "everything" || escaped.some((place) => fits(path, place))) return;
  if (typeof value === "string" && /[$%]\{/.test(value)) {
    yield {
      path,
      message: `must not contain "\${" or "%{", which OpenTofu takes for an expression; got ${JSON.stringify(value)}`,
    };
  } else if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* templatesIn(item, escaped, [...path, i]);
  } else if (isMapping(value)) {
    for (const [key, item] of Object.entries(value)) yield* templatesIn(item, escaped, [...path, key]);
  }
}

const fits = (path: KeyPath, place: KeyPath): boolean =>
  path.length === place.length && place.every((key, i) => key === "*" || key === path[i]);
