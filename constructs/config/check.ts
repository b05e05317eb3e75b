import { ALL_SECTIONS, type ResolvedFile, type SectionName, type WrittenFile } from "./cluster";
import type { Finding } from "./reader/errors";
import type { Rule, Violation } from "./rules/rule";

/** What sections violate by themselves, and what together. */
export function violationsOf(
  { config, settings }: ResolvedFile,
  written: WrittenFile,
  rules: readonly Rule[],
): readonly Violation[] {
  const resolved: Readonly<Record<SectionName, unknown>> = { ...config, ...settings };
  const alone = ALL_SECTIONS.flatMap(([key, { rules: own = [] }]) =>
    own.flatMap((rule) => [...rule.check(resolved[key], written[key])]).map(below(key)),
  );
  return [...alone, ...rules.flatMap((rule) => [...rule.check(config, written)])];
}

/** A finding by its keys from the top of the file. */
export const below =
  (section: SectionName) =>
  ({ path, message }: Finding): Finding => ({ path: [section, ...path], message });
