import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataOpenstackNetworkingNetworkV2 } from "@cdktf/provider-openstack/data-openstack-networking-network-v2";
import type { INodeNetwork } from "../../contracts";

/** One of `name` and `networkId`. */
export type ExistingNetworkProps =
  | {
      /** Name of the network; exactly one network that the project sees has it. */
      readonly name: string;
    }
  | {
      /** ID of the network; may be a token. */
      readonly networkId: string;
    };

/** A network that exists: a tenant network, or a provider network of a cloud without routers. */
export class ExistingNetwork extends Construct implements INodeNetwork {
  public readonly networkId: string;
  public readonly subnets: readonly ITerraformDependable[] = [];
  public readonly ready: readonly ITerraformDependable[] = [];

  public constructor(scope: Construct, id: string, props: ExistingNetworkProps) {
    super(scope, id);
    this.networkId =
      "networkId" in props
        ? props.networkId
        : new DataOpenstackNetworkingNetworkV2(this, "Resource", { name: props.name }).id;
  }
}
