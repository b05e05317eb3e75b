import { stringify } from "yaml";
import type { ResolvedClusterConfig } from "../config/cluster";
import type { Json } from "../config/json";
import { ciliumInstall, type CiliumSections } from "./cilium";
import { shippedDocuments } from "./shipped";

/** Manifests that the control planes apply at bootstrap, as Talos takes them; comments are left out, user data is small. */
export function inlineManifests(config: CiliumSections & Pick<ResolvedClusterConfig, "manifests">): Json[] {
  const { cni, manifests } = config;
  const shipped = (name: string) => ({ name, documents: shippedDocuments(`manifests/${name}.yaml`) });
  const wanted = [
    ...(manifests.kubeletServingCertApprover ? [shipped("kubelet-serving-cert-approver")] : []),
    ...(manifests.metricsServer ? [shipped("metrics-server")] : []),
    ...(cni.kind === "cilium" && cni.cilium.install
      ? [{ name: "cilium-install", documents: ciliumInstall(config) }]
      : []),
  ];
  return wanted.map(({ name, documents }) => ({
    name,
    contents: documents.map((document) => stringify(document, { lineWidth: 0 })).join("---\n"),
  }));
}
