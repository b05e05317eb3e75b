import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { BlockstorageVolumeV3 } from "@cdktf/provider-openstack/blockstorage-volume-v3";
import { ComputeInstanceV2 } from "@cdktf/provider-openstack/compute-instance-v2";
import { ComputeServergroupV2 } from "@cdktf/provider-openstack/compute-servergroup-v2";
import { ComputeVolumeAttachV2 } from "@cdktf/provider-openstack/compute-volume-attach-v2";
import { NetworkingPortV2 } from "@cdktf/provider-openstack/networking-port-v2";
import { serverGroupName, volumeName } from "../../config/names";
import type { MachineType } from "../../config/sections/pool";
import type { INode, INodeImage, INodeNetwork, INodePool } from "../../contracts";
import { keepInCloud } from "../../core/keep";
import { ipv4Of } from "../port-address";
import { type RootVolume, rootDisk } from "../root-disk";

/** A node of a pool, before it is made. */
export interface PoolNode {
  /** Name of the server, the port, the machine config and the Kubernetes node. */
  readonly name: string;
  /** Number of the node within its pool, from 0; its resources' ids are made of it. */
  readonly index: number;
  /**
   * Availability zone.
   *
   * @default - Nova's choice
   */
  readonly zone?: string | undefined;
  /** Which of the pool's server groups it belongs to, from 0. */
  readonly group: number;
}

/** A volume that each node of a pool has, and that outlives its server. */
export interface DataVolume {
  /** Name within the node. */
  readonly name: string;
  readonly sizeGiB: number;
  /**
   * Volume type.
   *
   * @default - the cloud's default volume type
   */
  readonly type?: string | undefined;
  /**
   * Availability zone in Cinder, whose zones may have other names than Nova's.
   *
   * @default - the zone of the node
   */
  readonly zone?: string | undefined;
  /**
   * Whether the volume stays in Cinder when it, its node or its pool is removed.
   *
   * @default true
   */
  readonly keep?: boolean;
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
  /** Name of the pool. */
  readonly name: string;
  readonly machineType: MachineType;
  readonly nodes: readonly PoolNode[];
  /** Name of the flavor. */
  readonly flavor: string;
  /**
   * Root disks as Cinder volumes.
   *
   * @default - the flavor's local disk
   */
  readonly rootVolume?: RootVolume | undefined;
  /** Policy of the server groups, or "none" for no groups. */
  readonly serverGroupPolicy: string;
  /**
   * Data volumes of each node.
   *
   * @default - none
   */
  readonly volumes?: readonly DataVolume[];
  readonly image: INodeImage;
  readonly network: INodeNetwork;
  readonly securityGroupIds: readonly string[];
  /** Whether servers get a config drive besides the metadata service. */
  readonly configDrive: boolean;
  /** User data of each node, by name. */
  readonly userData: (node: string) => NodeUserData;
}

/**
 * What a change never does to a running node. Nova would rebuild the server for another image and wipe its disk, and
 * replace it for the rest; upgrades and changes of the configuration go through Talos instead. Another network is another
 * port, and that another server.
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
  "network",
];

/** A pool of nodes: a port and a server for each, server groups that hold no more members than the cloud allows. */
export class NodePool extends Construct implements INodePool {
  public readonly name: string;
  public readonly machineType: MachineType;
  public readonly nodes: readonly INode[];
  public readonly servers: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NodePoolProps) {
    super(scope, id);
    this.name = props.name;
    this.machineType = props.machineType;
    const groups = this.addServerGroups(props);
    const nodes = props.nodes.map((node) => this.addNode(node, groups[node.group], props));
    this.nodes = nodes.map(({ node }) => node);
    this.servers = nodes.map(({ server }) => server);
  }

  private addServerGroups({ cluster, name, nodes, serverGroupPolicy: policy }: NodePoolProps): ComputeServergroupV2[] {
    if (policy === "none") return [];
    const count = new Set(nodes.map((node) => node.group)).size;
    const scope = new Construct(this, "groups");
    return Array.from(
      { length: count },
      (_, group) =>
        new ComputeServergroupV2(scope, String(group), {
          name: serverGroupName(cluster, name, group),
          policies: [policy],
          // Another group would have none of the running nodes.
          lifecycle: { ignoreChanges: ["policies", "name"] },
        }),
    );
  }

  private addNode(node: PoolNode, group: ComputeServergroupV2 | undefined, props: NodePoolProps) {
    const scope = new Construct(this, String(node.index));
    const port = new NetworkingPortV2(scope, "port", {
      name: node.name,
      networkId: props.network.networkId,
      adminStateUp: true,
      securityGroupIds: [...props.securityGroupIds],
      lifecycle: { ignoreChanges: ["network_id"] },
      dependsOn: [...props.network.subnets],
    });
    const { userData, dependsOn } = props.userData(node.name);
    const server = new ComputeInstanceV2(scope, "Resource", {
      name: node.name,
      flavorName: props.flavor,
      network: [{ port: port.id }],
      userData,
      configDrive: props.configDrive,
      metadata: { cluster: props.cluster, pool: props.name },
      ...rootDisk(props.image.imageId, props.rootVolume),
      ...(node.zone === undefined ? {} : { availabilityZone: node.zone }),
      ...(group === undefined ? {} : { schedulerHints: [{ group: group.id }] }),
      lifecycle: { ignoreChanges: FIRST_BOOT_ONLY },
      dependsOn: [...dependsOn, ...props.network.ready],
    });
    for (const volume of props.volumes ?? []) this.addVolume(scope, node, server, volume);
    return { node: this.describe(node, port, server), server };
  }

  private describe({ name }: PoolNode, port: NetworkingPortV2, server: ComputeInstanceV2): INode {
    const { name: pool, machineType } = this;
    return { name, pool, machineType, address: ipv4Of(port), portId: port.id, serverId: server.id };
  }

  private addVolume(scope: Construct, node: PoolNode, server: ComputeInstanceV2, props: DataVolume): void {
    const volumes = scope.node.tryFindChild("volumes") ?? new Construct(scope, "volumes");
    const zone = props.zone ?? node.zone;
    const volume = new BlockstorageVolumeV3(volumes, props.name, {
      name: volumeName(node.name, props.name),
      size: props.sizeGiB,
      enableOnlineResize: true,
      ...(props.type === undefined ? {} : { volumeType: props.type }),
      ...(zone === undefined ? {} : { availabilityZone: zone }),
      // Another zone, and to some versions of the provider another type, would be another volume, without the data.
      lifecycle: { ignoreChanges: ["availability_zone", "volume_type"] },
    });
    if (props.keep ?? true) keepInCloud(volume);
    new ComputeVolumeAttachV2(new Construct(volumes, `${props.name}-attachment`), "Resource", {
      instanceId: server.id,
      volumeId: volume.id,
    });
  }
}
