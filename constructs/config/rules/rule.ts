import type { KeyPath } from "../reader/key-path";
import type { ParsedClusterConfig } from "../schema";
import type { ParsedSections, Section } from "../sections";
import type { ResolvedClusterConfig, ResolvedPatch } from "../types";

/** Something a rule objects to. */
export interface Violation {
  /** Keys of the cluster file or, with `inPatch`, of the patch's document. */
  readonly path: KeyPath;
  /** What is wrong, the value got, what is allowed, what to do; values of patches are not repeated. */
  readonly message: string;
  /** The patch that it is about, and which of its documents. */
  readonly inPatch?: { readonly patch: ResolvedPatch; readonly document: number };
}

/** One thing that a cluster must fulfil and that the schema cannot say. */
export interface Rule {
  /** Kebab-case; names the rule's fixture. */
  readonly id: string;
  /** Sections of the cluster file that the rule reads; it runs only if the schema accepts them all. */
  readonly needs: readonly Section[];
  /** What violates the rule: in terms of the resolved config, or of the file where resolving loses what was written. */
  readonly check: (config: ResolvedClusterConfig, file: ParsedClusterConfig) => Iterable<Violation>;
}

/** What violates these rules; a rule is left out if the schema refused a section that it needs. */
export const violationsOf = (
  rules: readonly Rule[],
  config: ResolvedClusterConfig,
  { parsed, broken }: Pick<ParsedSections, "parsed" | "broken">,
): readonly Violation[] =>
  rules
    .filter(({ needs }) => !needs.some((section) => broken.has(section)))
    .flatMap((rule) => [...rule.check(config, parsed)]);
