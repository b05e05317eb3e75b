import { NetworkingSubnetV2 } from "@cdktf/provider-openstack/networking-subnet-v2";
import { PortEndpoint } from "../../../constructs/openstack/load-balancer/endpoint";
import { all, nameOf, only, resolve, type StackJson, synth } from "../../support/synth";

interface Made {
  readonly addresses: readonly string[];
  readonly nodeAddress: string;
  readonly portId: string;
}

function endpoint(floatingIpPool?: string): Made & { json: StackJson } {
  let made: Made = { addresses: [], nodeAddress: "", portId: "" };
  const json = synth((stack) => {
    const subnet = new NetworkingSubnetV2(stack, "subnet", { networkId: "net" });
    const { addresses, nodeAddress, portId } = new PortEndpoint(stack, "api", {
      name: "demo-lb",
      network: { networkId: "net", subnets: [subnet], ready: [subnet] },
      securityGroupIds: ["group"],
      ...(floatingIpPool === undefined ? {} : { floatingIpPool }),
    });
    made = resolve(stack, { addresses, nodeAddress, portId }) as Made;
  });
  return { json, ...made };
}

const PORT = "openstack_networking_port_v2";
const FLOATING_IP = "openstack_networking_floatingip_v2";

test("is a port in the network, made after what makes it reachable", () => {
  expect(only(endpoint().json, PORT)).toMatchObject({
    name: "demo-lb",
    network_id: "net",
    security_group_ids: ["group"],
    depends_on: [expect.stringMatching(/^openstack_networking_subnet_v2\./)],
  });
});

test("without a floating IP it is the port's own address, the IPv4 one wherever it is in the list", () => {
  const { json, addresses, nodeAddress, portId } = endpoint();
  const port = `${PORT}.${nameOf(json, PORT)}`;
  expect(addresses).toEqual([nodeAddress]);
  expect(nodeAddress).toBe(`\${[for ip in ${port}.all_fixed_ips : ip if length(regexall(":", ip)) == 0][0]}`);
  expect(portId).toBe(`\${${port}.id}`);
  expect(all(json, FLOATING_IP)).toEqual({});
});

test("with a floating IP it is that, on the same port", () => {
  const { json, addresses, portId } = endpoint("public");
  expect(addresses).toEqual([`\${${FLOATING_IP}.${nameOf(json, FLOATING_IP)}.address}`]);
  expect(only(json, FLOATING_IP)).toMatchObject({ pool: "public", port_id: portId, description: "demo-lb" });
});

test("a floating IP waits for the way to its port", () => {
  expect(only(endpoint("public").json, FLOATING_IP)["depends_on"]).toEqual([
    expect.stringMatching(/^openstack_networking_subnet_v2\./),
  ]);
});

// A floating IP may not be reachable from behind its own router, and the router's address may be in no access list.
test("nodes use the port's own address even if there is a floating IP", () => {
  expect(endpoint("public").nodeAddress).toBe(endpoint().nodeAddress);
});

test("another network or pool does not take the address away", () => {
  const { json } = endpoint("public");
  expect(only(json, PORT)["lifecycle"]).toEqual({ ignore_changes: ["network_id"] });
  expect(only(json, FLOATING_IP)["lifecycle"]).toEqual({ ignore_changes: ["pool"] });
});
