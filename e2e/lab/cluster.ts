import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { type LabProject, OPERATOR } from "./project";
import { S3_ENDPOINT } from "./s3";

/** Name of the clusters of the tests; their projects differ. */
export const CLUSTER = "e2e";

/** Name of its Talos image in Glance. */
export const TALOS_IMAGE = `${CLUSTER}-talos-${DEFAULT_VERSIONS.talos}-amd64`;

/** A network that is not among the admin networks at first; the stranger of the tests is in it. */
export const OTHER_NETWORK = "100.64.77.0/24";

/** What the shipped file holds that the tests go on with. */
type Shipped = {
  readonly dns: { readonly kind: "designate" };
  controlPlane: { count: number };
  workers: { general: { count: number } };
};

/** The file that a fresh clone has, with the names of the lab's cloud in it and nothing else. */
export function shippedFile(project: LabProject, factoryUrl: string) {
  const shipped = parse(readFileSync(join(__dirname, "..", "..", "cluster.yaml"), "utf8")) as Shipped;
  return laidOver(shipped, {
    name: CLUSTER,
    domain: project.zone,
    // Which machine stands behind a server is said by its image.
    image: { factoryUrl, allowHttp: true, properties: { lab_machine: "talos" } },
    network: { create: { externalNetwork: "external", dnsServers: [OPERATOR] } },
    loadBalancer: {
      flavor: "l2.c1r1.10",
      image: "debian-12",
      keyPair: project.name,
      sshPrivateKeyFile: project.privateKey,
    },
    dns: { zone: project.zone },
    controlPlane: { flavor: "l2.c2r4.20" },
    workers: { general: { flavor: "l2.c2r4.20" } },
    access: { kubernetesApi: [`${OPERATOR}/32`], talosApi: [`${OPERATOR}/32`] },
    // The lab's own build has another digest than the one that is shipped.
    cni: { cilium: { helmImage: "docker.io/alpine/helm:4.3.0" } },
    patches: { global: [registryMirrors()] },
    state: { kind: "s3" as const, endpoint: S3_ENDPOINT, bucket: project.bucket.name, region: "RegionOne" },
  });
}

/** The shipped file with the pod network that starts fastest. */
export const flannelFile = (project: LabProject, factoryUrl: string) =>
  laidOver(shippedFile(project, factoryUrl), { cni: { kind: "flannel" as const } });

/** The cluster file of the tests that are about something else than the defaults: some keys more, waits that end sooner. */
export const clusterFile = (project: LabProject, factoryUrl: string) =>
  laidOver(flannelFile(project, factoryUrl), {
    // A destroy is to leave nothing.
    image: { schematic: { extensions: ["siderolabs/qemu-guest-agent"], kernelArgs: [] as string[] }, keep: false },
    protect: false,
    network: { create: { cidr: "10.77.0.0/24" } },
    dns: { ttl: 30 },
    workers: {
      general: {
        labels: { "example.org/tier": "general" },
        taints: [{ key: "example.org/e2e", value: "yes", effect: "PreferNoSchedule" as const }],
      },
    },
    timeouts: { loadBalancer: 240, dns: 120, talosApi: 300, kubernetesApi: 300, nodesReady: 300 },
  });

/** Mappings are merged key by key; what is no mapping takes the place of what was there. */
function laidOver<Base extends object, Over extends object>(base: Base, over: Over): Base & Over {
  const merged = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over) as [string, unknown][]) {
    const before = merged[key];
    merged[key] = isMapping(before) && isMapping(value) ? laidOver(before, value) : value;
  }
  return merged as Base & Over;
}

const isMapping = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The name of the cluster's APIs. */
export const fqdnOf = (project: LabProject): string => `${CLUSTER}.${project.zone}`;

/** Names of the nodes, control planes first. */
export const CONTROL_PLANES = [0, 1, 2].map((index) => `${CLUSTER}-control-plane-${index}`);
export const WORKERS = [0, 1].map((index) => `${CLUSTER}-general-${index}`);
export const NODES = [...CONTROL_PLANES, ...WORKERS];

/** The patch that an operator behind a mirror of registries has. */
export const registryMirrors = (): Patch =>
  parse(readFileSync(join(__dirname, "..", "..", "lab", "talos", "patch.yaml"), "utf8")) as Patch;

/** A type, not an interface, so that it is a JSON object to TypeScript too. */
type Patch = {
  machine: { registries: { mirrors: Record<string, { endpoints: string[]; skipFallback: boolean }> } };
};
