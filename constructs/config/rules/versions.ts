/** Which Talos and which Kubernetes versions go together. */
import {
  isTooOldTalos,
  isUnknownKubernetes,
  isUnknownTalos,
  minorOf,
  NEWEST_KUBERNETES,
  NEWEST_TALOS,
  TALOS_MINORS,
  unfitKubernetes,
} from "../releases";
import type { ResolvedClusterConfig } from "../types";
import type { Rule } from "./rule";

const talosVersion: Rule = {
  id: "talos-version",
  needs: ["talos"],
  *check({ talos: { version } }) {
    if (isTooOldTalos(version)) {
      yield {
        path: ["talos", "version"],
        message: `must be ${TALOS_MINORS.join(", ")} or newer, which the shipped patches are written for; got ${version}`,
      };
    }
  },
};

const kubernetesVersion: Rule = {
  id: "kubernetes-version",
  needs: ["talos", "kubernetes"],
  *check({ talos, kubernetes }) {
    // An unknown Talos is reported by the rule above, or a warning.
    const unfit = unfitKubernetes(talos.version, kubernetes.version);
    if (unfit !== undefined) {
      yield {
        path: ["kubernetes", "version"],
        message:
          `Talos ${minorOf(talos.version)} runs Kubernetes 1.${unfit.first} to 1.${unfit.last}; ` +
          `got ${kubernetes.version}; change it, or talos.version`,
      };
    }
  },
};

/** What to say of versions that are newer than this program; legal, so that a new release can be tried. */
export function versionWarnings({ talos, kubernetes }: ResolvedClusterConfig): readonly string[] {
  const warnings = [];
  if (isUnknownTalos(talos.version)) {
    warnings.push(
      `talos.version: ${talos.version} is newer than ${NEWEST_TALOS}, the last that this program knows; try it on a test cluster first`,
    );
  }
  if (isUnknownKubernetes(talos.version, kubernetes.version)) {
    warnings.push(
      `kubernetes.version: ${kubernetes.version} is newer than 1.${NEWEST_KUBERNETES}, the last that this program knows; check Talos' support matrix`,
    );
  }
  return warnings;
}

/** Rules about versions. */
export const VERSION_RULES: readonly Rule[] = [talosVersion, kubernetesVersion];
