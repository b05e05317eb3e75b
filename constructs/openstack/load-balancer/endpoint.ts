import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NetworkingFloatingipV2 } from "@cdktf/provider-openstack/networking-floatingip-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import type { IApiEndpoint, INodeNetwork } from "../../contracts";
import { ipv4Of } from "../port-address";

/** An endpoint whose address is that of a port, which a machine can take. */
export interface IPortEndpoint extends IApiEndpoint {
  /** Port of the machine that serves the endpoint. A token. */
  readonly portId: string;
  /** What must exist before that machine reaches anything. */
  readonly ready: readonly ITerraformDependable[];
}

export interface PortEndpointProps {
  /** Name of the port. */
  readonly name: string;
  readonly network: INodeNetwork;
  readonly securityGroupIds: readonly string[];
  /**
   * External network of a floating IP, by name.
   *
   * @default - no floating IP; clients use the port's own address
   */
  readonly floatingIpPool?: string | undefined;
}

/** A port with, where the cloud has them, a floating IP: the address that certificates, DNS and clients can rely on. */
export class PortEndpoint extends Construct implements IPortEndpoint {
  public readonly addresses: readonly string[];
  public readonly nodeAddress: string;
  public readonly portId: string;
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: PortEndpointProps) {
    super(scope, id);
    const port = new NetworkingPortV2(this, "port", {
      name: props.name,
      networkId: props.network.networkId,
      adminStateUp: true,
      securityGroupIds: [...props.securityGroupIds],
      // Another network or pool would be another address, and with it another API to everybody who knows this one.
      lifecycle: { ignoreChanges: ["network_id"] },
      dependsOn: [...props.network.subnets],
    });
    this.portId = port.id;
    this.ready = props.network.ready;
    this.nodeAddress = ipv4Of(port);
    this.addresses = [
      props.floatingIpPool === undefined ? this.nodeAddress : this.addFloatingIp(props.floatingIpPool, port, props),
    ];
  }

  private addFloatingIp(pool: string, port: NetworkingPortV2, props: PortEndpointProps): string {
    return new NetworkingFloatingipV2(this, "floating-ip", {
      pool,
      portId: port.id,
      description: props.name,
      lifecycle: { ignoreChanges: ["pool"] },
      dependsOn: [...props.network.ready],
    }).address;
  }
}
