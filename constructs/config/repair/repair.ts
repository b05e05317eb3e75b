import type { z } from "zod";
import { changed, isMapping, type KeyPath, valueAt } from "../reader/key-path";
import { nearest } from "../reader/nearest";
import { sample, type Variant } from "./samples";
import { schemaAt } from "./schema-at";

/** Data in which something that the schema accepts stands in for everything that it refused. */
export function repaired(
  schema: z.ZodType,
  data: unknown,
  issues: readonly z.core.$ZodIssue[],
  variant: Variant,
): unknown {
  // Keys first: one that is called as it was meant is no longer missing.
  const named = issues.reduce((now, issue) => {
    if (issue.code !== "unrecognized_keys") return now;
    const { allowed = [] } = (issue as { readonly params?: { readonly allowed?: readonly string[] } }).params ?? {};
    return changed(now, pathOf(issue), (mapping) => withoutUnknown(mapping, new Set(issue.keys), allowed, variant));
  }, data);
  return issues.reduce((now, issue) => {
    const path = pathOf(issue);
    const found = valueAt(data, path) === undefined && valueAt(named, path) !== undefined;
    if (issue.code === "unrecognized_keys" || found) return now;
    return changed(now, path, () => sample(schemaAt(schema, now, path), variant));
  }, named);
}

const pathOf = ({ path }: z.core.$ZodIssue): KeyPath =>
  path.map((part) => (typeof part === "symbol" ? String(part) : part));

/** Without its unknown keys, or with them called as they were probably meant. */
function withoutUnknown(
  mapping: unknown,
  unknown: ReadonlySet<string>,
  allowed: readonly string[],
  variant: Variant,
): unknown {
  if (!isMapping(mapping)) return mapping;
  const meant = (key: string): string | undefined => {
    const name = variant === 0 || unknown.size > MANY ? undefined : nearest(key, allowed);
    return name === undefined || Object.hasOwn(mapping, name) ? undefined : name;
  };
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([key, value]) => {
      const name = unknown.has(key) ? meant(key) : key;
      return name === undefined ? [] : [[name, value]];
    }),
  );
}

/** As many unknown keys are no slips. */
const MANY = 20;
