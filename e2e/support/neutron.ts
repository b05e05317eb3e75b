import { type GroupName, GROUPS, type FirewallRule } from "../../constructs/openstack/firewall/rules";
import { CLUSTER } from "../lab/cluster";
import type { Cloud } from "./openstack";

export interface Port {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly device_id: string;
  readonly fixed_ips: readonly { readonly ip_address: string }[];
  readonly security_groups: readonly string[];
}

interface SecurityGroup {
  readonly id: string;
  readonly name: string;
}

interface ApiRule {
  readonly security_group_id: string;
  readonly direction: string;
  readonly ethertype: string;
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
}

/** What the line of a rule ends with that is open to everybody because nothing was said. */
export const NEITHER = "neither prefix nor group";

const groupName = (group: GroupName) => `${CLUSTER}-${group}`;

/** The cluster's ports by name, without those of routers and DHCP, which have none. */
export async function ports(cloud: Cloud): Promise<Map<string, Port>> {
  const all = (await cloud.get<{ ports: Port[] }>("network", `/v2.0/ports?project_id=${cloud.projectId}`)).ports;
  return new Map(all.filter(({ name }) => name !== "").map((port) => [port.name, port]));
}

/** The address of a port. */
export const addressOf = (port: Port | undefined): string => port?.fixed_ips[0]?.ip_address ?? "";

/** Addresses of the nodes' ports, by node. */
export async function nodeAddresses(cloud: Cloud, nodes: readonly string[]): Promise<Record<string, string>> {
  const found = await ports(cloud);
  return Object.fromEntries(nodes.map((node) => [node, addressOf(found.get(node))]));
}

/** The floating IP of the load balancer. */
export async function floatingIp(cloud: Cloud): Promise<string> {
  const path = `/v2.0/floatingips?project_id=${cloud.projectId}`;
  const { floatingips } = await cloud.get<{ floatingips: { floating_ip_address: string; port_id: string }[] }>(
    "network",
    path,
  );
  const loadBalancer = (await ports(cloud)).get(`${CLUSTER}-lb`);
  return floatingips.find((ip) => ip.port_id === loadBalancer?.id)?.floating_ip_address ?? "";
}

interface Router {
  readonly id: string;
  readonly external_gateway_info: { readonly external_fixed_ips: readonly { readonly ip_address: string }[] };
}

/** The router of the cluster's network. */
async function router(cloud: Cloud): Promise<Router | undefined> {
  const path = `/v2.0/routers?project_id=${cloud.projectId}`;
  return (await cloud.get<{ routers: Router[] }>("network", path)).routers[0];
}

/** ID of the router of the cluster's network. */
export const routerId = async (cloud: Cloud): Promise<string> => (await router(cloud))?.id ?? "";

/** What the outside sees of the nodes: the router's own address. */
export const routerAddress = async (cloud: Cloud): Promise<string> =>
  (await router(cloud))?.external_gateway_info.external_fixed_ips[0]?.ip_address ?? "";

/** Security groups of the project by ID. */
export async function groupNames(cloud: Cloud): Promise<Map<string, string>> {
  const { security_groups: groups } = await cloud.get<{ security_groups: SecurityGroup[] }>(
    "network",
    `/v2.0/security-groups?project_id=${cloud.projectId}`,
  );
  return new Map(groups.map(({ id, name }) => [id, name]));
}

/** Every rule of the cluster's groups, one line each. */
export async function rules(cloud: Cloud): Promise<string[]> {
  const names = await groupNames(cloud);
  const wanted = new Set((Object.keys(GROUPS) as GroupName[]).map(groupName));
  const path = `/v2.0/security-group-rules?project_id=${cloud.projectId}`;
  const all = (await cloud.get<{ security_group_rules: ApiRule[] }>("network", path)).security_group_rules;
  return all
    .filter((rule) => wanted.has(names.get(rule.security_group_id) ?? ""))
    .map((rule) =>
      line(
        names.get(rule.security_group_id),
        rule.direction,
        rule.ethertype,
        rule.protocol,
        rule.port_range_min === null ? null : [rule.port_range_min, rule.port_range_max],
        rule.remote_ip_prefix ?? names.get(rule.remote_group_id ?? ""),
      ),
    )
    .sort();
}

/** The table of the program in the same lines. */
export const expectedRules = (table: readonly FirewallRule[]): string[] =>
  table
    .map(({ group, direction, ethertype, protocol, ports: range, remote }) =>
      line(
        groupName(group),
        direction,
        ethertype,
        protocol,
        range,
        "cidr" in remote ? remote.cidr : groupName(remote.group),
      ),
    )
    .sort();

const line = (
  group: string | undefined,
  direction: string,
  ethertype: string,
  protocol: string | null | undefined,
  range: readonly (number | null)[] | null | undefined,
  remote: string | undefined,
) => [group, direction, ethertype, protocol ?? "any", range?.join("-") ?? "all", remote ?? NEITHER].join(" ");
