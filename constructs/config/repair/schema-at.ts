import { z } from "zod";
import { type KeyPath, valueAt } from "../reader/key-path";

/** The schema of the value at a path of data; undefined where the schema knows no such place. */
export function schemaAt(schema: unknown, data: unknown, path: KeyPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const inner = unwrapped(schema);
  const next = valueAt(data, [key]);
  if (inner instanceof z.ZodObject) return schemaAt(inner.shape[key], next, rest);
  if (inner instanceof z.ZodRecord) return schemaAt(inner.valueType, next, rest);
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, next, rest);
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const { discriminator } = inner.def;
    const named = inner.options.find((option) => accepts(option, discriminator, valueAt(data, [discriminator])));
    if (named !== undefined) return schemaAt(named, data, path);
    // Which kind is meant is what is wrong: any will do.
    const kinds = inner.options.flatMap((option) => shapeOf(option)[discriminator] ?? []);
    return key === discriminator ? z.union(kinds) : undefined;
  }
  return undefined;
}

/** The schema of a value that may be left out, of one that says so; undefined of any other. */
export const ifGiven = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? schema.unwrap()
    : undefined;

/** A schema without what says that its value may be left out. */
function unwrapped(schema: unknown): unknown {
  const inner = ifGiven(schema);
  return inner === undefined ? schema : unwrapped(inner);
}

const shapeOf = (schema: unknown): Readonly<Record<string, z.ZodType | undefined>> =>
  schema instanceof z.ZodObject ? schema.shape : {};

const accepts = (schema: unknown, key: string, value: unknown): boolean =>
  shapeOf(schema)[key]?.safeParse(value).success === true;
