import { join } from "node:path";
import { pathFrom } from "./reader/files";
import { CONTROL_PLANE, imageName, loadBalancerName, nodeName } from "./names";
import type { KeyPath } from "./reader/key-path";
import { contractOf } from "./releases";
import type { ParsedClusterConfig } from "./schema";
import type {
  ResolvedClusterConfig,
  ResolvedDns,
  ResolvedImage,
  ResolvedLoadBalancer,
  ResolvedNetwork,
  ResolvedNode,
  ResolvedPatch,
  ResolvedPool,
  ResolvedState,
} from "./types";

type ParsedPatch = ParsedClusterConfig["patches"]["global"][number];

/** What `resolveConfig` needs from outside of the file: its directory, and its patches read and parsed. */
export interface ResolveContext {
  /** Directory that relative paths of the file start from. */
  readonly directory: string;
  /** The patch at this place of the file, read if it is a path. */
  readonly patch: (patch: ParsedPatch, place: KeyPath) => ResolvedPatch;
}

/** Applies the defaults that depend on other values, names every node and puts the patches in; checks nothing. */
export function resolveConfig(parsed: ParsedClusterConfig, context: ResolveContext): ResolvedClusterConfig {
  const { name, domain } = parsed;
  const talosVersion = withV(parsed.talos.version);
  const path = (p: string) => pathFrom(context.directory, p);
  const patches = (list: readonly ParsedPatch[], place: KeyPath) =>
    list.map((patch, i) => context.patch(patch, [...place, i]));
  const nodePatches = Object.fromEntries(
    Object.entries(parsed.patches.nodes).map(([node, list]) => [node, patches(list, ["patches", "nodes", node])]),
  );
  const pool = (
    poolName: string,
    place: KeyPath,
    machineType: ResolvedPool["machineType"],
    from: Omit<ParsedClusterConfig["workers"][string], "count">,
    count: number,
  ): ResolvedPool => ({
    name: poolName,
    machineType,
    flavor: from.flavor,
    rootVolume: from.rootVolume,
    serverGroupPolicy: from.serverGroupPolicy,
    volumes: from.volumes,
    labels: from.labels,
    annotations: from.annotations,
    taints: from.taints,
    patches: patches(from.patches, [...place, "patches"]),
    nodes: Array.from({ length: count }, (_, index): ResolvedNode => {
      const node = nodeName(name, poolName, index);
      return {
        name: node,
        pool: poolName,
        machineType,
        index,
        zone: from.zones[index % from.zones.length],
        group: Math.floor(index / parsed.openstack.serverGroupSize),
        patches: nodePatches[node] ?? [],
      };
    }),
  });
  const noExtras = { volumes: [], labels: {}, annotations: {}, taints: [] };

  return {
    name,
    domain,
    fqdn: `${name}.${domain}`,
    talos: {
      version: talosVersion,
      contract: contractOf(talosVersion),
      configDrive: parsed.talos.configDrive,
      allowReboots: parsed.talos.allowReboots,
    },
    kubernetes: { ...parsed.kubernetes, version: withV(parsed.kubernetes.version) },
    image: resolveImage(parsed, talosVersion, path),
    network: resolveNetwork(parsed.network),
    loadBalancer: resolveLoadBalancer(parsed, path),
    dns: resolveDns(parsed, path),
    access: {
      ...parsed.access,
      ssh: parsed.access.ssh ?? parsed.access.talosApi,
      ingress: parsed.access.ingress ?? [],
    },
    controlPlane: {
      ...pool(
        CONTROL_PLANE,
        ["controlPlane"],
        "controlplane",
        { ...parsed.controlPlane, ...noExtras },
        parsed.controlPlane.count,
      ),
      schedulable: parsed.controlPlane.schedulable,
    },
    workers: Object.entries(parsed.workers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, worker]) => pool(key, ["workers", key], "worker", worker, worker.count)),
    cni: parsed.cni,
    manifests: parsed.manifests,
    patches: {
      global: patches(parsed.patches.global, ["patches", "global"]),
      controlPlane: patches(parsed.patches.controlPlane, ["patches", "controlPlane"]),
      worker: patches(parsed.patches.worker, ["patches", "worker"]),
      nodes: nodePatches,
    },
    state: resolveState(parsed, path),
    directories: {
      talosconfig: path(parsed.directories.talosconfig ?? join("talosconfig", name)),
      kubeconfigs: path(parsed.directories.kubeconfigs),
    },
    timeouts: parsed.timeouts,
    openstack: parsed.openstack,
    providers: parsed.providers,
  };
}

