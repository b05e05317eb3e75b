import type { ResolvedClusterConfig } from "../config/cluster";
import { allPools } from "../config/nodes";
import { isMapping, type KeyPath, valueAt } from "../config/reader/key-path";

/** A port, or a protocol without ports, that nodes use among each other. */
export interface NodeService {
  /** What it is for; part of the address of its rule in the state. */
  readonly name: string;
  readonly protocol: "tcp" | "udp" | "esp";
  /** First and last port; none for a protocol without ports. */
  readonly ports?: readonly [number, number];
}

/** The sections that decide what nodes use among each other besides what every cluster does. */
export type NodeServiceSections = Pick<
  ResolvedClusterConfig,
  "access" | "cni" | "controlPlane" | "workers" | "patches"
>;

/**
 * What the nodes use among each other because of Cilium's values, of KubeSpan in a patch, and of `access.nodes`.
 *
 * It comes besides what the pod network always opens: a tunnel that is changed in a running cluster needs both ports for a
 * while.
 */
export function nodeServices(config: NodeServiceSections): readonly NodeService[] {
  return [
    ...(config.cni.kind === "cilium" ? ciliumServices(config.cni.cilium.values) : []),
    ...(usesKubeSpan(config) ? [one("kubespan", "udp", KUBESPAN_PORT)] : []),
    ...config.access.nodes.map(({ port, endPort, protocol }): NodeService => {
      const ports = endPort === undefined ? `${port}` : `${port}-${endPort}`;
      return { name: `own-${protocol}-${ports}`, protocol, ports: [port, endPort ?? port] };
    }),
  ];
}

/** https://docs.siderolabs.com/talos/v1.13/networking/kubespan/ */
const KUBESPAN_PORT = 51820;

const one = (name: string, protocol: "tcp" | "udp", port: number): NodeService => ({
  name,
  protocol,
  ports: [port, port],
});

/**
 * What Cilium's nodes use among each other because of its Helm values.
 *
 * Ports: https://docs.cilium.io/en/stable/operations/system_requirements/#firewall-rules
 * Values and their defaults: https://docs.cilium.io/en/stable/helm-reference/
 */
export function ciliumServices(values: unknown): readonly NodeService[] {
  const at = (...path: KeyPath) => valueAt(values, path);
  const is = (...path: KeyPath) => at(...path) === true;
  const port = (fallback: number, ...path: KeyPath) => {
    const given = Number(at(...path));
    return Number.isInteger(given) && given > 0 && given < 65536 ? given : fallback;
  };
  const services: NodeService[] = [];
  const geneve = at("tunnelProtocol") === "geneve";
  const tunnel = port(geneve ? 6081 : 8472, "tunnelPort");
  if (tunnel !== 8472) services.push(one(geneve ? "cilium-geneve" : "cilium-tunnel", "udp", tunnel));
  // Without a type it is IPsec.
  if (is("encryption", "enabled")) {
    services.push(
      at("encryption", "type") === "wireguard"
        ? one("cilium-wireguard", "udp", 51871)
        : { name: "cilium-ipsec", protocol: "esp" },
    );
  }
  if (is("authentication", "mutual", "spire", "enabled")) {
    services.push(one("cilium-authentication", "tcp", port(4250, "authentication", "mutual", "port")));
  }
  // A Prometheus in a pod comes from the address of its node.
  if (is("prometheus", "enabled")) services.push(one("cilium-metrics", "tcp", port(9962, "prometheus", "port")));
  if (is("operator", "prometheus", "enabled")) {
    services.push(one("cilium-operator-metrics", "tcp", port(9963, "operator", "prometheus", "port")));
  }
  if (is("envoy", "prometheus", "enabled")) {
    services.push(one("cilium-envoy-metrics", "tcp", port(9964, "envoy", "prometheus", "port")));
  }
  const metrics = at("hubble", "metrics", "enabled");
  if (Array.isArray(metrics) && metrics.length > 0) {
    services.push(one("hubble-metrics", "tcp", port(9965, "hubble", "metrics", "port")));
  }
  return services;
}

/** Whether any node has KubeSpan: as a document of its own, or in the machine config. */
function usesKubeSpan(config: NodeServiceSections): boolean {
  const { global, controlPlane, worker } = config.patches;
  const patches = [
    ...[global, controlPlane, worker].flat(),
    ...allPools(config).flatMap((pool) => [...pool.patches, ...pool.nodes.flatMap((node) => node.patches)]),
  ];
  return patches.some(({ documents }) =>
    documents.some(
      (document) =>
        valueAt(document, ["machine", "network", "kubespan", "enabled"]) === true ||
        (isMapping(document) && document["kind"] === "KubeSpanConfig" && document["enabled"] === true),
    ),
  );
}
