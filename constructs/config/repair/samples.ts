import { z } from "zod";
import { ifGiven } from "./schema-at";

/** Values of which every leaf of a schema accepts at least one; a test says where it accepts none. */
const VALUES = [
  "x",
  "a.example.org",
  "2001:db8::/32",
  "192.0.2.0/24",
  "192.0.2.1",
  "v1.13.0",
  "https://a.example.org",
  "oci://a.example.org/a",
  "a/a",
  "00000000-0000-4000-8000-000000000001",
  `sha256:${"0".repeat(64)}`,
  "0".repeat(64),
  1,
  10,
  1500,
  30000,
  false,
  "y",
  "b.example.org",
  "2001:db8:1::/48",
  "198.51.100.0/24",
  "192.0.2.2",
  "v1.14.0",
  "https://b.example.org",
  "oci://b.example.org/b",
  "b/b",
  "00000000-0000-4000-8000-000000000002",
  `sha256:${"1".repeat(64)}`,
  "1".repeat(64),
  3,
  20,
  9000,
  32000,
  true,
];

/** Which of two values stands in for one that a schema refused. */
export type Variant = 0 | 1;

/**
 * A value that a schema accepts: the least one, or one that says everything, and differs wherever it can.
 *
 * Undefined where the value may be left out, and where no value is known that would be accepted.
 */
export function sample(schema: unknown, variant: Variant): unknown {
  const inner = ifGiven(schema);
  if (inner !== undefined) return variant === 0 ? undefined : sample(inner, variant);
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).flatMap(([key, child]) => {
        const value = sample(child, variant);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }
  if (schema instanceof z.ZodRecord) return variant === 0 ? {} : { x: sample(schema.valueType, variant) };
  if (schema instanceof z.ZodArray) {
    return variant === 0 && schema.safeParse([]).success ? [] : [sample(schema.element, variant)];
  }
  if (schema instanceof z.ZodUnion) return sample(pick(schema.options, variant), variant);
  if (schema instanceof z.ZodEnum) return pick(schema.options, variant);
  if (schema instanceof z.ZodLiteral) return pick([...schema.values], variant);
  return leaf(schema, variant);
}

const pick = <T>(list: readonly T[], variant: Variant): T | undefined => (variant === 0 ? list[0] : list.at(-1));

const leaves = new WeakMap<z.ZodType, readonly unknown[]>();

function leaf(schema: unknown, variant: Variant): unknown {
  if (!(schema instanceof z.ZodType)) return undefined;
  const known = leaves.get(schema) ?? VALUES.filter((value) => schema.safeParse(value).success);
  leaves.set(schema, known);
  return pick(known, variant);
}
