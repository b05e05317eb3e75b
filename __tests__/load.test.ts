import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "../constructs/config/reader/errors";
import { loadConfig, parseConfig } from "../constructs/load";
import type { ClusterConfig, ClusterFile } from "../constructs/config/cluster";
import { good } from "./config/good";
import { incompressible } from "./support/clusters";

const FIXTURES = join(__dirname, "fixtures");

const messageOf = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.replaceAll(`${FIXTURES}/`, "");
    throw error;
  }
  throw new Error("nothing was thrown");
};

test("the least cluster file gives the same as the same in TypeScript", () => {
  const { config } = loadConfig(join(FIXTURES, "minimal.yaml"));
  expect(config).toEqual(parseConfig(good, { directory: FIXTURES }));
});

test("a file with every key is read, patches and aliases included", () => {
  const { config } = loadConfig(join(FIXTURES, "full.yaml"));
  expect(config.controlPlane.rootVolume).toEqual({ sizeGiB: 20, type: "fast" });
  expect(config.workers.map(({ name, flavor }) => [name, flavor])).toEqual([
    ["general", "m1.large"],
    ["storage", "m1.xlarge"],
  ]);
  expect(config.patches.global[0]).toEqual({
    source: join(FIXTURES, "patches/several-documents.yaml"),
    documents: [{ machine: { time: { disabled: true } } }, expect.objectContaining({ kind: "SysctlConfig" })],
  });
  expect(config.patches.worker[0]).toMatchObject({
    source: "patches.worker[0]",
    documents: [{}, { $patch: "delete" }],
  });
  expect(config.workers[1]?.nodes[1]?.patches).toBe(config.patches.nodes["full-storage-1"]);
});

test("paths start from the directory of the cluster file, unless they are absolute", () => {
  const { config } = loadConfig(join(FIXTURES, "full.yaml"));
  expect(config.loadBalancer).toMatchObject({ sshPrivateKeyFile: join(FIXTURES, "keys/ops") });
  expect(config.directories).toEqual({ talosconfig: "/var/lib/talos/full", kubeconfigs: join(FIXTURES, "../kube") });
});

test("fails with every problem at once, in the order of the file, secrets left out", () => {
  expect(messageOf(() => loadConfig(join(FIXTURES, "many-problems.yaml")))).toMatchInlineSnapshot(`
    "many-problems.yaml: 13 problems
    many-problems.yaml:5:3  network.crate: unknown key "crate"; did you mean "create"? allowed: name, id, cidr, create
    many-problems.yaml:7:1  loadBalancer.keyPair: is required: Name of an existing key pair, for the SSH user
    many-problems.yaml:12:3  dns.zone: must hold demo.k8s.example.org; got "example.com"; use k8s.example.org or a parent of it
    many-problems.yaml:14:19  access.kubernetesApi[0]: opens the API to the world; got 0.0.0.0/0; name your networks, or say it twice with access.allowWorld: true
    many-problems.yaml:15:14  access.talosApi[0]: must not have host bits set; got 192.0.2.7/24; use 192.0.2.0/24, or /32 for one address
    many-problems.yaml:17:3  controlPlane.count: must be odd so that etcd keeps quorum; got 4; use 1, 3, 5, 7 or 9
    many-problems.yaml:26:7  workers.general.labels["node-role.kubernetes.io/worker"]: Kubernetes refuses node-role.kubernetes.io/worker from the node itself (NodeRestriction), and every other label with it; remove it: the role label of workers is set after the bootstrap
    many-problems.yaml:28:3  kubernetes.version: Talos 1.13 runs Kubernetes 1.31 to 1.36; got v1.38.0; change it, or talos.version
    many-problems.yaml:29:3  kubernetes.serviceCidr: must not overlap kubernetes.podCidr (10.244.0.0/16); got 10.244.0.0/16; change one of them
    many-problems.yaml:32:5  patches.nodes.demo-control-plain-0: there is no node "demo-control-plain-0"; did you mean "demo-control-plane-0"? nodes: demo-control-plane-0, demo-control-plane-1, demo-control-plane-2, demo-control-plane-3, demo-general-0, demo-general-1
    many-problems.yaml:33:9  patches.nodes.demo-control-plain-0[0]: file patches/none.yaml does not exist; paths are relative to the cluster file
    many-problems.yaml:38:3  cni.kind: must be one of cilium, flannel, none; got "celium"; did you mean "cilium"?
    patches/gates.yaml:9:9  machine.kubelet.extraConfig.featureGates.UserNamespacesPodSecurityStandards: feature gate UserNamespacesPodSecurityStandards is gone since Kubernetes 1.35; Kubernetes v1.38.0 would not start; remove it"
  `);
});

test("fails on a file that does not exist", () => {
  expect(messageOf(() => loadConfig(join(FIXTURES, "none.yaml")))).toBe(
    "none.yaml: 1 problem\nnone.yaml  file none.yaml does not exist",
  );
});

test("fails without lines for a cluster composed in TypeScript", () => {
  const config: ClusterConfig = { ...good, controlPlane: { flavor: "m1.large", count: 2, patches: [{ machin: {} }] } };
  expect(messageOf(() => parseConfig(config, { source: "demo" }))).toMatchInlineSnapshot(`
       "demo: 2 problems
       demo  controlPlane.count: must be odd so that etcd keeps quorum; got 2; use 1, 3, 5, 7 or 9
       demo  controlPlane.patches[0].machin: unknown key "machin"; did you mean "machine"? allowed: version, debug, persist, machine, cluster, or a document with a kind"
    `);
});

test("fails on keys of the stack in a cluster that is composed into another one", () => {
  const file: ClusterFile = { ...good, state: { kind: "local" }, openstack: { cloud: "example", tags: ["team-a"] } };
  expect(messageOf(() => parseConfig(file))).toMatchInlineSnapshot(`
       "config: 2 problems
       config  state: belongs to the stack that you compose the cluster into; remove it
       config  openstack.cloud: belongs to the stack that you compose the cluster into; remove it"
    `);
});

test("fails on a cluster whose machine configs do not fit into user data, wherever it comes from", () => {
  const patches = { controlPlane: [{ machine: { env: { BIG: incompressible(85_000) } } }] };
  expect(messageOf(() => parseConfig({ ...good, patches }))).toMatch(
    /^config: 1 problem\nconfig {2}controlPlane: the machine config of its nodes will take about/,
  );
});

test("nothing is written", () => {
  const directory = mkdtempSync(join(tmpdir(), "config-"));
  try {
    cpSync(FIXTURES, directory, { recursive: true });
    const before = readdirSync(directory, { recursive: true });
    loadConfig(join(directory, "full.yaml"));
    expect(() => loadConfig(join(directory, "many-problems.yaml"))).toThrow(ConfigError);
    expect(readdirSync(directory, { recursive: true })).toEqual(before);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
