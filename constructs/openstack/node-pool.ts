import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { BlockstorageVolumeV3 } from "@cdktf/provider-openstack/blockstorage-volume-v3";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/compute-instance-v2";
import { ComputeServergroupV2 } from "@cdktf/provider-openstack/compute-servergroup-v2";
import { ComputeVolumeAttachV2 } from "@cdktf/provider-openstack/compute-volume-attach-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import { serverGroupName, volumeName } from "../config/names";
import type { ResolvedNode, ResolvedPool } from "../config/types";
import type { INodeImage } from "./image";
import type { INodeNetwork } from "./network";
import { ipv4Of } from "./port-address";
import { rootDisk } from "./root-disk";

/** A node that has an address; the server behind it may come and go. */
export interface INode {
  readonly name: string;
  /** IPv4 address of the node's port. A token. */
  readonly address: string;
  /** ID of its server. A token. */
  readonly serverId: string;
}

/** Nodes that are alike. */
export interface INodePool {
  /** One per node, in order. */
  readonly nodes: readonly INode[];
  /** The servers, for what must wait until they are asked for. */
  readonly servers: readonly ITerraformDependable[];
}

/** What a server is given at its first boot. */
export interface NodeUserData {
  /** The value of `user_data`: an expression that is read in the apply only. */
  readonly userData: string;
  /** What makes the file that the expression reads. */
  readonly dependsOn: readonly ITerraformDependable[];
}

export interface NodePoolProps {
  /** Name of the cluster. */
  readonly cluster: string;
  readonly pool: ResolvedPool;
  readonly image: INodeImage;
  readonly network: INodeNetwork;
  readonly securityGroupIds: readonly string[];
  /** Whether servers get a config drive besides the metadata service. */
  readonly configDrive: boolean;
  /** User data of each node, by name. */
  readonly userData: (node: ResolvedNode) => NodeUserData;
}

/**
 * What a change never does to a running node. Nova would rebuild the server for another image and wipe its disk, and
 * replace it for the rest; upgrades and changes of the configuration go through Talos instead.
 * https://github.com/terraform-provider-openstack/terraform-provider-openstack/issues/1562
 */
const FIRST_BOOT_ONLY = [
  "image_id",
  "user_data",
  "flavor_name",
  "block_device",
  "scheduler_hints",
  "availability_zone",
  "config_drive",
];

/** A pool of nodes: a port and a server for each, server groups that hold no more members than the cloud allows. */
export class NodePool extends Construct implements INodePool {
  public readonly nodes: readonly INode[];
  public readonly servers: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    const groups = this.addServerGroups(props);
    const made = props.pool.nodes.map((node) => this.addNode(node, groups[node.group], props));
    this.nodes = made.map(({ name, address, server }) => ({ name, address, serverId: server.id }));
    this.servers = made.map(({ server }) => server);
  }

  private addServerGroups({ cluster, pool }: NodePoolProps): ComputeServergroupV2[] {
    if (pool.serverGroupPolicy === "none") return [];
    const count = new Set(pool.nodes.map((node) => node.group)).size;
    const scope = new Construct(this, "groups");
    return Array.from(
      { length: count },
      (_, group) =>
        new ComputeServergroupV2(scope, String(group), {
          name: serverGroupName(cluster, pool.name, group),
          policies: [pool.serverGroupPolicy],
        }),
    );
  }

  private addNode(node: ResolvedNode, group: ComputeServergroupV2 | undefined, props: NodePoolProps) {
    const scope = new Construct(this, String(node.index));
    const port = new NetworkingPortV2(scope, "port", {
      name: node.name,
      networkId: props.network.networkId,
      adminStateUp: true,
      securityGroupIds: [...props.securityGroupIds],
      dependsOn: [...props.network.subnets],
    });
    const { userData, dependsOn } = props.userData(node);
    const server = new ComputeInstanceV2(scope, "Resource", {
      name: node.name,
      flavorName: props.pool.flavor,
      network: [{ port: port.id }],
      userData,
      configDrive: props.configDrive,
      metadata: { cluster: props.cluster, pool: props.pool.name },
      ...rootDisk(props.image.imageId, props.pool.rootVolume),
      ...(node.zone === undefined ? {} : { availabilityZone: node.zone }),
      ...(group === undefined ? {} : { schedulerHints: [{ group: group.id }] }),
      lifecycle: { ignoreChanges: FIRST_BOOT_ONLY },
      dependsOn: [...dependsOn, ...props.network.ready],
    });
    this.addVolumes(scope, node, server, props);
    return { name: node.name, address: ipv4Of(port), server };
  }

  private addVolumes(scope: Construct, node: ResolvedNode, server: ComputeInstanceV2, { pool }: NodePoolProps): void {
    const volumes = new Construct(scope, "volumes");
    for (const { name, sizeGiB, type } of pool.volumes) {
      const volume = new BlockstorageVolumeV3(volumes, name, {
        name: volumeName(node.name, name),
        size: sizeGiB,
        enableOnlineResize: true,
        ...(type === undefined ? {} : { volumeType: type }),
        ...(node.zone === undefined ? {} : { availabilityZone: node.zone }),
        // Another zone would be another volume, without the data.
        lifecycle: { ignoreChanges: ["availability_zone"] },
      });
      new ComputeVolumeAttachV2(new Construct(volumes, `${name}-attachment`), "Resource", {
        instanceId: server.id,
        volumeId: volume.id,
      });
    }
  }
}
