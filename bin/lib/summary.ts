import type { ResolvedClusterConfig, ResolvedFile } from "../../constructs/config/cluster";
import type { ResolvedPool } from "../../constructs/config/nodes";

/** What a cluster will be, for people: a line for each thing that they would look up in the file first. */
export function summary({ config, settings: { state } }: ResolvedFile): string {
  const { talos, kubernetes, cni, access } = config;
  const rows: readonly (readonly [what: string, value: string])[] = [
    ["cluster", config.name],
    ["API", `https://${config.dns.hasName ? config.fqdn : "<address of the load balancer>"}:6443`],
    ["versions", `Talos ${talos.version}, Kubernetes ${kubernetes.version}, CNI ${cni.kind}`],
    ...[config.controlPlane, ...config.workers].map((pool) => [pool.name, nodesOf(pool)] as const),
    ["load balancer", config.loadBalancer.summary],
    ["network", network(config)],
    ["DNS", dns(config)],
    ["open", `Kubernetes API to ${list(access.kubernetesApi)}`],
    ["", `Talos API to ${list(access.talosApi)}`],
    ...("sshUser" in config.loadBalancer ? [["", `SSH of the load balancer to ${list(access.ssh)}`] as const] : []),
    ...(config.loadBalancer.ingress === undefined
      ? []
      : [["", `ports 80 and 443 to ${list(access.ingress)}`] as const]),
    ["state", state.kind === "local" ? state.path : `s3://${state.bucket}/${state.key}`],
  ];
  const width = Math.max(...rows.map(([what]) => what.length));
  return rows.map(([what, value]) => `  ${what.padEnd(width)}  ${value}`).join("\n");
}

const list = (cidrs: readonly string[]): string => (cidrs.length === 0 ? "nobody" : cidrs.join(", "));

/** Parts that are there, as one phrase. */
const phrase = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(", ");

function nodesOf({ nodes, flavor, rootVolume }: ResolvedPool): string {
  const zones = [...new Set(nodes.flatMap(({ zone }) => (zone === undefined ? [] : [zone])))];
  return phrase(
    `${nodes.length} x ${flavor}`,
    rootVolume === undefined ? undefined : `root volume of ${rootVolume.sizeGiB} GiB`,
    zones.length === 0 ? undefined : `in ${zones.join(" ")}`,
  );
}

function network({ network }: ResolvedClusterConfig): string {
  if (network.kind === "create")
    return phrase(`created, ${network.cidr}`, `external network ${network.externalNetwork}`);
  return phrase("existing", network.kind === "name" ? network.name : network.id, network.cidr);
}

function dns({ dns, fqdn }: ResolvedClusterConfig): string {
  return phrase(
    dns.summary,
    dns.hasName ? fqdn : undefined,
    dns.wildcardDomain === undefined ? undefined : `*.${dns.wildcardDomain}`,
  );
}
