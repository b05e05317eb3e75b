import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ClusterFile } from "../../constructs/config/cluster";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { type LabProject, OPERATOR } from "./project";
import { S3_ENDPOINT } from "./s3";

/** Name of the clusters of the tests; their projects differ. */
export const CLUSTER = "e2e";

/** Name of its Talos image in Glance. */
export const TALOS_IMAGE = `${CLUSTER}-talos-${DEFAULT_VERSIONS.talos}-amd64`;

/** A network that is not among the admin networks at first; the stranger of the tests is in it. */
export const OTHER_NETWORK = "100.64.77.0/24";

/** The cluster file of the tests: what an operator of the lab's cloud would write. */
export function clusterFile(project: LabProject, factoryUrl: string) {
  return {
    name: CLUSTER,
    domain: project.zone,
    image: {
      schematic: { extensions: ["siderolabs/qemu-guest-agent"], kernelArgs: [] },
      factoryUrl,
      allowHttp: true,
      format: "raw.gz",
      properties: { lab_machine: "talos" },
      // A destroy is to leave nothing.
      keep: false,
    },
    network: { create: { cidr: "10.77.0.0/24", externalNetwork: "external", dnsServers: [OPERATOR] } },
    loadBalancer: {
      flavor: "l2.c1r1.10",
      image: "debian-12",
      keyPair: project.name,
      sshPrivateKeyFile: project.privateKey,
    },
    dns: { kind: "designate", zone: project.zone, ttl: 30 },
    access: { kubernetesApi: [`${OPERATOR}/32`], talosApi: [`${OPERATOR}/32`] },
    controlPlane: { count: 3, flavor: "l2.c2r4.20" },
    workers: {
      general: {
        count: 2,
        flavor: "l2.c2r4.20",
        labels: { "example.org/tier": "general" },
        taints: [{ key: "example.org/e2e", value: "yes", effect: "PreferNoSchedule" }],
      },
    },
    cni: { kind: "flannel" },
    // The cloud of the tests reaches no registry but its own.
    manifests: { kubeletServingCertApprover: false, metricsServer: false },
    patches: { global: [registryMirrors()] },
    state: { kind: "s3", endpoint: S3_ENDPOINT, bucket: project.bucket.name, region: "RegionOne" },
    protect: false,
    timeouts: { loadBalancer: 240, dns: 120, talosApi: 300, kubernetesApi: 300, nodesReady: 300 },
  } satisfies ClusterFile;
}

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
