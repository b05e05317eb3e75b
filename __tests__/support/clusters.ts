import type { ClusterFile, ResolvedFile } from "../../constructs/config/cluster";
import { good } from "../config/good";
import { fileAt, fileWith } from "./synth";

type Pool = NonNullable<ClusterFile["workers"]>[string];

/** A pool of two workers, with these keys changed. */
export const pool = (changes: Partial<Pool> = {}): Pool => ({ count: 2, flavor: "m1.large", ...changes });

type Haproxy = Extract<ClusterFile["loadBalancer"], { flavor: string }>;

/** The least HAProxy, with these keys changed. */
export const loadBalancer = (changes: Partial<Haproxy>): Haproxy => ({
  flavor: "m1.small",
  image: "debian-12",
  keyPair: "demo",
  ...changes,
});

const CHANGES: Readonly<Record<string, Partial<ClusterFile>>> = {
  "an existing network by name": { network: { name: "nodes", cidr: "10.0.0.0/24" } },
  "an existing network by id": { network: { id: "3d6a0000-0000-4000-8000-000000000000" } },
  "a created network with name servers": {
    network: { create: { externalNetwork: "public", dnsServers: ["192.0.2.53"], mtu: 1400 } },
  },
  "a floating IP on an existing network": { loadBalancer: loadBalancer({ floatingIpPool: "public" }) },
  "a load balancer on a network of its own": { loadBalancer: loadBalancer({ network: "front" }) },
  "a load balancer that boots from a volume, behind a bastion": {
    loadBalancer: loadBalancer({
      rootVolume: { sizeGiB: 20, type: "fast" },
      zone: "az1",
      packages: false,
      sshPrivateKeyFile: "keys/ops",
      bastion: { host: "jump.example.org" },
    }),
  },
  "a load balancer of an image by id": {
    loadBalancer: loadBalancer({ image: "5f1c2d3e-0000-4000-8000-0123456789ab" }),
  },
  "a load balancer of somebody else": {
    loadBalancer: { kind: "external", addresses: ["192.0.2.20", "192.0.2.21"], sources: ["10.9.0.0/24"] },
  },
  "ingress behind a load balancer of somebody else": {
    loadBalancer: {
      kind: "external",
      addresses: ["192.0.2.20"],
      nodeAddress: "10.9.0.20",
      sources: ["10.9.0.0/24"],
      ingress: { pool: "general" },
    },
    access: { ...good.access, ingress: ["0.0.0.0/0"] },
  },
  "ingress with a wildcard record": {
    loadBalancer: loadBalancer({ ingress: { pool: "general" } }),
    access: { ...good.access, ingress: ["0.0.0.0/0"] },
    dns: { kind: "designate", wildcard: "apps" },
  },
  "nodes that boot from volumes": {
    controlPlane: { ...good.controlPlane, rootVolume: { sizeGiB: 20 } },
    workers: { general: pool({ rootVolume: { sizeGiB: 50, type: "fast" } }) },
  },
  "zones, volumes and no server groups": {
    controlPlane: { ...good.controlPlane, zones: ["az1", "az2"], serverGroupPolicy: "none" },
    workers: { general: pool({ zones: ["az2"], volumes: [{ name: "data", sizeGiB: 10, type: "fast" }] }) },
  },
  "labels, taints and annotations": {
    workers: {
      general: pool({
        labels: { "example.org/disk": "fast" },
        annotations: { "example.org/owner": "${team}" },
        taints: [{ key: "example.org/gpu", effect: "NoSchedule" }],
      }),
    },
  },
  "more nodes than a server group holds": { workers: { general: pool({ count: 12 }) } },
  "an empty pool": { workers: { general: pool({ count: 0 }) } },
  "a Designate record": { dns: { kind: "designate" } },
  "a record by nsupdate": { dns: { kind: "rfc2136", server: "192.0.2.53", keyFile: "keys/tsig.key" } },
  "an external record": { dns: { kind: "external" } },
  "no name": { dns: { kind: "none" }, domain: undefined },
  "an image by id": { image: { id: "5f1c0000-0000-4000-8000-000000000000" } },
  "an image by name": { image: { name: "talos-v1.13.9" } },
  "an image from a file": { image: { file: "talos.raw", properties: { hw_qemu_guest_agent: "yes" } } },
  "an image with extensions": { image: { schematic: { extensions: ["siderolabs/qemu-guest-agent"] } } },
  "an image of another format": { image: { format: "qcow2" } },
  "Flannel instead of Cilium": { cni: { kind: "flannel" } },
  "no pod network": { cni: { kind: "none" } },
  "no config drive": { talos: { configDrive: false }, manifests: { metricsServer: false } },
  "state in S3": { state: { kind: "s3", endpoint: "https://s3.example.org", bucket: "states" } },
  "a cloud, a region and tags": { openstack: { cloud: "example", region: "site-1", tags: ["team-a"] } },
};

/** Clusters that use every branch of the constructs at least once, by what is special about them. */
export const CLUSTERS: readonly (readonly [string, () => ResolvedFile])[] = [
  ["the shipped file", () => fileAt("cluster.yaml")],
  ["the least file", () => fileAt("__tests__/fixtures/minimal.yaml")],
  ["the file with every key", () => fileAt("__tests__/fixtures/full.yaml")],
  ...Object.entries(CHANGES).map(
    ([name, changes]) => [name, () => fileWith({ workers: { general: pool() }, ...changes })] as const,
  ),
];

/** Text of letters and digits that hardly compresses, the same each time. */
export function incompressible(length: number): string {
  let [text, state] = ["", 1];
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += state.toString(36);
  }
  return text.slice(0, length);
}
