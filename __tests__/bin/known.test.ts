import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import { Known } from "../../bin/lib/adopt/known";
import { ipv4Of } from "../../constructs/openstack/port-address";
import { nameOf, resolve, synth } from "../support/synth";

/** The address of a port as the constructs write it, and the port's own address in the stack. */
function portAddress(): { expression: string; address: string } {
  let expression = "";
  const json = synth((stack) => {
    expression = String(resolve(stack, ipv4Of(new NetworkingPortV2(stack, "port", { networkId: "net" }))));
  });
  return { expression, address: `openstack_networking_port_v2.${nameOf(json, "openstack_networking_port_v2")}` };
}

test("knows the address that the constructs take of a port, the IPv4 one wherever it is in the list", () => {
  const { expression, address } = portAddress();
  const known = new Known(undefined);
  expect(known.resolve(expression)).toBeUndefined();
  known.add(address, "openstack_networking_port_v2", { id: "port", all_fixed_ips: ["2001:db8::9", "10.0.0.9"] });
  expect(known.resolve(`${expression}/32`)).toBe("10.0.0.9/32");
});
