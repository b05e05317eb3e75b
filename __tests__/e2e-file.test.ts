import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { asset } from "../constructs/assets";
import { clusterFile, flannelFile, shippedFile } from "../e2e/lab/cluster";
import type { LabProject } from "../e2e/lab/project";

/** What a cluster file takes from the project. */
const PROJECT = {
  name: "e2e-1",
  zone: "e2e-1.example",
  privateKey: "/key",
  bucket: { name: "e2e-1-state" },
} as unknown as LabProject;
const FACTORY = "http://127.0.0.1:8080";

/** Paths of the keys that a file has and another one has not, or has with another value. */
function differences(file: unknown, other: unknown, path: readonly string[] = []): string[] {
  if (JSON.stringify(file) === JSON.stringify(other)) return [];
  if (!isMapping(file) || !isMapping(other)) return [path.join(".")];
  return Object.keys({ ...file, ...other }).flatMap((key) => differences(file[key], other[key], [...path, key]));
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const shipped: unknown = parse(readFileSync(asset("cluster.yaml"), "utf8"));

test("the file that the end-to-end test applies differs from the shipped one by names of the lab's cloud", () => {
  expect(differences(shippedFile(PROJECT, FACTORY), shipped).sort()).toEqual([
    "access.kubernetesApi",
    "access.talosApi",
    "cni", // the lab's own build of the installer's image has another digest
    "controlPlane.flavor",
    "dns.zone",
    "domain",
    "image", // its factory, and which machine the lab puts behind a server
    "loadBalancer.flavor",
    "loadBalancer.keyPair",
    "loadBalancer.sshPrivateKeyFile",
    "name",
    "network.create.dnsServers",
    "network.create.externalNetwork",
    "patches", // registries' mirrors, and neither time nor discovery from the internet
    "state", // the lab's object storage
    "workers.general.flavor",
  ]);
});

test("what stands below cni, image and patches there is where things come from", () => {
  const { cni, image, patches } = shippedFile(PROJECT, FACTORY);
  expect(Object.keys(cni.cilium)).toEqual(["helmImage"]);
  expect(Object.keys(image)).toEqual(["factoryUrl", "allowHttp", "properties"]);
  expect(Object.keys(patches)).toEqual(["global"]);
  expect(patches.global.flatMap(({ machine, ...rest }) => [...Object.keys(machine), ...Object.keys(rest)])).toEqual([
    "kubelet", // a share of the disk says nothing where all nodes have the machine's
    "registries",
    "time",
    "cluster", // no discovery by the internet
  ]);
});

test("the other stories say what else they change", () => {
  const base = shippedFile(PROJECT, FACTORY);
  expect(differences(flannelFile(PROJECT, FACTORY), base)).toEqual(["cni.kind"]);
  expect(differences(clusterFile(PROJECT, FACTORY), flannelFile(PROJECT, FACTORY)).sort()).toEqual([
    "dns.ttl",
    "image.keep",
    "image.schematic",
    "network.create.cidr",
    "protect",
    "timeouts",
    "workers.general.labels",
    "workers.general.taints",
  ]);
});
