/** Patches of kubelets and of feature gates. */
import type { ResolvedClusterConfig } from "../cluster";
import { nodeRestriction } from "../kubernetes-names";
import { isMapping, type KeyPath } from "../reader/key-path";
import { fateOfGate, PROTECTED_KUBELET_KEYS } from "../releases";
import { at, patchDocuments, type PatchDocument, patchRule, setAt } from "./patch-reach";
import type { Rule } from "./rule";

const KUBELET_CONFIG = ["machine", "kubelet", "extraConfig"];

const patchKubeletConfig = patchRule("patch-kubelet-config", function* (document) {
  for (const key of PROTECTED_KUBELET_KEYS) {
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
const GATES: readonly KeyPath[] = [
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

function brokenGate(
  gate: string,
  on: boolean,
  { kubernetes }: Pick<ResolvedClusterConfig, "kubernetes">,
): string | undefined {
  const known = fateOfGate(gate, kubernetes.version);
  if (known === undefined || (known.fate === "locked to true" && on)) return undefined;
  return `feature gate ${gate} is ${known.fate} since Kubernetes 1.${known.since}; Kubernetes ${kubernetes.version} would not start; remove it`;
}

/** Gates that are tolerated for now, so that the next Kubernetes does not come as a surprise. */
export const gateWarnings = (config: ResolvedClusterConfig): readonly string[] => [
  ...new Set(
    patchDocuments(config).flatMap((document) =>
      gatesOf(document).flatMap(({ gate, on }) => {
        const known = fateOfGate(gate, config.kubernetes.version);
        if (known?.fate !== "locked to true" || !on) return [];
        const { source } = document.patch;
        return [`${source}: feature gate ${gate} is always on since Kubernetes 1.${known.since}; remove it`];
      }),
    ),
  ),
];

interface Gate {
  readonly path: KeyPath;
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
