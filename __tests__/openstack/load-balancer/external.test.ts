import { Resource } from "@cdktf/provider-null/lib/resource";
import { Token } from "cdktf";
import type { INode } from "../../../constructs/contracts";
import { loadBalancer, loadBalancerSource } from "../../../constructs/openstack/load-balancer";
import { addresses, config, localExecOf, only, synth } from "../../support/synth";

const settings = config({
  loadBalancer: {
    kind: "external",
    addresses: ["192.0.2.20", "192.0.2.21"],
    nodeAddress: "10.9.0.20",
    sources: ["10.9.0.0/24"],
  },
}).loadBalancer;

const node = (name: string, address: string): INode => ({
  name,
  pool: "control-plane",
  machineType: "controlplane",
  address,
  portId: "port",
  serverId: "server",
});
const controlPlanes = [node("one", "10.0.0.11"), node("two", "10.0.0.12")];

const build = (ingress = {}) =>
  synth((stack) => {
    const balancer = loadBalancer(stack, settings, {
      network: { networkId: "net", subnets: [], ready: [] },
      securityGroupIds: [],
      knownHostsDir: "talosconfig",
      timeoutSeconds: 60,
    });
    balancer.serve({ controlPlanes, ...ingress, servers: [new Resource(stack, "servers")] });
  });
const wait = (ingress = {}) => only(build(ingress), "null_resource", "load-balancer");

test("nothing is made but a wait that begins when the servers are there", () => {
  const made = addresses(build()).filter((address) => !address.startsWith("local."));
  expect(made).toEqual(["null_resource.load-balancer", "null_resource.servers"]);
  expect(wait()["depends_on"]).toEqual(["null_resource.servers"]);
});

test("its addresses are the endpoint, for nodes the one that they reach", () => {
  synth((stack) => {
    const { endpoint } = loadBalancer(stack, settings, {
      network: { networkId: "net", subnets: [], ready: [] },
      securityGroupIds: [],
      knownHostsDir: "talosconfig",
      timeoutSeconds: 60,
    });
    expect(endpoint).toEqual({ addresses: ["192.0.2.20", "192.0.2.21"], nodeAddress: "10.9.0.20" });
    expect(Token.isUnresolved(endpoint.nodeAddress)).toBe(false);
  });
});

test("nodes let in the networks that it comes from", () => {
  expect(loadBalancerSource(settings)).toEqual({ cidrs: ["10.9.0.0/24"] });
});

test("the apply says which ports lead where, and again when that changes", () => {
  const backends = ["6443 10.0.0.11:6443 10.0.0.12:6443", "50000 10.0.0.11:50000 10.0.0.12:50000"].join("\n");
  expect(wait()["triggers"]).toEqual({ addresses: "192.0.2.20 192.0.2.21", backends });
  expect(localExecOf(wait()).environment).toMatchObject({ BACKENDS: backends, TIMEOUT: "60" });
});

test("ports 80 and 443 are among them with ingress", () => {
  const ingress = { nodes: [node("three", "10.0.0.21")], httpNodePort: 30080, httpsNodePort: 30443 };
  expect(localExecOf(wait({ ingress })).environment["BACKENDS"]).toMatch(
    /\n80 10\.0\.0\.21:30080\n443 10\.0\.0\.21:30443$/,
  );
});
