/**
 * `$patch: delete` in patches, the only directive that Talos knows: anything else becomes a key of that name.
 *
 * https://docs.siderolabs.com/talos/v1.13/configure-your-talos-cluster/system-configuration/patching
 */
import { isMapping, type KeyPath } from "../reader/key-path";
import { show } from "../reader/schema-problems";
import { at, patchRule } from "./patch-reach";
import type { Rule } from "./rule";

/** A `$patch` in a document. */
interface Directive {
  /** Where the mapping stands that it is in. */
  readonly path: KeyPath;
  readonly value: unknown;
  /** Whether the mapping says anything else, by which an item of a list is found. */
  readonly alone: boolean;
}

/** Every `$patch` in a document, from its top. */
export function* directives(content: unknown, path: KeyPath = []): Iterable<Directive> {
  if (Array.isArray(content)) {
    for (const [i, item] of content.entries()) yield* directives(item, [...path, i]);
  } else if (isMapping(content)) {
    const keys = Object.keys(content);
    if (keys.includes("$patch")) yield { path, value: content["$patch"], alone: keys.length === 1 };
    for (const key of keys) yield* directives(content[key], [...path, key]);
  }
}

const patchDirective = patchRule("patch-directive", function* (document) {
  for (const { path, value, alone } of directives(document.content)) {
    const message = objection(path, value, alone);
    if (message !== undefined) yield at(document, [...path, "$patch"], message);
  }
});

function objection(path: KeyPath, value: unknown, alone: boolean): string | undefined {
  if (value !== "delete")
    return `must be delete, the only thing that Talos knows; got ${show(value)}; write what is to be there instead`;
  const list = path.findIndex((key) => typeof key === "number");
  if (list === path.length - 1 && list !== -1) {
    return alone ? "must say which item is deleted; add a key of it with its value" : undefined;
  }
  return list === -1 ? undefined : "Talos deletes whole items of a list, not what is in them; move it up to the item";
}

/** Rules about directives. */
export const PATCH_DIRECTIVE_RULES: readonly Rule[] = [patchDirective];