const withV = (version: string) => (version.startsWith("v") ? version : `v${version}`);

function resolveImage(parsed: ParsedClusterConfig, talosVersion: string, path: (p: string) => string): ResolvedImage {
  const { image } = parsed;
  const made = {
    imageName: imageName(parsed.name, talosVersion, image.architecture),
    architecture: image.architecture,
    properties: image.properties,
  };
  if (image.name !== undefined) return { kind: "name", name: image.name };
  if (image.id !== undefined) return { kind: "id", id: image.id };
  if (image.file !== undefined) return { kind: "file", path: path(image.file), ...made };
  return {
    kind: "factory",
    url: (image.factoryUrl ?? "https://factory.talos.dev").replace(/\/+$/, ""),
    schematic: image.schematic ?? { extensions: [], kernelArgs: [] },
    register: image.registerSchematic ?? true,
    format: image.format ?? "raw.xz",
    ...made,
  };
}

function resolveNetwork(network: ParsedClusterConfig["network"]): ResolvedNetwork {
  if (network.create !== undefined) {
    const { cidr, externalNetwork, dnsServers, mtu } = network.create;
    return { kind: "create", cidr, externalNetwork, dnsServers, mtu };
  }
  // Neither of them is a mistake that a rule reports; the empty name is never used.
  return network.id !== undefined
    ? { kind: "id", id: network.id, cidr: network.cidr }
    : { kind: "name", name: network.name ?? "", cidr: network.cidr };
}

function resolveLoadBalancer(parsed: ParsedClusterConfig, path: (p: string) => string): ResolvedLoadBalancer {
  const { loadBalancer: lb, network } = parsed;
  return {
    kind: lb.kind,
    name: loadBalancerName(parsed.name),
    flavor: lb.flavor,
    image: lb.image,
    keyPair: lb.keyPair,
    sshUser: lb.sshUser,
    sshPrivateKeyFile: lb.sshPrivateKeyFile === undefined ? undefined : path(lb.sshPrivateKeyFile),
    bastion: lb.bastion && { host: lb.bastion.host, user: lb.bastion.user ?? lb.sshUser, port: lb.bastion.port },
    rootVolume: lb.rootVolume,
    zone: lb.zone,
    network: lb.network,
    floatingIpPool: lb.floatingIpPool ?? (lb.network === undefined ? network.create?.externalNetwork : undefined),
    ingress: lb.ingress,
    packages: lb.packages,
  };
}

function resolveDns(parsed: ParsedClusterConfig, path: (p: string) => string): ResolvedDns {
  const { dns, domain, name } = parsed;
  const wildcardDomain = dns.wildcard === undefined ? undefined : `${dns.wildcard}.${name}.${domain}`;
  switch (dns.kind) {
    case "designate":
      return { kind: dns.kind, zone: dns.zone ?? domain, ttl: dns.ttl, wildcardDomain };
    case "rfc2136":
      return {
        kind: dns.kind,
        zone: dns.zone ?? domain,
        ttl: dns.ttl,
        server: dns.server,
        keyFile: dns.keyFile === undefined ? undefined : path(dns.keyFile),
        wildcardDomain,
      };
    case "external":
      return { kind: dns.kind, wildcardDomain };
  }
}

function resolveState(parsed: ParsedClusterConfig, path: (p: string) => string): ResolvedState {
  const { state, name } = parsed;
  if (state.kind === "local") return { kind: "local", path: path(state.path ?? `terraform.${name}.tfstate`) };
  return {
    kind: "s3",
    endpoint: state.endpoint,
    bucket: state.bucket,
    key: state.key ?? `${name}/terraform.tfstate`,
    region: state.region,
    lockFile: state.lockFile,
    pathStyle: state.pathStyle ?? state.endpoint !== undefined,
    encrypt: state.encrypt ?? false,
    kmsKeyId: state.kmsKeyId,
    acl: state.acl,
  };
}
