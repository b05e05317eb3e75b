import type { ResolvedNetwork } from "../../../constructs/config/sections/network";
import { nodeNetwork } from "../../../constructs/openstack/network";
import { addresses, all, only, resolve, type StackJson, synth } from "../../support/synth";

const CREATE = {
  kind: "create",
  cidr: "10.0.0.0/24",
  externalNetwork: "public",
  dnsServers: [],
  mtu: undefined,
} as const;

interface Made {
  readonly id: string;
  readonly subnets: number;
  readonly ready: number;
}

function network(settings: ResolvedNetwork): Made & { json: StackJson } {
  let made: Made = { id: "", subnets: 0, ready: 0 };
  const json = synth((stack) => {
    const { networkId, subnets, ready } = nodeNetwork(stack, "network", settings, { name: "demo" });
    made = { id: String(resolve(stack, networkId)), subnets: subnets.length, ready: ready.length };
  });
  return { json, ...made };
}

test("a network by id is taken as it is, nothing is made", () => {
  const { json, ...made } = network({ kind: "id", id: "3d6a", cidr: undefined });
  expect(made).toEqual({ id: "3d6a", subnets: 0, ready: 0 });
  expect(addresses(json)).toEqual([]);
});

test("a network by name is looked up, nothing is made", () => {
  const { json, ...made } = network({ kind: "name", name: "provider", cidr: undefined });
  expect(only(json, "data.openstack_networking_network_v2")).toEqual({ name: "provider" });
  expect(made).toMatchObject({ id: expect.stringMatching(/^\$\{data\./) as string, ready: 0 });
  expect(json.resource).toBeUndefined();
});

describe("a network that is made", () => {
  test("has a subnet, and a router to the external network", () => {
    const { json } = network(CREATE);
    expect(only(json, "data.openstack_networking_network_v2")).toEqual({ name: "public", external: true });
    expect(only(json, "openstack_networking_subnet_v2")).toMatchObject({ cidr: "10.0.0.0/24", ip_version: 4 });
    expect(only(json, "openstack_networking_router_v2")["external_network_id"]).toMatch(
      /^\$\{data\.openstack_networking_network_v2\.network_external_\w+\.id\}$/,
    );
    expect(Object.keys(all(json, "openstack_networking_router_interface_v2"))).toHaveLength(1);
  });

  test("has the cloud's MTU and name servers unless the file says others", () => {
    const { json } = network(CREATE);
    expect(only(json, "openstack_networking_network_v2")).not.toHaveProperty("mtu");
    expect(only(json, "openstack_networking_subnet_v2")).not.toHaveProperty("dns_nameservers");
    const { json: other } = network({ ...CREATE, mtu: 1400, dnsServers: ["192.0.2.53"] });
    expect(only(other, "openstack_networking_network_v2")["mtu"]).toBe(1400);
    expect(only(other, "openstack_networking_subnet_v2")["dns_nameservers"]).toEqual(["192.0.2.53"]);
  });

  test("lets ports wait for the subnet, and servers for the way out", () => {
    const { subnets, ready } = network(CREATE);
    expect([subnets, ready]).toEqual([1, 1]);
  });
});
