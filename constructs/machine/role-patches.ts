import type { ResolvedClusterConfig } from "../config/cluster";
import type { Json } from "../config/json";
import type { MachineType } from "../config/sections/pool";
import { inlineManifests } from "./manifests";
import { documentsOf } from "./node-patches";
import { shippedPatches } from "./shipped";

/** The sections that decide what the nodes of a role share. */
export type RoleSections = Pick<
  ResolvedClusterConfig,
  "kubernetes" | "controlPlane" | "workers" | "cni" | "manifests" | "patches"
>;

const known = new WeakMap<RoleSections, Map<MachineType, readonly Json[]>>();

/**
 * What all nodes of a role share: the shipped patches, what the file's options say, and the file's own patches.
 *
 * Remembered by config, which never changes: the size of user data is estimated from the same patches.
 */
export function rolePatches(config: RoleSections, machineType: MachineType): readonly Json[] {
  const byRole = known.get(config) ?? new Map<MachineType, readonly Json[]>();
  known.set(config, byRole);
  const patches = byRole.get(machineType) ?? assemble(config, machineType);
  byRole.set(machineType, patches);
  return patches;
}

function assemble(config: RoleSections, machineType: MachineType): readonly Json[] {
  const everywhere = [...shippedPatches("cluster"), networks(config)];
  return machineType === "controlplane"
    ? [
        ...everywhere,
        ...shippedPatches("controlplane"),
        ...controlPlaneOptions(config),
        ...documentsOf(config.patches.global),
        ...documentsOf(config.patches.controlPlane),
      ]
    : [
        ...everywhere,
        ...shippedPatches("worker"),
        ...documentsOf(config.patches.global),
        ...documentsOf(config.patches.worker),
      ];
}

/** Talos replaces these lists instead of appending to them. */
const networks = ({ kubernetes }: RoleSections): Json => ({
  cluster: { network: { podSubnets: [kubernetes.podCidr], serviceSubnets: [kubernetes.serviceCidr] } },
});

function controlPlaneOptions(config: RoleSections): Json[] {
  const manifests = inlineManifests(config);
  return [
    ...podNetwork(config),
    ...(config.controlPlane.schedulable ? [{ cluster: { allowSchedulingOnControlPlanes: true } }] : []),
    ...(manifests.length > 0 ? [{ cluster: { inlineManifests: manifests } }] : []),
    ...(config.manifests.extra.length > 0 ? [{ cluster: { extraManifests: [...config.manifests.extra] } }] : []),
  ];
}

function podNetwork({ cni }: RoleSections): readonly Json[] {
  switch (cni.kind) {
    case "cilium":
      return shippedPatches("cilium");
    case "flannel":
      return []; // what Talos does by itself
    case "none":
      return [{ cluster: { network: { cni: { name: "none" } } } }];
  }
}
