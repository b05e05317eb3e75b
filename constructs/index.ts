/** What others may import to compose clusters, or parts of one, into stacks of their own. */
export { ConfigError } from "./config/reader/errors";
export { configWarnings } from "./config/warnings";
export { loadConfig, parseConfig, type ParseOptions } from "./load";
export { schematicId, schematicYaml, type Schematic } from "./machine/schematic";
export type { ClusterConfig } from "./config/schema";
export type * from "./config/types";
export { ClusterStack, type ClusterStackProps } from "./cluster-stack";
export { type ClusterNode, type ITalosCluster, TalosCluster, type TalosClusterProps } from "./talos-cluster";
export { ApiAddress, type ApiAddressProps, type IApiAddress } from "./openstack/api-address";
export { DnsRecords, type DnsRecordsProps, type IDnsRecords } from "./openstack/dns-records";
export { type Backend, type Ingress } from "./openstack/haproxy-config";
export {
  HaproxyLoadBalancer,
  type HaproxyLoadBalancerProps,
  type ILoadBalancer,
} from "./openstack/haproxy-load-balancer";
export { type INodeImage, NodeImage, type NodeImageProps } from "./openstack/image";
export { type INodeNetwork, NodeNetwork, type NodeNetworkProps } from "./openstack/network";
export { type INode, type INodePool, NodePool, type NodePoolProps, type NodeUserData } from "./openstack/node-pool";
export { type ISecurityGroups, SecurityGroups, type SecurityGroupsProps } from "./openstack/security-groups";
export { StateCheckpoint, type StateCheckpointProps } from "./openstack/state-checkpoint";
export { type ClusterAccess } from "./talos/access";
export { TalosBootstrap, type TalosBootstrapProps } from "./talos/bootstrap";
export { ConfigRollout, type ConfigRolloutProps, type RunningNode } from "./talos/config-rollout";
export { type IMachineConfig, MachineConfig, type MachineConfigProps } from "./talos/machine-config";
export { MachineConfigs, type MachineConfigsProps } from "./talos/machine-configs";
export { NodesReady, type NodesReadyProps } from "./talos/nodes-ready";
export { type ITalosSecrets, TalosSecrets, type TalosSecretsProps } from "./talos/secrets";
