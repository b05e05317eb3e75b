import { type ITerraformDependable, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { allPools } from "./config/names";
import type { ResolvedClusterConfig, ResolvedNode, ResolvedPool } from "./config/types";
import { fromStack } from "./core/paths";
import { ApiAddress } from "./openstack/api-address";
import { DnsRecords } from "./openstack/dns-records";
import { HaproxyLoadBalancer } from "./openstack/haproxy-load-balancer";
import { NodeImage } from "./openstack/image";
import { type INodeNetwork, NodeNetwork } from "./openstack/network";
import { type INodePool, NodePool } from "./openstack/node-pool";
import { SecurityGroups } from "./openstack/security-groups";
import { TalosBootstrap } from "./talos/bootstrap";
import { hash, MachineConfig, type MachineConfigCommon, renderPatches } from "./talos/machine-config";
import { nodePatches } from "./talos/node-patches";
import { rolePatches } from "./talos/role-patches";
import { TalosSecrets } from "./talos/secrets";
import { maxUserDataBytes, userDataProblems } from "./talos/user-data";

/** A node, as others may use it. */
export interface ClusterNode {
  readonly name: string;
  /** IPv4 address. A token: pass it on, do not parse it. */
  readonly address: string;
}

/** A cluster, as others may use it. */
export interface ITalosCluster {
  /** The cluster's name in DNS, and the host of its APIs. */
  readonly fqdn: string;
  /** Address of the load balancer. A token. */
  readonly loadBalancerAddress: string;
  /** Control planes first, then the workers by pool. */
  readonly nodes: readonly ClusterNode[];
  /** Done when the cluster has been bootstrapped and its kubeconfig saved. */
  readonly bootstrapped: ITerraformDependable;
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
  public readonly bootstrapped: ITerraformDependable;
  /** The parts whose resources a stack may want to name. */
  public readonly dns: DnsRecords;
  public readonly loadBalancer: HaproxyLoadBalancer;
  public readonly secrets: TalosSecrets;
  public readonly bootstrap: TalosBootstrap;

  public constructor(scope: Construct, id: string, props: TalosClusterProps) {
    super(scope, id);
    const { config } = props;
    this.node.addValidation({
      validate: () => Array.from(userDataProblems(config), ({ pool, message }) => `pool ${pool.name}: ${message}`),
    });
    const talosconfigDir = props.talosconfigDir ?? fromStack(this, config.directories.talosconfig);
    const kubeconfigsDir = props.kubeconfigsDir ?? fromStack(this, config.directories.kubeconfigs);

    const network = new NodeNetwork(this, "network", { name: config.name, network: config.network });
    const groups = new SecurityGroups(this, "security-groups", {
      name: config.name,
      access: config.access,
      cni: config.cni.kind,
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

    const configs = this.machineConfigs(config, {
      cluster: config.name,
      endpointHost: config.fqdn,
      additionalSans: [address.address, config.fqdn],
      kubernetesVersion: config.kubernetes.version,
      contract: config.talos.contract,
      secrets: this.secrets,
      directory: talosconfigDir,
      maxBytes: maxUserDataBytes(config.talos.configDrive),
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
          userData: (node) => configs(pool, node),
        }),
    );
    const controlPlanes = pools[0]?.nodes ?? [];

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
      knownHostsDir: talosconfigDir,
      timeoutSeconds: config.timeouts.loadBalancer,
    });
    this.bootstrap = new TalosBootstrap(this, "bootstrap", {
      cluster: config.name,
      apiEndpoint: config.fqdn,
      loadBalancerAddress: address.address,
      secrets: this.secrets,
      contract: config.talos.contract,
      controlPlaneAddresses: controlPlanes.map((node) => node.address),
      talosconfigDir,
      kubeconfigsDir,
      timeouts: config.timeouts,
      dependsOn: [this.dns.gate, this.loadBalancer.configured, ...(pools[0]?.servers ?? [])],
    });

    this.fqdn = config.fqdn;
    this.loadBalancerAddress = address.address;
    this.nodes = pools.flatMap((pool) => pool.nodes);
    this.bootstrapped = this.bootstrap.bootstrapped;
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

  /** One machine config per node; what a role's nodes share stands in the JSON once. */
  private machineConfigs(config: ResolvedClusterConfig, common: MachineConfigCommon) {
    const namespace = new Construct(this, "configs");
    const shared = (machineType: ResolvedPool["machineType"]) => {
      const text = renderPatches(rolePatches(config, machineType));
      const local = new TerraformLocal(this, `${machineType}-patches`, text);
      return { rolePatches: local.asString, rolePatchesHash: hash(text) };
    };
    const roles = { controlplane: shared("controlplane"), worker: shared("worker") };
    const pools = new Map(allPools(config).map(({ name }) => [name, new Construct(namespace, name)]));
    return (pool: ResolvedPool, node: ResolvedNode) => {
      const machineConfig = new MachineConfig(pools.get(pool.name) ?? namespace, String(node.index), {
        ...common,
        ...roles[pool.machineType],
        node: node.name,
        machineType: pool.machineType,
        patches: nodePatches(pool, node),
      });
      return { userData: machineConfig.userData, dependsOn: [machineConfig.rendered] };
    };
  }
}
