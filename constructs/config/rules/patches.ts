/** Patches that Talos would refuse, or that would contradict the cluster file. */
import { nodeNames } from "../nodes";
import type { KeyPath } from "../reader/key-path";
import { didYouMean } from "../reader/nearest";
import { at, patchRule, setAt } from "./patch-reach";
import { type Rule, rule } from "./rule";

const patchUnknownNode = rule({
  id: "patch-unknown-node",
  needs: ["name", "controlPlane", "workers", "patches"],
  *check(config) {
    const nodes = nodeNames(config);
    for (const name of Object.keys(config.patches.nodes)) {
      if (!nodes.includes(name)) {
        yield {
          path: ["patches", "nodes", name],
          message: `there is no node ${JSON.stringify(name)}${didYouMean(name, nodes) || ";"} nodes: ${list(nodes)}`,
        };
      }
    }
  },
});

const list = (names: readonly string[]): string =>
  names.length > 9 ? `${names.slice(0, 9).join(", ")} and ${names.length - 9} more` : names.join(", ");

const MAIN_KEYS = ["version", "debug", "persist", "machine", "cluster"];

const patchDocument = patchRule("patch-document", function* (document) {
  const { content, isMain } = document;
  if (isMain) {
    for (const key of Object.keys(content).filter(
      (k) => !MAIN_KEYS.includes(k) && k !== "apiVersion" && k !== "$patch",
    )) {
      yield at(
        document,
        [key],
        `unknown key ${JSON.stringify(key)}${didYouMean(key, MAIN_KEYS) || ";"} allowed: ${MAIN_KEYS.join(", ")}, or a document with a kind`,
      );
    }
  }
  if (isMain === (content["apiVersion"] !== undefined)) {
    const missing = isMain ? "kind" : "apiVersion";
    yield at(document, [], `a document must have both apiVersion and kind, or neither; add ${missing}`);
  }
});

const patchMachineType = patchRule("patch-machine-type", function* (document) {
  const type = setAt(document, ["machine", "type"]);
  if (type !== undefined && document.machineTypes.some((role) => role !== type)) {
    yield at(
      document,
      ["machine", "type"],
      `reaches nodes of type ${document.machineTypes.join(" and ")}, which it must not change; remove it`,
    );
  }
});

const patchHostname = patchRule("patch-hostname", function* (document) {
  if (setAt(document, ["machine", "network", "hostname"]) !== undefined) {
    yield at(
      document,
      ["machine", "network", "hostname"],
      "conflicts with the HostnameConfig document of Talos 1.12 and newer; remove it: nodes are called as their servers",
    );
  }
  const { kind, hostname } = document.content;
  if (kind === "HostnameConfig" && hostname !== undefined && hostname !== document.node?.name) {
    yield at(document, ["hostname"], "must be the name of the server, by which its node is known; remove it");
  }
});

/** What Talos accepts on control planes only. */
const CONTROL_PLANE_ONLY: readonly KeyPath[] = [
  ["cluster", "etcd"],
  ["machine", "features", "kubernetesTalosAPIAccess"],
];

const patchControlPlaneOnly = patchRule("patch-control-plane-only", function* (document) {
  if (!document.machineTypes.includes("worker")) return;
  for (const path of CONTROL_PLANE_ONLY) {
    const value = setAt(document, path);
    const disabled = typeof value === "object" && value !== null && "enabled" in value && value.enabled === false;
    if (value !== undefined && value !== "" && !disabled) {
      yield at(
        document,
        path,
        "is for control planes only, and this patch reaches workers; move it to patches.controlPlane",
      );
    }
  }
});

const patchRbac = patchRule("patch-rbac", function* (document) {
  if (setAt(document, ["machine", "features", "rbac"]) === false) {
    yield at(document, ["machine", "features", "rbac"], "RBAC of the Talos API cannot be turned off; remove it");
  }
});

const patchKubeProxy = patchRule(
  "patch-kube-proxy",
  function* (document, { cni }) {
    const path = ["cluster", "proxy", "disabled"];
    const replaced = cni.kind === "cilium" && cni.cilium.values["kubeProxyReplacement"] !== false;
    if (!replaced || setAt(document, path) !== false) return;
    yield at(
      document,
      path,
      "Cilium replaces kube-proxy, and both fight over the same packets; remove it, or set kubeProxyReplacement: false in cni.cilium.values",
    );
  },
  ["cni"],
);

/** Rules about the content of patches. */
export const PATCH_RULES: readonly Rule[] = [
  patchUnknownNode,
  patchDocument,
  patchMachineType,
  patchHostname,
  patchControlPlaneOnly,
  patchRbac,
  patchKubeProxy,
];
