/** The nodes' operating system. */
import { z } from "zod";
import type { Immutable } from "../json";
import { MAJOR_ONE, version, withV } from "../primitives";
import {
  canBlockRoutes,
  contractOf,
  DEFAULT_VERSIONS,
  isTooOldTalos,
  isUnknownTalos,
  NEWEST_TALOS,
  TALOS_MINORS,
} from "../releases";
import { section, type SectionRule } from "../section";

const schema = z
  .strictObject({
    version: version(DEFAULT_VERSIONS.talos, MAJOR_ONE).default(DEFAULT_VERSIONS.talos).meta({
      description: "Talos version of the image and of the machine configs.",
    }),
    configDrive: z.boolean().default(true).meta({
      description: "Give the machine config by config drive (64 KB) instead of the metadata service only (16 KB).",
    }),
    metadataService: z
      .enum(["blocked", "open"])
      .optional()
      .meta({
        description:
          "Whether OpenStack's metadata service, which has the machine config of each node, answers nodes and their pods. " +
          "Default: blocked, if there is a config drive and Talos is 1.13 or newer; otherwise open. A running node gets the " +
          "default with the next change of its machine config, and what is written here by the next apply.",
      }),
    allowReboots: z.boolean().default(false).meta({
      description:
        "Let a changed machine config reboot nodes that need it, one at a time; otherwise such a change is refused.",
    }),
  })
  .prefault({})
  .meta({ id: "Talos", description: "The nodes' operating system." });

/** Why a node needs the metadata service, or cannot block it; undefined if it can. */
function cannotBlock({ version: talos, configDrive }: { version: string; configDrive: boolean }): string | undefined {
  if (!configDrive) return "nodes without talos.configDrive get their machine config from it";
  return canBlockRoutes(talos) ? undefined : `Talos ${talos} has no way to, 1.13 has`;
}

function resolve(written: z.output<typeof schema>) {
  const resolved = withV(written.version);
  return {
    ...written,
    /** With a leading "v". */
    version: resolved,
    /** The version contract of the machine configs, for example v1.13. */
    contract: contractOf(resolved),
    /** Whether the metadata service does not answer nodes and pods. */
    blocksMetadata:
      (written.metadataService ?? (cannotBlock(written) === undefined ? "blocked" : "open")) === "blocked",
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

const blockableMetadata: SectionRule<unknown, ResolvedTalos> = {
  id: "blockable-metadata",
  *check(talos) {
    const why = cannotBlock(talos);
    if (talos.metadataService === "blocked" && why !== undefined) {
      yield { path: ["metadataService"], message: `cannot be blocked: ${why}; remove the line, or mend that` };
    }
  },
};

/** The nodes' operating system. */
export const talos = section({
  schema,
  resolve,
  rules: [talosVersion, blockableMetadata],
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
