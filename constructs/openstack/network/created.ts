import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataOpenstackNetworkingNetworkV2 } from "@cdktf/provider-openstack/data-openstack-networking-network-v2";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/networking-network-v2";
import { NetworkingRouterInterfaceV2 } from "@cdktf/provider-openstack/networking-router-interface-v2";
import { NetworkingRouterV2 } from "@cdktf/provider-openstack/networking-router-v2";
import { NetworkingSubnetV2 } from "@cdktf/provider-openstack/networking-subnet-v2";
import type { INodeNetwork } from "../../contracts";

export interface CreatedNetworkProps {
  /** Name of the network, the subnet and the router. */
  readonly name: string;
  /** Addresses of the subnet, an IPv4 network in CIDR notation. */
  readonly cidr: string;
  /** Name of the external network: the router's gateway. */
  readonly externalNetwork: string;
  /**
   * Name servers of the subnet.
   *
   * @default - Neutron's own
   */
  readonly dnsServers?: readonly string[];
  /**
   * MTU of the network, in bytes.
   *
   * @default - the cloud's
   */
  readonly mtu?: number | undefined;
}

/** A network with a subnet, and a router to an external network. */
export class CreatedNetwork extends Construct implements INodeNetwork {
  public readonly networkId: string;
  public readonly subnets: readonly ITerraformDependable[];
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: CreatedNetworkProps) {
    super(scope, id);
    const { name, dnsServers = [] } = props;
    const external = new DataOpenstackNetworkingNetworkV2(this, "external", {
      name: props.externalNetwork,
      external: true,
    });
    const network = new NetworkingNetworkV2(this, "Resource", {
      name,
      adminStateUp: true,
      ...(props.mtu === undefined ? {} : { mtu: props.mtu }),
    });
    const subnet = new NetworkingSubnetV2(this, "subnet", {
      name,
      networkId: network.id,
      cidr: props.cidr,
      ipVersion: 4,
      ...(dnsServers.length > 0 ? { dnsNameservers: [...dnsServers] } : {}),
    });
    const router = new NetworkingRouterV2(this, "router", { name, externalNetworkId: external.id });
    const gateway = new NetworkingRouterInterfaceV2(this, "interface", { routerId: router.id, subnetId: subnet.id });
    this.networkId = network.id;
    this.subnets = [subnet];
    this.ready = [gateway];
  }
}
