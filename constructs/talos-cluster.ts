import { Fn, type ITerraformDependable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { allPools } from "./config/nodes";
import type { ResolvedClusterConfig } from "./config/types";
import { fromStack } from "./core/paths";
import { ApiAddress } from "./openstack/api-address";
import { DnsRecords } from "./openstack/dns-records";
import type { Ingress } from "./openstack/haproxy-config";
import { HaproxyLoadBalancer } from "./openstack/haproxy-load-balancer";
import { NodeImage } from "./openstack/image";
import { type INodeNetwork, NodeNetwork } from "./openstack/network";
import { type INode, type INodePool, NodePool } from "./openstack/node-pool";
import { SecurityGroups } from "./openstack/security-groups";
import { StateCheckpoint } from "./openstack/state-checkpoint";
import type { ClusterAccess } from "./talos/access";
import { TalosBootstrap } from "./talos/bootstrap";
import { ConfigRollout } from "./talos/config-rollout";
import { MachineConfigs } from "./talos/machine-configs";
import { NodesReady } from "./talos/nodes-ready";
import { TalosSecrets } from "./talos/secrets";

/** A node, as others may use it. */
export type ClusterNode = INode;

/** A cluster, as others may use it. */
export interface ITalosCluster {
  /** The cluster's name in DNS, and the host of its APIs. */
  readonly fqdn: string;
  /** Address of the load balancer. A token. */
  readonly loadBalancerAddress: string;
  /** Control planes first, then the workers by pool. */
  readonly nodes: readonly ClusterNode[];
  /** Done when the cluster is bootstrapped, its kubeconfig saved and its nodes are Ready. */
  readonly ready: ITerraformDependable;
}

export interface TalosClusterProps {
  /** The cluster, from `loadConfig` or `parseConfig`. */
  readonly config: ResolvedClusterConfig;
  /**
   * Directory of secrets.yaml, talosconfig and machine configs as OpenTofu sees it; may be a token.
   *
   * @default - `directories.talosconfig` of the config
   */
  readonly talosconfigDir?: string;
  /**
   * Directory of the kubeconfigs as OpenTofu sees it; may be a token.
   *
   * @default - `directories.kubeconfigs` of the config
   */
  readonly kubeconfigsDir?: string;
}

/**
 * A Talos Kubernetes cluster on OpenStack.
 *
 * Creates no provider, backend, variable or output, so that several fit into one stack; ids derive from the path.
 */
export class TalosCluster extends Construct implements ITalosCluster {
  public readonly fqdn: string;
  public readonly loadBalancerAddress: string;
  public readonly nodes: readonly ClusterNode[];
  public readonly ready: ITerraformDependable;
  /** The parts whose resources a stack may want to name. */
  public readonly dns: DnsRecords;
  public readonly loadBalancer: HaproxyLoadBalancer;
  public readonly secrets: TalosSecrets;
  public readonly bootstrap: TalosBootstrap;
  public readonly nodesReady: NodesReady;

  public constructor(scope: Construct, id: string, props: TalosClusterProps) {
    super(scope, id);
    const { config } = props;
    const talosconfigDir = props.talosconfigDir ?? fromStack(this, config.directories.talosconfig);
    const kubeconfigsDir = props.kubeconfigsDir ?? fromStack(this, config.directories.kubeconfigs);

    const network = new NodeNetwork(this, "network", { name: config.name, network: config.network });
    const groups = new SecurityGroups(this, "security-groups", {
      name: config.name,
      access: config.access,
      cni: config.cni.kind,
      ingress: config.loadBalancer.ingress,
      egressAddress: network.egressAddress,
    });
    const address = new ApiAddress(this, "api", {
      name: config.loadBalancer.name,
      network: this.loadBalancerNetwork(config, network),
      securityGroupIds: groups.loadBalancer,
      floatingIpPool: config.loadBalancer.floatingIpPool,
    });
    this.secrets = new TalosSecrets(this, "secrets", {
      cluster: config.name,
      directory: talosconfigDir,
      contract: config.talos.contract,
    });

    const configs = new MachineConfigs(this, "configs", {
      config,
      secrets: this.secrets,
      addresses: [address.address],
      directory: talosconfigDir,
    });
    const image = new NodeImage(this, "image", { image: config.image, talosVersion: config.talos.version });
    // Operators choose the names of pools; here they cannot collide with ours.
    const namespace = new Construct(this, "pools");
    const pools = allPools(config).map(
      (pool): INodePool =>
        new NodePool(namespace, pool.name, {
          cluster: config.name,
          pool,
          image,
          network,
          securityGroupIds: pool.machineType === "controlplane" ? groups.controlPlane : groups.worker,
          configDrive: config.talos.configDrive,
          userData: ({ name }) => ({ userData: configs.of(name).userData, dependsOn: [configs.of(name).rendered] }),
        }),
    );
    this.nodes = pools.flatMap((pool) => pool.nodes);
    const controlPlanes = this.nodes.slice(0, config.controlPlane.nodes.length);
    const workers = this.nodes.slice(config.controlPlane.nodes.length);

    this.dns = new DnsRecords(this, "dns", {
      dns: config.dns,
      name: config.fqdn,
      address: address.address,
      timeoutSeconds: config.timeouts.dns,
    });
    this.loadBalancer = new HaproxyLoadBalancer(this, "load-balancer", {
      loadBalancer: config.loadBalancer,
      address,
      controlPlanes,
      ingress: this.ingress(config, pools),
      knownHostsDir: talosconfigDir,
      timeoutSeconds: config.timeouts.loadBalancer,
    });

    // One short value, however many there are. A list, since cdktf takes its time with a thousand tokens in one text.
    const ids = new TerraformLocal(
      this,
      "servers",
      this.nodes.map(({ serverId }) => serverId),
    );
    const servers = Fn.sha256(Fn.join(" ", ids.asList));
    const checkpoint = new StateCheckpoint(this, "checkpoint", {
      of: servers,
      dependsOn: [...pools.flatMap((pool) => pool.servers), this.loadBalancer.server, ...this.dns.records],
    });
    const access: ClusterAccess = {
      cluster: config.name,
      apiEndpoint: config.fqdn,
      secretsFile: this.secrets.file,
      contract: config.talos.contract,
      controlPlaneAddresses: controlPlanes.map((node) => node.address),
    };
    this.bootstrap = new TalosBootstrap(this, "bootstrap", {
      access,
      loadBalancerAddress: address.address,
      talosconfigDir,
      kubeconfigsDir,
      timeouts: config.timeouts,
      dependsOn: [this.secrets.made, this.dns.gate, this.loadBalancer.configured, checkpoint.stored],
    });
    this.nodesReady = new NodesReady(this, "nodes-ready", {
      access,
      controlPlanes: controlPlanes.map((node) => node.name),
      workers: workers.map((node) => node.name),
      servers,
      talosconfigDir,
      cni: config.cni,
      timeoutSeconds: config.timeouts.nodesReady,
      dependsOn: [this.bootstrap.bootstrapped, checkpoint.stored],
    });
    new ConfigRollout(this, "rollout", {
      access,
      nodes: this.nodes.map(({ name, ...node }) => ({ ...node, config: configs.of(name) })),
      allowReboots: config.talos.allowReboots,
      directory: talosconfigDir,
      timeoutSeconds: config.timeouts.nodesReady,
      dependsOn: [this.nodesReady.ready],
    });

    this.fqdn = config.fqdn;
    this.loadBalancerAddress = address.address;
    this.ready = this.nodesReady.ready;
  }

  /** The pool that the file names, as it is behind the load balancer. */
  private ingress({ loadBalancer, workers }: ResolvedClusterConfig, pools: readonly INodePool[]): Ingress | undefined {
    if (loadBalancer.ingress === undefined) return undefined;
    const { pool, ...ports } = loadBalancer.ingress;
    // Behind the control plane, pools are in the order of the workers.
    const index = 1 + workers.findIndex(({ name }) => name === pool);
    return { nodes: pools[index]?.nodes ?? [], ...ports };
  }

  /** The nodes' own network, or another one that exists and that reaches it. */
  private loadBalancerNetwork(config: ResolvedClusterConfig, nodes: INodeNetwork): INodeNetwork {
    const { network: name } = config.loadBalancer;
    if (name === undefined) return nodes;
    return new NodeNetwork(this, "load-balancer-network", {
      name: config.loadBalancer.name,
      network: { kind: "name", name, cidr: undefined },
    });
  }
}
