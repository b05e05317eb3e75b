import { ConfigError } from "../../constructs/config/reader/errors";
import type { ClusterFile } from "../../constructs/config/cluster";
import { parseFile } from "../../constructs/load";
import { good } from "./good";

/** A valid cluster with every section that can hold a mistake. */
const CLUSTER: ClusterFile = {
  ...good,
  network: { create: { externalNetwork: "public" } },
  workers: { general: { count: 2, flavor: "m1.large", volumes: [{ name: "data", sizeGiB: 10 }] } },
  // Small machine configs take less time.
  cni: { kind: "flannel" },
  manifests: { kubeletServingCertApprover: false, metricsServer: false },
  state: { kind: "s3", bucket: "states", endpoint: "https://s3.example.org" },
  openstack: { tags: ["team-a"] },
};

/** Mistakes of all kinds: the place, what is written there, and the beginning of what is said. */
const MISTAKES: readonly (readonly [place: string, value: unknown, said: string])[] = [
  ["name", "Demo", "name: must be a DNS label"],
  ["domain", "${domain}", "domain: must be a lower-case domain name"],
  ["talos.versoin", "v1.13.9", 'talos.versoin: unknown key "versoin"'],
  ["talos.version", "v1.9.0", "talos.version: must be 1.12"],
  ["kubernetes.podCidr", "10.0.0.0/33", "kubernetes.podCidr: must be an IPv4 network"],
  ["kubernetes.serviceCidr", "10.96.0.0/30", "kubernetes.serviceCidr: must be from /12 to /28"],
  ["image.id", 7, "image.id: must be text"],
  ["image.file", "talos.qcow2", "image.file: must be a raw image"],
  ["network.create.mtu", 100, "network.create.mtu: must be at least 1280"],
  ["network.create.dnsServers", "192.0.2.53", "network.create.dnsServers: must be a list"],
  ["loadBalancer.flavour", "m1.small", 'loadBalancer.flavour: unknown key "flavour"'],
  ["loadBalancer.floatingIpPool", "", "loadBalancer.floatingIpPool: must not be empty"],
  ["dns", { kind: "rfc2136", server: "a b" }, "dns.server: must be"],
  ["access.ssh", ["192.0.2.7/24"], "access.ssh[0]: must not have host bits set"],
  ["access.kubernetesApi", ["world"], "access.kubernetesApi[0]: must be an IPv4 network"],
  ["access.talosApi", ["0.0.0.0/0"], "access.talosApi[0]: opens the API to the world"],
  ["controlPlane.count", 2, "controlPlane.count: must be odd"],
  ["controlPlane.zones", [""], "controlPlane.zones[0]: must not be empty"],
  ["workers.general.count", "three", "workers.general.count: must be a number"],
  ["workers.general.labels", { "a b": "c" }, 'workers.general.labels["a b"]: must be name or domain/name'],
  ["workers.general.patches", [{ machin: {} }], 'workers.general.patches[0].machin: unknown key "machin"'],
  ["workers.gpu", { count: 1 }, "workers.gpu.flavor: is required"],
  ["cni.kind", "celium", "cni.kind: must be one of cilium"],
  ["manifests.extra", ["example.org"], "manifests.extra[0]: must be an http or https URL"],
  ["patches.global", [{ machine: { type: "worker" } }], "patches.global[0].machine.type: reaches nodes"],
  ["patches.worker", ["none.yaml"], "patches.worker[0]: file none.yaml does not exist"],
  ["state.acl", "private", "state.acl: is for AWS only"],
  ["state.lockFile", "maybe", "state.lockFile: must be true or false"],
  ["directories.kubeconfigs", "cdktf.out/kube", "directories.kubeconfigs: must not be inside of cdktf.out"],
  ["timeouts.dns", 0, "timeouts.dns: must be at least 1"],
  ["openstack.tags", ["a/b"], "openstack.tags[0]: Nova allows"],
  ["openstack.region", "${region}", 'openstack.region: must not contain "${"'],
  ["providers.openstack", "latest", "providers.openstack: must be a version constraint"],
];

/** A copy of the cluster with these mistakes in it. */
function withMistakes(mistakes: readonly (typeof MISTAKES)[number][]): ClusterFile {
  const file = structuredClone(CLUSTER) as unknown as Record<string, unknown>;
  for (const [place, value] of mistakes) {
    const keys = place.split(".");
    const last = keys.pop() ?? "";
    const parent = keys.reduce((at, key) => (at[key] ??= {}) as Record<string, unknown>, file);
    parent[last] = value;
  }
  return file as unknown as ClusterFile;
}

function said(file: ClusterFile): readonly string[] {
  try {
    parseFile(file);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
  return [];
}

const beginnings = (file: ClusterFile, mistakes: readonly (typeof MISTAKES)[number][]): readonly string[] => {
  const problems = said(file);
  return mistakes.map(([, , begin]) => begin).filter((begin) => !problems.some((text) => text.startsWith(begin)));
};

test("the cluster without mistakes is valid", () => {
  expect(said(CLUSTER)).toEqual([]);
});

test.each(MISTAKES)("a mistake at %s is said, and nothing that follows from it", (...mistake) => {
  expect(said(withMistakes([mistake]))).toEqual([expect.stringContaining(mistake[2])]);
});

const PAIRS = MISTAKES.flatMap((a, i) => MISTAKES.slice(i + 1).map((b) => [a, b] as const));

test(`each of ${MISTAKES.length} mistakes is said beside each of the others`, () => {
  const hidden = PAIRS.flatMap((pair) =>
    beginnings(withMistakes(pair), pair).map((begin) => `${pair.map(([place]) => place).join(" and ")} hide: ${begin}`),
  );
  expect(hidden).toEqual([]);
});

test("all of them at once are said at once", () => {
  expect(beginnings(withMistakes(MISTAKES), MISTAKES)).toEqual([]);
});
