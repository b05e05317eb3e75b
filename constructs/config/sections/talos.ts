/** The nodes' operating system. */
import { z } from "zod";
import type { Immutable } from "../json";
import { version, withV } from "../primitives";
import { contractOf, DEFAULT_VERSIONS, isTooOldTalos, isUnknownTalos, NEWEST_TALOS, TALOS_MINORS } from "../releases";
import { section, type SectionRule } from "../section";

const schema = z
  .strictObject({
    version: version.default(DEFAULT_VERSIONS.talos).meta({
      description: "Talos version of the image and of the machine configs.",
    }),
    configDrive: z.boolean().default(true).meta({
      description: "Give the machine config by config drive (64 KB) instead of the metadata service only (16 KB).",
    }),
    allowReboots: z.boolean().default(false).meta({
      description:
        "Let a changed machine config reboot nodes that need it, one at a time; otherwise such a change is refused.",
    }),
  })
  .prefault({})
  .meta({ id: "Talos", description: "The nodes' operating system." });

function resolve(written: z.output<typeof schema>) {
  const resolved = withV(written.version);
  return {
    ...written,
    /** With a leading "v". */
    version: resolved,
    /** The version contract of the machine configs, for example v1.13. */
    contract: contractOf(resolved),
  };
}

/** The nodes' operating system, with every default applied. */
export type ResolvedTalos = Immutable<ReturnType<typeof resolve>>;

const talosVersion: SectionRule<unknown, ResolvedTalos> = {
  id: "talos-version",
  *check({ version: got }) {
    if (isTooOldTalos(got)) {
      yield {
        path: ["version"],
        message: `must be ${TALOS_MINORS.join(", ")} or newer, which the shipped patches are written for; got ${got}`,
      };
    }
  },
};

/** The nodes' operating system. */
export const talos = section({
  schema,
  resolve,
  rules: [talosVersion],
  // Legal, so that a new release can be tried.
  *warnings({ version: got }) {
    if (isUnknownTalos(got)) {
      yield {
        path: ["version"],
        message: `${got} is newer than ${NEWEST_TALOS}, the last that this program knows; try it on a test cluster first`,
      };
    }
  },
});
