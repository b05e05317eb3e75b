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

/** One rule of one group. */
export interface Rule {
  readonly group: GroupName;
  readonly direction: "ingress" | "egress";
  readonly ethertype: "IPv4" | "IPv6";
  /** What the port is for; part of the rule's id. */
  readonly name: string;
  readonly description: string;
  readonly protocol?: "tcp" | "udp" | "icmp";
  readonly ports?: readonly [number, number];
  readonly remote: Remote;
}

/** What decides the rules. */
export interface RuleInputs {
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
   * Node ports behind ports 80 and 443 of the load balancer.
   *
   * @default - closed
   */
  readonly ingress?: { readonly httpNodePort: number; readonly httpsNodePort: number };
  /**
   * Address that the load balancer sees when a node calls it by its floating IP.
   *
   * @default - nodes are seen by their own addresses
   */
  readonly egressAddress?: string;
}

type Service = readonly [name: string, protocol: "tcp" | "udp" | "icmp", from?: number, to?: number];

/** Ports between nodes by pod network. https://docs.cilium.io/en/stable/operations/system_requirements/ */
const CNI_SERVICES: Record<RuleInputs["cni"], readonly Service[]> = {
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

/** Ports of Talos and Kubernetes by group and source. https://docs.siderolabs.com/talos/v1.13/networking/ingress-firewall/ */
const SERVICES: readonly (readonly [group: GroupName, from: GroupName, ...services: Service[]])[] = [
  ["load-balancer", "nodes", ["kubernetes-api", "tcp", 6443]],
  ["control-plane", "load-balancer", ["kubernetes-api", "tcp", 6443], ["talos-api", "tcp", 50000]],
  ["control-plane", "nodes", ["kubernetes-api", "tcp", 6443], ["trustd", "tcp", 50001]],
  ["control-plane", "control-plane", ["etcd", "tcp", 2379, 2380]],
  ["nodes", "control-plane", ["talos-api", "tcp", 50000]], // apid of a control plane hands requests on
  ["nodes", "nodes", ["kubelet", "tcp", 10250]],
];

/** Every rule of a cluster: what the ports are for, who may use them. */
export function securityRules(inputs: RuleInputs): Rule[] {
  const ingress = (group: GroupName, remote: Remote, [name, protocol, from, to = from]: Service): Rule => ({
    group,
    direction: "ingress",
    ethertype: "IPv4",
    name,
    description: name,
    protocol,
    ...(from === undefined || to === undefined ? {} : { ports: [from, to] as const }),
    remote,
  });
  const admin = (cidrs: readonly string[], service: Service) =>
    cidrs.map((cidr) => ingress("load-balancer", { cidr, key: cidr.replace(/\D/g, "-") }, service));
  const egress = (Object.keys(GROUPS) as GroupName[]).flatMap((group): Rule[] =>
    (["IPv4", "IPv6"] as const).map((ethertype) => ({
      group,
      direction: "egress",
      ethertype,
      name: "any",
      description: "everything may leave",
      remote: { cidr: ethertype === "IPv4" ? "0.0.0.0/0" : "::/0", key: ethertype.toLowerCase() },
    })),
  );
  return [
    ...SERVICES.flatMap(([group, from, ...services]) => services.map((s) => ingress(group, { group: from }, s))),
    ...CNI_SERVICES[inputs.cni].map((service) => ingress("nodes", { group: "nodes" }, service)),
    ...admin(inputs.access.ssh, ["ssh", "tcp", 22]),
    ...admin(inputs.access.kubernetesApi, ["kubernetes-api", "tcp", 6443]),
    ...admin(inputs.access.talosApi, ["talos-api", "tcp", 50000]),
    ...(inputs.ingress === undefined
      ? []
      : [
          ...admin(inputs.access.ingress, ["http", "tcp", 80]),
          ...admin(inputs.access.ingress, ["https", "tcp", 443]),
          ingress("nodes", { group: "load-balancer" }, ["ingress-http", "tcp", inputs.ingress.httpNodePort]),
          ingress("nodes", { group: "load-balancer" }, ["ingress-https", "tcp", inputs.ingress.httpsNodePort]),
        ]),
    ...(inputs.egressAddress === undefined
      ? []
      : [
          ingress("load-balancer", { cidr: `${inputs.egressAddress}/32`, key: "nodes-egress" }, [
            "kubernetes-api",
            "tcp",
            6443,
          ]),
        ]),
    ...egress,
  ];
}
