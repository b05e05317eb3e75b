/** Which Talos and which Kubernetes versions go together. */
import { compare, parse } from "semver";
import type { ResolvedClusterConfig } from "../types";
import type { Rule } from "./rule";

/**
 * First and last Kubernetes minor of each Talos minor that the shipped patches are written for.
 *
 * https://github.com/siderolabs/talos/tree/main/pkg/machinery/compatibility
 */
const MATRIX = new Map<string, readonly [number, number]>([
  ["1.12", [30, 35]],
  ["1.13", [31, 36]],
  ["1.14", [32, 37]],
]);
const TALOS = [...MATRIX.keys()];
const OLDEST_TALOS = TALOS[0] ?? "";
const NEWEST_TALOS = TALOS.at(-1) ?? "";
const NEWEST_KUBERNETES = Math.max(...[...MATRIX.values()].map(([, last]) => last));

/** `1.13` of `v1.13.9`. */
const minor = (version: string): string => {
  const v = parse(version);
  return v === null ? version : `${v.major}.${v.minor}`;
};
const newer = (a: string, b: string): boolean => compare(`${minor(a)}.0`, `${minor(b)}.0`) > 0;

/** Whether the cluster runs this Kubernetes minor or a newer one. */
export const kubernetesAtLeast = (config: ResolvedClusterConfig, than: string): boolean =>
  !newer(`${than}.0`, config.kubernetes.version);

const talosVersion: Rule = {
  id: "talos-version",
  needs: ["talos"],
  *check({ talos: { version } }) {
    if (newer(`${OLDEST_TALOS}.0`, version)) {
      yield {
        path: ["talos", "version"],
        message: `must be ${TALOS.join(", ")} or newer, which the shipped patches are written for; got ${version}`,
      };
    }
  },
};

const kubernetesVersion: Rule = {
  id: "kubernetes-version",
  needs: ["talos", "kubernetes"],
  *check({ talos, kubernetes }) {
    const range = MATRIX.get(minor(talos.version));
    // An unknown Talos is reported by the rule above, or a warning.
    const [first, last] = range ?? MATRIX.get(NEWEST_TALOS) ?? [0, 0];
    const found = parse(kubernetes.version);
    const tooOld = found !== null && (found.major < 1 || found.minor < first);
    const tooNew =
      range !== undefined && found !== null && found.minor > last && !isUnknownKubernetes(talos.version, found.minor);
    if (tooOld || tooNew) {
      yield {
        path: ["kubernetes", "version"],
        message:
          `Talos ${minor(talos.version)} runs Kubernetes 1.${first} to 1.${last}; got ${kubernetes.version}; ` +
          "change it, or talos.version",
      };
    }
  },
};

/** Newer than everything known, with a Talos that may know more than this program does. */
const isUnknownKubernetes = (talos: string, kubernetesMinor: number): boolean =>
  kubernetesMinor > NEWEST_KUBERNETES && !newer(NEWEST_TALOS, talos);

/** What to say of versions that are newer than this program; legal, so that a new release can be tried. */
export function versionWarnings({ talos, kubernetes }: ResolvedClusterConfig): readonly string[] {
  const warnings = [];
  if (newer(talos.version, NEWEST_TALOS)) {
    warnings.push(
      `talos.version: ${talos.version} is newer than ${NEWEST_TALOS}, the last that this program knows; try it on a test cluster first`,
    );
  }
  if (isUnknownKubernetes(talos.version, parse(kubernetes.version)?.minor ?? 0)) {
    warnings.push(
      `kubernetes.version: ${kubernetes.version} is newer than 1.${NEWEST_KUBERNETES}, the last that this program knows; check Talos' support matrix`,
    );
  }
  return warnings;
}

/** Rules about versions. */
export const VERSION_RULES: readonly Rule[] = [talosVersion, kubernetesVersion];
