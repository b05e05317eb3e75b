import { isDocumentation } from "./ip";
import { gateWarnings } from "./rules/patch-kubelet";
import { versionWarnings } from "./rules/versions";
import type { ResolvedClusterConfig } from "./types";

/** What is legal but worth a second look; each says what to do. */
export function configWarnings(config: ResolvedClusterConfig): string[] {
  return WARNINGS.flatMap((warn) => [...warn(config)]);
}

type Warning = (config: ResolvedClusterConfig) => readonly string[];

const when = (condition: boolean, text: string): readonly string[] => (condition ? [text] : []);

const WARNINGS: readonly Warning[] = [
  versionWarnings,
  gateWarnings,
  ({ access }) =>
    when(
      [...access.kubernetesApi, ...access.talosApi].every(isDocumentation),
      "access: only documentation networks may use the APIs, so an apply will wait in vain; name your networks",
    ),
  ({ controlPlane }) =>
    when(
      controlPlane.nodes.length === 1,
      "controlPlane.count: one control plane, so that its loss is the loss of the cluster; use 3 in production",
    ),
  ({ controlPlane }) =>
    when(
      controlPlane.nodes.length > 1 && ["affinity", "soft-affinity", "none"].includes(controlPlane.serverGroupPolicy),
      `controlPlane.serverGroupPolicy: with ${controlPlane.serverGroupPolicy} one host may take all control planes with it; use anti-affinity`,
    ),
  ({ controlPlane, workers }) =>
    when(
      !controlPlane.schedulable && workers.every(({ nodes }) => nodes.length === 0),
      "workers: no node runs ordinary pods; add a pool, or set controlPlane.schedulable",
    ),
  ({ state }) =>
    when(
      state.kind === "s3" && !state.lockFile,
      "state.lockFile: nothing keeps two applies from running at once; set it to true if the store honours If-None-Match",
    ),
  ({ state }) =>
    when(
      state.kind === "s3" && (state.endpoint ?? "").startsWith("http:"),
      "state.endpoint: the state travels unencrypted over http; use https",
    ),
  ({ manifests }) =>
    manifests.extra
      .filter((url) => /\/(main|master|latest|HEAD)\//.test(url))
      .map((url) => `manifests.extra: ${url} is not pinned and changes by itself; use the URL of a release`),
];
