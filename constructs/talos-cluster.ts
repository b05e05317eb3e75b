import { Annotations, Aspects, type IResolvable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { allPools } from "./config/nodes";
import type { ResolvedClusterConfig } from "./config/cluster";
import type { MachineType } from "./config/sections/pool";
import { configWarnings } from "./config/warnings";
import type { IApiEndpoint, INode, INodeImage, INodeNetwork, INodePool, KnownResources } from "./contracts";
import { fromStack } from "./core/paths";
import { Tags } from "./core/tags";
import { ClusterDns } from "./dns";
import { ClusterGuard } from "./guard";
import { Cloud } from "./openstack/cloud";
import { SecurityGroups } from "./openstack/firewall/groups";
import { firewallInputs } from "./openstack/firewall/inputs";
import { NodeImage } from "./openstack/image";
import { loadBalancer } from "./openstack/load-balancer";
import { ingressNodes } from "./openstack/load-balancer/ingress";
import { nodeNetwork } from "./openstack/network";
import { nodePools } from "./openstack/nodes";
import { ClusterApi } from "./talos/cluster-api";
import { ApplyConfig } from "./talos/lifecycle/apply-config";
import { inOrder } from "./talos/lifecycle/turn";
import { MachineConfigs } from "./talos/machine-configs";
import { NodesReady } from "./talos/nodes-ready";
import { hashOfServerIds } from "./talos/server-ids";
import { StateCheckpoint } from "./talos/state-checkpoint";
import { TalosBootstrap } from "./talos/talos-bootstrap";
import { TalosSecrets } from "./talos/talos-secrets";

export interface TalosClusterProps {
  /** The cluster, from `parseConfig`, or from `loadConfig`. */
  readonly config: ResolvedClusterConfig;
  /**
   * Network of the nodes, for a config that says none: several clusters may share one.
   *
   * @default - `network` of the config
   */
  readonly network?: INodeNetwork;
  /**
   * IDs of security groups that control planes or workers get besides the cluster's own; may be tokens.
   *
   * @default - none
   */
  readonly extraSecurityGroupIds?: Readonly<Partial<Record<MachineType, readonly string[]>>>;
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
  /**
   * Whether a plan may destroy neither control planes nor data volumes; may be a token, for example a variable.
   *
   * @default - `protect` of the config
   */
  readonly protect?: boolean | IResolvable;
}

/** A Talos Kubernetes cluster on OpenStack, without provider, backend, variable and output: several fit into one stack. */
export class TalosCluster extends Construct {
  /** What clients call the APIs by: the cluster's name, or its address. May be a token. */
  public readonly host: string;
  /** Where the APIs are reached. */
  public readonly endpoint: IApiEndpoint;
  /** The network of the nodes. */
  public readonly network: INodeNetwork;
  /** The image of the nodes. */
  public readonly image: INodeImage;
  /** The security groups, for rules of your own. */
  public readonly securityGroups: SecurityGroups;
  /** The control plane first, then the pools of workers in the order of their names. */
  public readonly pools: readonly INodePool[];
  /** Path of the kubeconfig that the apply writes; may be a token. */
  public readonly kubeconfigPath: string;
  /** Path of the talosconfig that the apply writes; may be a token. */
  public readonly talosconfigPath: string;
  /** Done when the cluster is bootstrapped, its kubeconfig saved and its nodes are Ready. */
  public readonly ready: ITerraformDependable;
  /** Resources that people know by a name of their own. */
  public readonly known: KnownResources;

  public constructor(scope: Construct, id: string, props: TalosClusterProps) {
    super(scope, id);
    const { config } = props;
    for (const warning of configWarnings(config)) Annotations.of(this).addWarning(warning);
    Aspects.of(this).add(new Tags([`cluster=${config.name}`, ...config.openstack.tags]));
    const talosconfigDir = props.talosconfigDir ?? fromStack(this, config.directories.talosconfig);
    const kubeconfigsDir = props.kubeconfigsDir ?? fromStack(this, config.directories.kubeconfigs);
    this.talosconfigPath = `${talosconfigDir}/talosconfig`;
    this.kubeconfigPath = `${kubeconfigsDir}/kubeconfig-${config.fqdn}`;

    const cloud = new Cloud(this, "cloud", { project: config.openstack.project });
    this.network = nodeNetwork(this, "network", config.network, { name: config.name, given: props.network });
    this.securityGroups = new SecurityGroups(this, "security-groups", {
      name: config.name,
      projectId: cloud.projectId,
      ...firewallInputs(config),
    });
    const balancer = loadBalancer(this, config.loadBalancer, {
      network: this.network,
      securityGroupIds: this.securityGroups.loadBalancer,
      knownHostsDir: talosconfigDir,
      timeoutSeconds: config.timeouts.loadBalancer,
    });
    this.endpoint = balancer.endpoint;
    const dns = new ClusterDns(this, "dns", {
      dns: config.dns,
      name: config.fqdn,
      wildcardDomain: config.dns.wildcardDomain,
      endpoint: this.endpoint,
      timeoutSeconds: config.timeouts.dns,
    });
    this.host = dns.host;

    const secrets = new TalosSecrets(this, "secrets", {
      cluster: config.name,
      directory: talosconfigDir,
      contract: config.talos.contract,
    });
    const configs = new MachineConfigs(this, "configs", {
      config,
      secrets,
      endpointHost: dns.nodeHost,
      ...(dns.hasName ? { endpointAddress: this.endpoint.nodeAddress } : {}),
      certificateNames: [...new Set([...this.endpoint.addresses, dns.nodeHost])],
      directory: talosconfigDir,
    });
    this.image = new NodeImage(this, "image", { source: config.image, talosVersion: config.talos.version });
    const { controlplane = [], worker = [] } = props.extraSecurityGroupIds ?? {};
    this.pools = nodePools(this, "pools", allPools(config), {
      cluster: config.name,
      image: this.image,
      network: this.network,
      securityGroupIds: {
        controlplane: [...this.securityGroups.controlPlane, ...controlplane],
        worker: [...this.securityGroups.worker, ...worker],
      },
      configDrive: config.talos.configDrive,
      userData: (node) => ({ userData: configs.of(node).userData, dependsOn: [configs.of(node).done] }),
    });
    const servers = this.pools.flatMap((pool) => pool.servers);
    const controlPlanes = this.nodes.filter(({ machineType }) => machineType === "controlplane");
    const ingress = ingressNodes(config.loadBalancer.ingress, this.pools);
    const served = balancer.serve({ controlPlanes, ...ingress, servers });
    const guard = new ClusterGuard(this, "guard", {
      config,
      cloud,
      networkId: this.network.networkId,
      ca: secrets.caFingerprint,
      controlPlaneGroupId: this.securityGroups.controlPlaneGroupId,
      protect: props.protect ?? config.protect,
      servers,
    });

    const serverIds = hashOfServerIds(this, "servers", this.nodes);
    const checkpoint = new StateCheckpoint(this, "checkpoint", {
      trigger: serverIds,
      dependsOn: [...servers, ...served.resources, ...dns.records],
    });
    const api = new ClusterApi(this, "nodes", {
      cluster: config.name,
      endpoint: dns.host,
      secrets,
      contract: config.talos.contract,
      nodes: this.nodes,
      podNetwork: config.cni.kind !== "none" && config.cni.waitForReady,
    });
    const bootstrap = new TalosBootstrap(this, "bootstrap", {
      api,
      firstServerId: controlPlanes[0]?.serverId ?? "",
      loadBalancerAddress: this.endpoint.addresses[0] ?? "",
      talosconfigPath: this.talosconfigPath,
      kubeconfigPath: this.kubeconfigPath,
      timeouts: config.timeouts,
      dependsOn: [secrets.done, ...dns.done, served.done, checkpoint.done],
    });
    const nodesReady = new NodesReady(this, "nodes-ready", {
      api,
      servers: serverIds,
      talosconfigPath: this.talosconfigPath,
      cni: config.cni.kind,
      timeoutSeconds: config.timeouts.nodesReady,
      dependsOn: [bootstrap.done, checkpoint.done],
    });
    inOrder(this.nodes, [nodesReady.done], (node, dependsOn) => {
      const machineConfig = configs.of(node.name);
      return new ApplyConfig(machineConfig, "applied", {
        api,
        node,
        machineConfig,
        allowReboots: config.talos.allowReboots,
        timeoutSeconds: config.timeouts.nodesReady,
        dependsOn,
      });
    });
    this.ready = nodesReady.done;
    this.known = {
      ...dns.known,
      ...served.known,
      ...guard.known,
      talos_secrets: secrets.done,
      talos_bootstrap: bootstrap.done,
      nodes_ready: nodesReady.done,
    };
  }

  /** Every node: control planes first, then the workers by pool. */
  public get nodes(): readonly INode[] {
    return this.pools.flatMap((pool) => pool.nodes);
  }
}
