import { homedir } from "node:os";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { loadConfig, parseFile } from "../../constructs/load";
import { good } from "./good";

const configOf = (file: ClusterFile) => parseFile(file).config;
const settingsOf = (file: ClusterFile) => parseFile(file).settings;

const designate: ClusterFile = {
  ...good,
  network: { create: { externalNetwork: "public" } },
  dns: { kind: "designate" },
  access: { kubernetesApi: ["10.0.0.0/8"], talosApi: ["192.0.2.0/24"] },
};

test("defaults follow from other values", () => {
  const config = configOf(designate);
  expect(config.fqdn).toBe("demo.k8s.example.org");
  expect(config.talos.contract).toBe("v1.13");
  expect(config.dns).toMatchObject({ zone: "k8s.example.org" });
  expect(config.access.ssh).toEqual(["192.0.2.0/24"]);
  expect(config.loadBalancer).toMatchObject({ floatingIpPool: "public" });
  expect(config.directories).toEqual({ talosconfig: "talosconfig/demo", kubeconfigs: "kubeconfigs" });
  expect(settingsOf(designate).state).toEqual({ kind: "local", path: "terraform.demo.tfstate" });
});

test("a path from home is one of whoever synthesizes", () => {
  const loadBalancer = { ...designate.loadBalancer, sshPrivateKeyFile: "~/.ssh/id_ed25519" };
  const config = configOf({ ...designate, loadBalancer });
  expect(config.loadBalancer).toMatchObject({ sshPrivateKeyFile: join(homedir(), ".ssh", "id_ed25519") });
});

test("versions get their v", () => {
  const config = configOf({ ...designate, talos: { version: "1.12.3" }, kubernetes: { version: "1.33.0" } });
  expect(config.talos).toMatchObject({ version: "v1.12.3", contract: "v1.12" });
  expect(config.kubernetes.version).toBe("v1.33.0");
});

test("an S3 endpoint means paths instead of host names", () => {
  const state = { kind: "s3", bucket: "states" } as const;
  expect(settingsOf({ ...designate, state }).state).toMatchObject({ pathStyle: false, key: "demo/terraform.tfstate" });
  expect(settingsOf({ ...designate, state: { ...state, endpoint: "https://s3.example.org" } }).state).toMatchObject({
    pathStyle: true,
  });
});

test("a load balancer in another network gets no floating IP unless it is said", () => {
  const other = { ...designate.loadBalancer, network: "front" };
  expect(configOf({ ...designate, loadBalancer: other }).loadBalancer).toMatchObject({ floatingIpPool: undefined });
  const both = { ...other, floatingIpPool: "public" };
  expect(configOf({ ...designate, loadBalancer: both }).loadBalancer).toMatchObject({ floatingIpPool: "public" });
});

test("nodes take zones in turn and fill server groups one after the other", () => {
  const { controlPlane, workers } = loadConfig(join(__dirname, "..", "fixtures", "full.yaml")).config;
  expect(controlPlane.nodes.map(({ name, zone, group }) => [name, zone, group])).toEqual([
    ["full-control-plane-0", "az1", 0],
    ["full-control-plane-1", "az2", 0],
    ["full-control-plane-2", "az1", 0],
    ["full-control-plane-3", "az2", 1],
    ["full-control-plane-4", "az1", 1],
  ]);
  expect(workers[0]?.nodes.map(({ group }) => group)).toEqual([0, 0, 0, 1, 1, 1, 2]);
  expect(workers[0]?.nodes[0]?.zone).toBeUndefined();
});

test("pools are in the order of their names, whatever their order in the file", () => {
  const pool = { count: 1, flavor: "m1.large" };
  const names = (workers: ClusterFile["workers"]) =>
    configOf({ ...designate, workers }).workers.map(({ name }) => name);
  expect(names({ b: pool, a: pool })).toEqual(names({ a: pool, b: pool }));
});

test("what only the stack needs stands apart from the cluster", () => {
  const { config, settings } = parseFile({ ...designate, openstack: { cloud: "example", region: "a", tags: ["t"] } });
  expect(settings).toMatchObject({ cloud: "example", region: "a", providers: { openstack: "~> 3.4" } });
  expect(config).not.toHaveProperty("state");
  expect(config.openstack).toEqual({ serverGroupSize: 5, tags: ["t"] });
});
