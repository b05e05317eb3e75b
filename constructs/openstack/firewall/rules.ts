import type { IngressPorts, LoadBalancerSource } from "../../contracts";
import type { NodeService } from "../../machine/node-services";

/** The groups of a cluster, and the description that each carries in Neutron. */
export const GROUPS = {
  "load-balancer": "Kubernetes API and Talos API, from the admin networks and the nodes",
  nodes: "Every node of the cluster",
  "control-plane": "The nodes that run etcd and the Kubernetes API",
} as const;

/** What a group is for. */
export type GroupName = keyof typeof GROUPS;

/** Where traffic comes from or goes to: always a network or a group, never neither. */
export type Remote = { readonly group: GroupName } | { readonly cidr: string; readonly key: string };

type Protocol = "tcp" | "udp" | "icmp" | "esp";

/** One rule of one group. */
export interface FirewallRule {
  readonly group: GroupName;
  readonly direction: "ingress" | "egress";
  readonly ethertype: "IPv4" | "IPv6";
  /** What the port is for; part of the rule's id. */
  readonly name: string;
  readonly description: string;
  readonly protocol?: Protocol;
  readonly ports?: readonly [number, number];
  readonly remote: Remote;
}

/** The groups that a cluster has: a load balancer of somebody else has none. */
export const groupsOf = (source: LoadBalancerSource): readonly GroupName[] =>
  source === "security-group" ? ["load-balancer", "nodes", "control-plane"] : ["nodes", "control-plane"];

/** What decides the rules. */
export interface FirewallInputs {
  /** From where the APIs may be used, and SSH to the load balancer; IPv4 networks. */
  readonly access: {
    readonly kubernetesApi: readonly string[];
    readonly talosApi: readonly string[];
    readonly ssh: readonly string[];
    readonly ingress: readonly string[];
  };
  /** The pod network, which decides the ports between nodes. */
  readonly cni: "cilium" | "flannel" | "none";
  /**
   * What the nodes use among each other besides.
   *
   * @default - nothing
   */
  readonly services?: readonly NodeService[];
  /** From where the load balancer reaches nodes. */
  readonly loadBalancer: LoadBalancerSource;
  /**
   * Node ports behind ports 80 and 443 of the load balancer.
   *
   * @default - closed
   */
  readonly ingress?: Pick<IngressPorts, "httpNodePort" | "httpsNodePort"> | undefined;
}

type Service = readonly [name: string, protocol: Protocol, from?: number, to?: number];

/** Ports between nodes by pod network. https://docs.cilium.io/en/stable/operations/system_requirements/ */
const CNI_SERVICES: Record<FirewallInputs["cni"], readonly Service[]> = {
  cilium: [
    ["cilium-vxlan", "udp", 8472],
    ["cilium-health", "tcp", 4240],
    ["cilium-health-ping", "icmp"],
    ["hubble", "tcp", 4244],
  ],
  flannel: [["flannel-vxlan", "udp", 4789]], // the port that Talos configures, not flannel's own 8472
  // Nobody knows yet which ports the pod network will want, and these are the cluster's own machines.
  none: [
    ["any-tcp", "tcp", 1, 65535],
    ["any-udp", "udp", 1, 65535],
    ["any-icmp", "icmp"],
  ],
};

const KUBERNETES_API: Service = ["kubernetes-api", "tcp", 6443];
const TALOS_API: Service = ["talos-api", "tcp", 50000];

/** Ports of Talos and Kubernetes between the nodes. https://docs.siderolabs.com/talos/v1.13/networking/ingress-firewall/ */
const SERVICES: readonly (readonly [group: GroupName, from: GroupName, ...services: Service[]])[] = [
  ["control-plane", "nodes", KUBERNETES_API, ["trustd", "tcp", 50001]],
  ["control-plane", "control-plane", ["etcd", "tcp", 2379, 2380]],
  ["nodes", "control-plane", TALOS_API], // apid of a control plane hands requests on
  ["nodes", "nodes", ["kubelet", "tcp", 10250]],
];

