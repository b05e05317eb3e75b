import { homedir } from "node:os";
import { join } from "node:path";
import { loadConfig, parseConfig } from "../../constructs/load";
import type { ClusterConfig } from "../../constructs/config/schema";
import { good } from "./good";

const designate: ClusterConfig = {
  ...good,
  network: { create: { externalNetwork: "public" } },
  dns: { kind: "designate" },
  access: { kubernetesApi: ["10.0.0.0/8"], talosApi: ["192.0.2.0/24"] },
};

test("defaults follow from other values", () => {
  const config = parseConfig(designate);
  expect(config.fqdn).toBe("demo.k8s.example.org");
  expect(config.talos.contract).toBe("v1.13");
  expect(config.dns).toMatchObject({ zone: "k8s.example.org" });
  expect(config.access.ssh).toEqual(["192.0.2.0/24"]);
  expect(config.loadBalancer.floatingIpPool).toBe("public");
  expect(config.directories).toEqual({ talosconfig: "talosconfig/demo", kubeconfigs: "kubeconfigs" });
  expect(config.state).toEqual({ kind: "local", path: "terraform.demo.tfstate" });
});

test("a path from home is one of whoever synthesizes", () => {
  const loadBalancer = { ...designate.loadBalancer, sshPrivateKeyFile: "~/.ssh/id_ed25519" };
  const config = parseConfig({ ...designate, loadBalancer });
  expect(config.loadBalancer.sshPrivateKeyFile).toBe(join(homedir(), ".ssh", "id_ed25519"));
});

test("versions get their v", () => {
  const config = parseConfig({ ...designate, talos: { version: "1.12.3" }, kubernetes: { version: "1.33.0" } });
  expect(config.talos).toMatchObject({ version: "v1.12.3", contract: "v1.12" });
  expect(config.kubernetes.version).toBe("v1.33.0");
});

test("an S3 endpoint means paths instead of host names", () => {
  const state = { kind: "s3", bucket: "states" } as const;
  expect(parseConfig({ ...designate, state }).state).toMatchObject({ pathStyle: false, key: "demo/terraform.tfstate" });
  expect(parseConfig({ ...designate, state: { ...state, endpoint: "https://s3.example.org" } }).state).toMatchObject({
    pathStyle: true,
  });
});

test("a load balancer in another network gets no floating IP unless it is said", () => {
  const other = { ...designate.loadBalancer, network: "front" };
  expect(parseConfig({ ...designate, loadBalancer: other }).loadBalancer.floatingIpPool).toBeUndefined();
  const both = { ...other, floatingIpPool: "public" };
  expect(parseConfig({ ...designate, loadBalancer: both }).loadBalancer.floatingIpPool).toBe("public");
});

test("nodes take zones in turn and fill server groups one after the other", () => {
  const { controlPlane, workers } = loadConfig(join(__dirname, "..", "fixtures", "full.yaml"));
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
  const names = (workers: ClusterConfig["workers"]) =>
    parseConfig({ ...designate, workers }).workers.map(({ name }) => name);
  expect(names({ b: pool, a: pool })).toEqual(names({ a: pool, b: pool }));
});
