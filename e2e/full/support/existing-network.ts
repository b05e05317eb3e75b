import type { Cloud } from "../../support/openstack";

/** A network with a way out, as a team finds it in its project. */
export interface ExistingNetwork {
  readonly name: string;
  readonly subnetId: string;
  readonly cidr: string;
  delete(): Promise<void>;
}

type Made<K extends string> = Readonly<Record<K, { readonly id: string }>>;

/** Makes a network, a subnet and a router to the external network, by hand. */
export async function existingNetwork(cloud: Cloud, name: string, nameServer: string): Promise<ExistingNetwork> {
  const post = <K extends string>(kind: K, path: string, body: unknown) =>
    cloud.send<Made<K>>("POST", "network", `/v2.0/${path}`, { [kind]: body });
  const cidr = "10.66.0.0/24";
  const { networks } = await cloud.get<{ networks: { id: string }[] }>("network", "/v2.0/networks?name=external");
  const { network } = await post("network", "networks", { name });
  const { subnet } = await post("subnet", "subnets", {
    name,
    network_id: network.id,
    ip_version: 4,
    cidr,
    dns_nameservers: [nameServer],
  });
  const { router } = await post("router", "routers", {
    name,
    external_gateway_info: { network_id: networks[0]?.id },
  });
  const onRouter = (action: string) =>
    cloud.send("PUT", "network", `/v2.0/routers/${router.id}/${action}_router_interface`, { subnet_id: subnet.id });
  await onRouter("add");
  return {
    name,
    subnetId: subnet.id,
    cidr,
    delete: async () => {
      await onRouter("remove");
      await cloud.send("DELETE", "network", `/v2.0/routers/${router.id}`);
      await cloud.send("DELETE", "network", `/v2.0/networks/${network.id}`);
    },
  };
}

/** Gives a port a floating IP of the external network. */
export async function addFloatingIp(cloud: Cloud, portId: string): Promise<{ id: string; address: string }> {
  const { networks } = await cloud.get<{ networks: { id: string }[] }>("network", "/v2.0/networks?name=external");
  const { floatingip } = await cloud.send<{ floatingip: { id: string; floating_ip_address: string } }>(
    "POST",
    "network",
    "/v2.0/floatingips",
    { floatingip: { floating_network_id: networks[0]?.id, port_id: portId } },
  );
  return { id: floatingip.id, address: floatingip.floating_ip_address };
}
