import type { ClusterFile } from "../../constructs/config/cluster";

/** The large choices of one cluster file, which belong together: its kinds, and how many nodes it has; the keys are columns. */
export interface Combination {
  /** Control planes, and workers of each pool. */
  readonly nodes: string;
  readonly image: string;
  readonly network: string;
  readonly loadBalancer: string;
  readonly dns: string;
  readonly cni: string;
  readonly state: string;
}

/** What a cluster file combines. */
export const combinationOf = (file: ClusterFile): Combination => ({
  nodes: [file.controlPlane.count ?? 3, ...Object.values(file.workers ?? {}).map(({ count }) => count)].join(" + "),
  image: keyOf(file.image ?? {}, ["name", "id", "file"], "factory"),
  network: keyOf(file.network, ["name", "id"], "create"),
  loadBalancer: loadBalancerOf(file.loadBalancer),
  dns: file.dns.kind,
  cni: file.cni?.kind ?? "cilium",
  state: file.state?.kind ?? "local",
});

/** The kind, and where HAProxy stands if not beside the nodes. */
function loadBalancerOf(loadBalancer: ClusterFile["loadBalancer"]): string {
  if (loadBalancer.kind === "external") return "external";
  const { network, bastion } = loadBalancer;
  return [
    "haproxy",
    ...(network === undefined ? [] : ["own network"]),
    ...(bastion === undefined ? [] : ["bastion"]),
  ].join(", ");
}

/** The first of these keys that is given. */
const keyOf = (section: object, keys: readonly string[], otherwise: string): string =>
  keys.find((key) => new Map<string, unknown>(Object.entries(section)).get(key) !== undefined) ?? otherwise;
