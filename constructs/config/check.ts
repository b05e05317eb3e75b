import { ALL_SECTIONS, type ResolvedFile, type SectionName } from "./cluster";
import type { ParsedSections } from "./parse";
import type { Finding } from "./reader/errors";
import type { Rule, Violation } from "./rules/rule";
import { templatesIn } from "./templates";

/** What sections violate by themselves, and what together; nothing is said of sections that the schema refused. */
export function violationsOf(
  { config, settings }: ResolvedFile,
  { written, broken }: Pick<ParsedSections, "written" | "broken">,
  rules: readonly Rule[],
): readonly Violation[] {
  const resolved: Readonly<Record<SectionName, unknown>> = { ...config, ...settings };
  const alone = ALL_SECTIONS.filter(([key]) => !broken.has(key)).flatMap(([key, { rules: own = [], escaped }]) =>
    [...own.flatMap((rule) => [...rule.check(resolved[key], written[key])]), ...templatesIn(written[key], escaped)].map(
      below(key),
    ),
  );
  const together = rules
    .filter(({ needs }) => !needs.some((section) => broken.has(section)))
    .flatMap((rule) => [...rule.check(config, written)]);
  return [...alone, ...together];
}

/** A finding by its keys from the top of the file. */
export const below =
  (section: SectionName) =>
  ({ path, message }: Finding): Finding => ({ path: [section, ...path], message });
