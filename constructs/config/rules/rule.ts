import type { ClusterSection, ResolvedClusterConfig, WrittenFile } from "../cluster";
import type { Finding } from "../reader/errors";
import type { ResolvedPatch } from "../reader/patches";

/** Something a rule objects to. */
export interface Violation extends Finding {
  /** The patch that it is about, and which of its documents; its path is then one of the document. */
  readonly inPatch?: { readonly patch: ResolvedPatch; readonly document: number };
}

/** One thing that a cluster must fulfil and that no section can say by itself. */
export interface Rule<S extends ClusterSection = ClusterSection> {
  /** Kebab-case; names the rule's fixture. */
  readonly id: string;
  /** Sections that the rule reads, and sees. */
  readonly needs: readonly S[];
  /** What violates the rule: in terms of the resolved config, or of the file where resolving loses what was written. */
  check(config: Pick<ResolvedClusterConfig, S>, file: Pick<WrittenFile, S>): Iterable<Violation>;
}

/** A rule that sees the sections that it needs, and no others. */
export const rule = <const S extends ClusterSection>(definition: Rule<S>): Rule => definition;