/** Every rule of a cluster: what the ports are for, who may use them. */
export function firewallRules(inputs: FirewallInputs): FirewallRule[] {
  const groups = groupsOf(inputs.loadBalancer);
  return [
    ...SERVICES.flatMap(([group, from, ...services]) => services.map((s) => ingress(group, { group: from }, s))),
    ...amongNodes(inputs).map((service) => ingress("nodes", { group: "nodes" }, service)),
    ...(inputs.loadBalancer === "security-group" ? ownLoadBalancer(inputs) : externalLoadBalancer(inputs)),
    ...groups.flatMap(egress),
  ];
}

/** Neutron refuses a rule that is there already, whatever it is called. */
function amongNodes({ cni, services = [] }: FirewallInputs): readonly Service[] {
  const everywhere = SERVICES.filter(([group, from]) => group === "nodes" && from === "nodes");
  const open = new Set([...CNI_SERVICES[cni], ...everywhere.flatMap(([, , ...all]) => all)].map(opened));
  const further = services.map(({ name, protocol, ports = [] }): Service => [name, protocol, ...ports]);
  return [
    ...CNI_SERVICES[cni],
    ...further.filter((service) => {
      const isNew = !open.has(opened(service));
      open.add(opened(service));
      return isNew;
    }),
  ];
}

const opened = ([, protocol, from = 0, to = from]: Service): string => `${protocol} ${from} ${to}`;

/** The access lists stand at the load balancer, which has a group of its own. */
function ownLoadBalancer({ access, ingress: ports }: FirewallInputs): FirewallRule[] {
  const admin = (cidrs: readonly string[], service: Service) => fromNetworks("load-balancer", cidrs, service);
  return [
    ingress("load-balancer", { group: "nodes" }, KUBERNETES_API),
    ...[KUBERNETES_API, TALOS_API].map((api) => ingress("control-plane", { group: "load-balancer" }, api)),
    ...admin(access.ssh, ["ssh", "tcp", 22]),
    ...admin(access.kubernetesApi, KUBERNETES_API),
    ...admin(access.talosApi, TALOS_API),
    ...(ports === undefined
      ? []
      : [
          ...admin(access.ingress, ["http", "tcp", 80]),
          ...admin(access.ingress, ["https", "tcp", 443]),
          ...nodePorts(ports).map((port) => ingress("nodes", { group: "load-balancer" }, port)),
        ]),
  ];
}

/** The access lists stand at the control planes: a load balancer of somebody else may hand clients' addresses on. */
function externalLoadBalancer({ access, loadBalancer, ingress: ports }: FirewallInputs): FirewallRule[] {
  const sources = loadBalancer === "security-group" ? [] : loadBalancer.cidrs;
  const and = (cidrs: readonly string[]) => [...new Set([...sources, ...cidrs])];
  return [
    ...fromNetworks("control-plane", and(access.kubernetesApi), KUBERNETES_API),
    ...fromNetworks("control-plane", and(access.talosApi), TALOS_API),
    ...(ports === undefined
      ? []
      : nodePorts(ports).flatMap((port) => fromNetworks("nodes", and(access.ingress), port))),
  ];
}

const nodePorts = (ports: Pick<IngressPorts, "httpNodePort" | "httpsNodePort">): readonly Service[] => [
  ["ingress-http", "tcp", ports.httpNodePort],
  ["ingress-https", "tcp", ports.httpsNodePort],
];

const fromNetworks = (group: GroupName, cidrs: readonly string[], service: Service): FirewallRule[] =>
  cidrs.map((cidr) => ingress(group, { cidr, key: cidr.replace(/\D/g, "-") }, service));

const ingress = (group: GroupName, remote: Remote, [name, protocol, from, to = from]: Service): FirewallRule => ({
  group,
  direction: "ingress",
  ethertype: "IPv4",
  name,
  description: name,
  protocol,
  ...(from === undefined || to === undefined ? {} : { ports: [from, to] as const }),
  remote,
});

const egress = (group: GroupName): FirewallRule[] =>
  (["IPv4", "IPv6"] as const).map((ethertype) => ({
    group,
    direction: "egress",
    ethertype,
    name: "any",
    description: "everything may leave",
    remote: { cidr: ethertype === "IPv4" ? "0.0.0.0/0" : "::/0", key: ethertype.toLowerCase() },
  }));
