import type { ResolvedNetwork } from "../../constructs/config/types";
import { NodeNetwork } from "../../constructs/openstack/network";
import { addresses, all, only, resolve, type StackJson, synth } from "../support/synth";

const CREATE = {
  kind: "create",
  cidr: "10.0.0.0/24",
  externalNetwork: "public",
  dnsServers: [],
  mtu: undefined,
} as const;

function network(resolved: ResolvedNetwork): {
  json: StackJson;
  id: string;
  egress: string;
  subnets: number;
  ready: number;
} {
  let made = { id: "", egress: "", subnets: 0, ready: 0 };
  const json = synth((stack) => {
    const { networkId, egressAddress, subnets, ready } = new NodeNetwork(stack, "network", {
      name: "demo",
      network: resolved,
    });
    made = {
      id: String(resolve(stack, networkId)),
      egress: String(resolve(stack, egressAddress)),
      subnets: subnets.length,
      ready: ready.length,
    };
  });
  return { json, ...made };
}

test("a network by id is taken as it is, nothing is made", () => {
  const { json, ...made } = network({ kind: "id", id: "3d6a", cidr: undefined });
  expect(made).toEqual({ id: "3d6a", egress: "undefined", subnets: 0, ready: 0 });
  expect(addresses(json)).toEqual([]);
});

test("a network by name is looked up, nothing is made", () => {
  const { json, ...made } = network({ kind: "name", name: "provider", cidr: undefined });
  expect(only(json, "data.openstack_networking_network_v2")).toEqual({ name: "provider" });
  expect(made).toMatchObject({ id: expect.stringMatching(/^\$\{data\./) as string, egress: "undefined", ready: 0 });
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

  test("is seen from outside by the router's IPv4 address", () => {
    expect(network(CREATE).egress).toMatch(
      /^\$\{\[for ip in openstack_networking_router_v2\.network_router_\w+\.external_fixed_ip : ip\.ip_address if .*\]\[0\]\}$/,
    );
  });
});
