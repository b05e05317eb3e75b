/** Patches of kubelets and of feature gates. */
import { isMapping, type Path } from "../paths";
import type { ResolvedClusterConfig } from "../types";
import { nodeRestriction } from "./labels";
import { at, patchDocuments, type PatchDocument, patchRule, setAt } from "./patch-reach";
import type { Rule } from "./rule";
import { kubernetesAtLeast } from "./versions";

/** https://github.com/siderolabs/talos/blob/v1.13.9/pkg/machinery/config/types/v1alpha1/v1alpha1_validation.go */
const PROTECTED = [
  "apiVersion",
  "authentication",
  "authorization",
  "cgroupRoot",
  "kind",
  "kubeletCgroups",
  "port",
  "protectKernelDefaults",
  "resolvConf",
  "rotateCertificates",
  "systemCgroups",
  "staticPodPath",
  "seccompDefault",
];
const KUBELET_CONFIG = ["machine", "kubelet", "extraConfig"];

const patchKubeletConfig = patchRule("patch-kubelet-config", function* (document) {
  for (const key of PROTECTED) {
    if (setAt(document, [...KUBELET_CONFIG, key]) !== undefined) {
      yield at(document, [...KUBELET_CONFIG, key], "is protected by Talos, which refuses the whole config; remove it");
    }
  }
});

const patchNodeLabels = patchRule("patch-node-labels", function* (document) {
  const labels = setAt(document, ["machine", "nodeLabels"]);
  if (!isMapping(labels) || !document.machineTypes.includes("worker")) return;
  for (const [key, value] of Object.entries(labels)) {
    const message = isMapping(value) ? undefined : nodeRestriction(key);
    if (message !== undefined) yield at(document, ["machine", "nodeLabels", key], message);
  }
});

const patchNodeTaints = patchRule("patch-node-taints", function* (document) {
  const path = ["machine", "nodeTaints"];
  if (!document.machineTypes.includes("worker") || setAt(document, path) === undefined) return;
  yield at(
    document,
    path,
    "Kubernetes refuses taints that a worker gives itself later (NodeRestriction), and its labels and annotations with them; use workers.<pool>.taints, or move it to patches.controlPlane",
  );
});

const patchKubeletLabels = patchRule("patch-kubelet-labels", function* (document) {
  const path = ["machine", "kubelet", "extraArgs", "node-labels"];
  for (const pair of listOf(setAt(document, path))) {
    const key = pair.split("=")[0] ?? "";
    if (nodeRestriction(key) !== undefined) {
      yield at(
        document,
        path,
        `the kubelet exits on ${key}, an unknown label of kubernetes.io; remove it from node-labels`,
      );
    }
  }
});

/** Where feature gates are set, as a mapping or as text of arguments. */
const GATES: readonly Path[] = [
  [...KUBELET_CONFIG, "featureGates"],
  ["machine", "kubelet", "extraArgs", "feature-gates"],
  ["cluster", "apiServer", "extraArgs", "feature-gates"],
  ["cluster", "controllerManager", "extraArgs", "feature-gates"],
  ["cluster", "scheduler", "extraArgs", "feature-gates"],
];

const patchFeatureGates = patchRule(
  "patch-feature-gates",
  function* (document, config) {
    for (const { path, gate, on } of gatesOf(document)) {
      const message = brokenGate(gate, on, config);
      if (message !== undefined) yield at(document, path, message);
    }
  },
  ["kubernetes"],
);

function brokenGate(gate: string, on: boolean, config: ResolvedClusterConfig): string | undefined {
  const remove = `Kubernetes ${config.kubernetes.version} would not start; remove it`;
  if (gate === "UserNamespacesPodSecurityStandards" && kubernetesAtLeast(config, "1.35")) {
    return `feature gate ${gate} is gone since Kubernetes 1.35; ${remove}`;
  }
  if (gate === "UserNamespacesSupport" && !on && kubernetesAtLeast(config, "1.36")) {
    return `feature gate ${gate} is locked to true since Kubernetes 1.36; ${remove}`;
  }
  return undefined;
}

/** Gates that are tolerated for now, so that the next Kubernetes does not come as a surprise. */
export const gateWarnings = (config: ResolvedClusterConfig): readonly string[] =>
  patchDocuments(config)
    .filter((document) => gatesOf(document).some(({ gate, on }) => gate === "UserNamespacesSupport" && on))
    .filter(() => kubernetesAtLeast(config, "1.36"))
    .map(
      ({ patch }) =>
        `${patch.source}: feature gate UserNamespacesSupport is always on since Kubernetes 1.36; remove it`,
    );

interface Gate {
  readonly path: Path;
  readonly gate: string;
  readonly on: boolean;
}

const gatesOf = (document: PatchDocument): readonly Gate[] =>
  GATES.flatMap((path): readonly Gate[] => {
    const value = setAt(document, path);
    if (isMapping(value)) {
      return Object.entries(value).map(([gate, on]) => ({ path: [...path, gate], gate, on: String(on) === "true" }));
    }
    return listOf(value).map((pair) => {
      const [gate = "", on] = pair.split("=");
      return { path, gate, on: on?.toLowerCase() === "true" };
    });
  });

/** Items of an argument: a comma-separated text, or a list of such. */
const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value])
    .flatMap((item) => (typeof item === "string" ? item.split(",") : []))
    .map((item) => item.trim());

/** Rules about kubelets and feature gates in patches. */
export const PATCH_KUBELET_RULES: readonly Rule[] = [
  patchKubeletConfig,
  patchNodeLabels,
  patchNodeTaints,
  patchKubeletLabels,
  patchFeatureGates,
];
