import { createHash } from "node:crypto";
import { parse, stringify } from "yaml";
import { z } from "zod";

/** Keys in the order in which the factory writes them; any other is refused. */
const SCHEMATIC = z.strictObject({
  customization: z
    .strictObject({
      extraKernelArgs: z.array(z.string()).optional(),
      meta: z.array(z.strictObject({ key: z.number(), value: z.string() })).optional(),
      systemExtensions: z.strictObject({ officialExtensions: z.array(z.string()).optional() }).optional(),
    })
    .optional(),
});

/** What the factory makes of a schematic that it takes. */
export interface Registered {
  /** SHA-256 of the text, in lower-case hex. */
  readonly id: string;
  /** The schematic as the factory itself writes it. */
  readonly schematic: string;
}

/**
 * Reads a schematic of YAML or JSON as Image Factory does.
 *
 * Throws what is wrong with it.
 * https://github.com/siderolabs/image-factory/blob/v1.5.0/pkg/schematic/schematic.go
 */
export function readSchematic(text: string): Registered {
  const { data, error } = SCHEMATIC.safeParse(parse(text));
  if (error !== undefined) throw new Error(error.issues.map(({ message }) => message).join("; "));
  const { customization = {} } = data;
  const schematic = stringify({ customization: withoutEmpty(customization) }, { indent: 4, lineWidth: 0 });
  return { id: createHash("sha256").update(schematic).digest("hex"), schematic };
}

/** Go's omitempty: lists and mappings without content are not written. */
function withoutEmpty(mapping: object): object {
  const kept = Object.entries(mapping)
    .map(([key, value]: [string, unknown]): [string, unknown] => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) ? withoutEmpty(value) : value,
    ])
    .filter(([, value]) => typeof value !== "object" || value === null || Object.keys(value).length > 0);
  return Object.fromEntries(kept);
}
