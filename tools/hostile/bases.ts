import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { ClusterFile } from "../../constructs/config/cluster";

/** Where the paths of the files start from. */
export const DIRECTORY = join(__dirname, "..", "..", "__tests__", "fixtures");

type Haproxy = Extract<ClusterFile["loadBalancer"], { flavor: string }>;

const FULL = parse(readFileSync(join(DIRECTORY, "full.yaml"), "utf8"), { merge: true }) as ClusterFile & {
  readonly loadBalancer: Haproxy;
};
const pool = FULL.workers?.["storage"];
if (pool === undefined) throw new Error("full.yaml has no pool called storage");

/** The file with every key, with few nodes, and with what another kind would not use. */
const everything: ClusterFile = {
  ...FULL,
  $schema: "cluster.schema.json",
  talos: { ...FULL.talos, configDrive: true, allowReboots: true },
  image: { ...FULL.image, registerSchematic: true },
  controlPlane: { ...FULL.controlPlane, count: 1 },
  workers: { storage: { ...pool, count: 1, rootVolume: { sizeGiB: 20, type: "fast" }, patches: [{ debug: false }] } },
  cni: {
    ...FULL.cni,
    kind: "none",
    cilium: {
      install: true,
      version: "1.18.0",
      chart: "oci://a.example.org/cilium",
      helmImage: "registry.example.org/helm:4.3.0",
      values: {},
    },
  },
  patches: { ...FULL.patches, nodes: { "full-storage-0": [{ debug: false }] } },
};

const ports = { httpNodePort: 31080, httpsNodePort: 31443 };
const ingress = { pool: "storage", ...ports, proxyProtocol: true, maxConnections: 100, idleSeconds: 60 };
const open = { ...everything.access, ingress: ["0.0.0.0/0"] };

/** Valid files in which every place of the schema exists at least once: one for each kind of a section. */
export const BASES: readonly ClusterFile[] = [
  { ...everything, dns: { wildcard: "apps", ...everything.dns } as ClusterFile["dns"] },
  {
    ...everything,
    image: { name: "talos", architecture: "amd64" },
    network: { name: "nodes", cidr: "10.7.0.0/22" },
    loadBalancer: {
      kind: "external",
      addresses: ["192.0.2.20"],
      nodeAddress: "10.9.0.20",
      sources: ["10.9.0.0/24"],
      ingress: { pool: "storage", ...ports },
    },
    access: open,
    dns: { kind: "designate", zone: "example.org", wildcard: "apps", ttl: 60 },
    state: { kind: "local", path: "states/full.tfstate" },
  },
  {
    ...everything,
    image: { id: "5f1c2d3e-0000-4000-8000-0123456789ab" },
    network: { id: "5f1c2d3e-0000-4000-8000-0123456789ac" },
    loadBalancer: { ...FULL.loadBalancer, bastion: { host: "jump.example.org", user: "ops" }, ingress },
    access: open,
    dns: { kind: "external", wildcard: "apps" },
    state: { kind: "s3", bucket: "states", encrypt: true, kmsKeyId: "alias/a", acl: "private", region: "eu-west-1" },
  },
  { ...everything, image: { file: "talos.raw", properties: { hw_a: "b" } }, dns: { kind: "none" } },
];
