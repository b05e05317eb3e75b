/** Which Talos and which Kubernetes versions go together. */
import type { ResolvedClusterConfig } from "../cluster";
import { isUnknownKubernetes, minorOf, NEWEST_KUBERNETES, unfitKubernetes } from "../releases";
import { type Rule, rule } from "./rule";

const kubernetesVersion = rule({
  id: "kubernetes-version",
  needs: ["talos", "kubernetes"],
  *check({ talos, kubernetes }) {
    // A Talos that is not known here is reported by its own section.
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
});

/** What to say of a Kubernetes that is newer than this program; legal, so that a new release can be tried. */
export const versionWarnings = ({ talos, kubernetes }: ResolvedClusterConfig): readonly string[] =>
  isUnknownKubernetes(talos.version, kubernetes.version)
    ? [
        `kubernetes.version: ${kubernetes.version} is newer than 1.${NEWEST_KUBERNETES}, the last that this program knows; check Talos' support matrix`,
      ]
    : [];

/** Rules about versions. */
export const VERSION_RULES: readonly Rule[] = [kubernetesVersion];
