import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataOpenstackNetworkingNetworkV2 } from "@cdktf/provider-openstack/data-openstack-networking-network-v2";
import { NetworkingNetworkV2 } from "@cdktf/provider-openstack/networking-network-v2";
import { NetworkingRouterInterfaceV2 } from "@cdktf/provider-openstack/networking-router-interface-v2";
import { NetworkingRouterV2 } from "@cdktf/provider-openstack/networking-router-v2";
import { NetworkingSubnetV2 } from "@cdktf/provider-openstack/networking-subnet-v2";
import type { ResolvedNetwork } from "../config/types";
import { externalIpv4Of } from "./port-address";

/** A network that ports can be made in. */
export interface INodeNetwork {
  /** ID in Neutron. A token: pass it on, do not parse it. */
  readonly networkId: string;
  /** Address that the outside sees when a node speaks to it; undefined where nothing translates addresses. A token. */
  readonly egressAddress: string | undefined;
  /** What must exist before a port gets an address. */
  readonly subnets: readonly ITerraformDependable[];
  /** What must exist before a server reaches anything, or is reached. */
  readonly ready: readonly ITerraformDependable[];
}

export interface NodeNetworkProps {
  /** Name of what is made. */
  readonly name: string;
  /** The network that exists, or how to make one. */
  readonly network: ResolvedNetwork;
}

/** The network of the nodes: one that exists (a provider network of a cloud without routers is one), or one with subnet and router. */
export class NodeNetwork extends Construct implements INodeNetwork {
  public readonly networkId: string;
  public readonly egressAddress: string | undefined;
  public readonly subnets: readonly ITerraformDependable[];
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NodeNetworkProps) {
    super(scope, id);
    const { network } = props;
    if (network.kind !== "create") {
      this.networkId =
        network.kind === "id"
          ? network.id
          : new DataOpenstackNetworkingNetworkV2(this, "Resource", { name: network.name }).id;
      this.egressAddress = undefined;
      this.subnets = [];
      this.ready = [];
      return;
    }
    const external = new DataOpenstackNetworkingNetworkV2(this, "external", {
      name: network.externalNetwork,
      external: true,
    });
    const made = new NetworkingNetworkV2(this, "Resource", {
      name: props.name,
      adminStateUp: true,
      ...(network.mtu === undefined ? {} : { mtu: network.mtu }),
    });
    const subnet = new NetworkingSubnetV2(this, "subnet", {
      name: props.name,
      networkId: made.id,
      cidr: network.cidr,
      ipVersion: 4,
      ...(network.dnsServers.length > 0 ? { dnsNameservers: [...network.dnsServers] } : {}),
    });
    const router = new NetworkingRouterV2(this, "router", { name: props.name, externalNetworkId: external.id });
    const routed = new NetworkingRouterInterfaceV2(this, "interface", { routerId: router.id, subnetId: subnet.id });
    this.networkId = made.id;
    this.egressAddress = externalIpv4Of(router);
    this.subnets = [subnet];
    this.ready = [routed];
  }
}
