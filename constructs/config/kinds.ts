/** Sections that are one of several kinds: a later kind is one more entry in its section's file. */
import { z } from "zod";
import type { Context } from "./section";

/** One way of doing what a section is about: its keys, and what becomes of them. */
export interface Kind<S extends z.ZodType, R, C> {
  readonly schema: S;
  resolve(written: z.output<S>, context: C): R;
}

/** A kind: a schema whose `kind` is a literal, and how its defaults are applied. */
export const kind = <S extends z.ZodObject<{ kind: z.ZodType<string> }>, R, C = Context>(
  schema: S,
  resolve: (written: z.output<S>, context: C) => R,
): Kind<S, R, C> => ({ schema, resolve });

/** The schema of `kind` in the kind that is meant where the file names none. */
export const defaultKind = <N extends string>(name: N) => z.literal(name).optional().default(name);

/** Kinds by their names. */
type Kinds = Readonly<Record<string, Kind<z.ZodObject, unknown, never>>>;
/** Each name is the value of `kind` in its schema. */
type Named<K> = { readonly [N in keyof K]: { readonly schema: { readonly shape: { readonly kind: z.ZodType<N> } } } };
type Schema<K extends Kinds> = K[keyof K]["schema"];
type Resolve<K extends Kinds> = K[keyof K]["resolve"];
/** What all of the kinds together need to know. */
type ContextOf<K extends Kinds> = [Resolve<K>] extends [(written: never, context: infer C) => unknown] ? C : never;

/** A section that is one of these kinds: the union of their schemas, and the resolution of the one that was written. */
export function kindsOf<K extends Kinds>(kinds: K & Named<K>) {
  const schemas = Object.values(kinds).map(({ schema }) => schema);
  const [only, ...others] = schemas;
  // A single kind is no union, so that its keys are documented like those of any other section.
  const schema = only === undefined || others.length > 0 ? z.discriminatedUnion("kind", schemas as never) : only;
  return {
    // What zod infers of a list whose length it does not know is less than what is known here.
    schema: schema as unknown as z.ZodType<z.output<Schema<K>>, z.input<Schema<K>>>,
    resolve: (written: z.output<Schema<K>>, context: ContextOf<K>): ReturnType<Resolve<K>> => {
      const chosen = kinds[(written as { kind: string }).kind] as Kind<z.ZodType, ReturnType<Resolve<K>>, ContextOf<K>>;
      return chosen.resolve(written, context);
    },
  };
}
