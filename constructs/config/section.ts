import type { z } from "zod";
import type { Finding } from "./reader/errors";
import type { KeyPath } from "./reader/key-path";
import type { ResolvedPatch, WrittenPatch } from "./reader/patches";

/** What every section may know besides itself when its defaults are applied. */
export interface Context {
  /** Name of the cluster. */
  readonly name: string;
  /** Empty in a cluster without one; none of its names is used then. */
  readonly domain: string;
  /** `<name>.<domain>`. */
  readonly fqdn: string;
  /** A path of the cluster file as the synthesizing process sees it. */
  readonly path: (path: string) => string;
  /** The patches at a place of the cluster file, read where they are paths. */
  readonly patches: (patches: readonly WrittenPatch[], place: KeyPath) => ResolvedPatch[];
}

/** One thing that a section must fulfil by itself and that its schema cannot say. */
export interface SectionRule<W, R> {
  /** Kebab-case; names the rule's fixture. */
  readonly id: string;
  /** What violates the rule, by keys below the section: in the resolved section, or in what was written. */
  check(resolved: R, written: W): Iterable<Finding>;
}

/**
 * A top-level key of the cluster file, all in one place.
 *
 * A new key is written once, in the schema: its types follow, and `resolve` hands on what it does not change.
 */
export interface Section<S extends z.ZodType, R, C = Context> {
  readonly schema: S;
  /** Applies the defaults that depend on other values; checks nothing. */
  resolve(written: z.output<S>, context: C): R;
  /** What it must fulfil by itself; rules that need two sections are in `rules/`. */
  readonly rules?: readonly SectionRule<z.output<S>, NoInfer<R>>[];
  /** What is legal but worth a second look, by keys below the section. */
  warnings?(resolved: NoInfer<R>): Iterable<Finding>;
}

/** A section, with its types inferred. */
export const section = <S extends z.ZodType, R, C = Context>(definition: Section<S, R, C>): Section<S, R, C> =>
  definition;
