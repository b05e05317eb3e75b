import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NetworkingFloatingipV2 } from "@cdktf/provider-openstack/networking-floatingip-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import type { INodeNetwork } from "./network";
import { ipv4Of } from "./port-address";

/** Where the APIs of a cluster are reached; it exists before any server does and outlives them all. */
export interface IApiAddress {
  /** The address that clients use: the floating IP, or else the port's own. A token. */
  readonly address: string;
  /** Port of the machine that serves the address. A token. */
  readonly portId: string;
  /**
   * What must exist before that machine reaches anything.
   *
   * @default - nothing
   */
  readonly ready?: readonly ITerraformDependable[];
}

export interface ApiAddressProps {
  /** Name of the port. */
  readonly name: string;
  readonly network: INodeNetwork;
  readonly securityGroupIds: readonly string[];
  /**
   * External network of a floating IP, by name.
   *
   * @default - no floating IP; the port's own address is used
   */
  readonly floatingIpPool?: string;
}

/** A port with, where the cloud has them, a floating IP: the address that certificates, DNS and clients can rely on. */
export class ApiAddress extends Construct implements IApiAddress {
  public readonly address: string;
  public readonly portId: string;
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: ApiAddressProps) {
    super(scope, id);
    const port = new NetworkingPortV2(this, "port", {
      name: props.name,
      networkId: props.network.networkId,
      adminStateUp: true,
      securityGroupIds: [...props.securityGroupIds],
      dependsOn: [...props.network.subnets],
    });
    this.portId = port.id;
    this.ready = props.network.ready;
    this.address =
      props.floatingIpPool === undefined ? ipv4Of(port) : this.addFloatingIp(props.floatingIpPool, port, props).address;
  }

  private addFloatingIp(pool: string, port: NetworkingPortV2, props: ApiAddressProps): NetworkingFloatingipV2 {
    return new NetworkingFloatingipV2(this, "floating-ip", {
      pool,
      portId: port.id,
      description: props.name,
      dependsOn: [...props.network.ready],
    });
  }
}
