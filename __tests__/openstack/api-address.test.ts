import { NetworkingSubnetV2 } from "@cdktf/provider-openstack/networking-subnet-v2";
import { ApiAddress } from "../../constructs/openstack/api-address";
import { all, nameOf, only, resolve, type StackJson, synth } from "../support/synth";

function apiAddress(floatingIpPool?: string): { json: StackJson; address: string; portId: string } {
  let made = { address: "", portId: "" };
  const json = synth((stack) => {
    const subnet = new NetworkingSubnetV2(stack, "subnet", { networkId: "net" });
    const { address, portId } = new ApiAddress(stack, "api", {
      name: "demo-lb",
      network: { networkId: "net", egressAddress: undefined, subnets: [subnet], ready: [subnet] },
      securityGroupIds: ["group"],
      ...(floatingIpPool === undefined ? {} : { floatingIpPool }),
    });
    made = resolve(stack, { address, portId }) as typeof made;
  });
  return { json, ...made };
}

const PORT = "openstack_networking_port_v2";
const FLOATING_IP = "openstack_networking_floatingip_v2";

test("is a port in the network, made after what makes it reachable", () => {
  expect(only(apiAddress().json, PORT)).toMatchObject({
    name: "demo-lb",
    network_id: "net",
    security_group_ids: ["group"],
    depends_on: [expect.stringMatching(/^openstack_networking_subnet_v2\./)],
  });
});

test("without a floating IP it is the port's own address, the IPv4 one wherever it is in the list", () => {
  const { json, address, portId } = apiAddress();
  const port = `${PORT}.${nameOf(json, PORT)}`;
  expect(address).toBe(`\${[for ip in ${port}.all_fixed_ips : ip if length(regexall(":", ip)) == 0][0]}`);
  expect(portId).toBe(`\${${port}.id}`);
  expect(all(json, FLOATING_IP)).toEqual({});
});

test("with a floating IP it is that, on the same port", () => {
  const { json, address, portId } = apiAddress("public");
  expect(address).toBe(`\${${FLOATING_IP}.${nameOf(json, FLOATING_IP)}.address}`);
  expect(only(json, FLOATING_IP)).toMatchObject({ pool: "public", port_id: portId, description: "demo-lb" });
});

test("a floating IP waits for the way to its port", () => {
  expect(only(apiAddress("public").json, FLOATING_IP)["depends_on"]).toEqual([
    expect.stringMatching(/^openstack_networking_subnet_v2\./),
  ]);
});
