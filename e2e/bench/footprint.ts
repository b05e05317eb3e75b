import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { LabProject } from "../lab/project";
import { addressOf, floatingIp, groupNames, type Port, ports, routerAddress, rules } from "../support/neutron";
import { serverGroups, servers, userData } from "../support/nova";
import type { Cloud } from "../support/openstack";
import { needles } from "../lab/secrets";

/** What the cloud has for a cluster, by kind: a line each, sorted. Equal if two programs made the same. */
export type Footprint = Readonly<Record<string, readonly string[]>>;

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly tags: readonly string[];
}

type Properties = Readonly<Record<string, unknown>>;

/**
 * What the OpenStack APIs show of the cluster, in lines that do not depend on what the cloud assigned: addresses are
 * replaced by names, and the values of secrets.yaml by their paths.
 */
export async function footprint(project: LabProject, secrets: string): Promise<Footprint> {
  const { cloud } = project;
  const neutron = <T = Thing>(path: string) => list<T>(cloud, "network", `/v2.0/${path}?project_id=${cloud.projectId}`);
  const plain = withoutAssigned(await assigned(cloud), readFileSync(secrets, "utf8"));
  const tagged = ({ name, tags }: Thing, ...more: unknown[]) => [name, ...more, `tags=${tags.join(",")}`].join(" ");

  const groups = await groupNames(cloud);
  const allPorts = await neutron<Port & Thing & { device_owner: string }>("ports");
  const found: Record<string, string[]> = {
    networks: (await neutron("networks")).map((network) => tagged(network)),
    subnets: (await neutron<Thing & { cidr: string; dns_nameservers: string[] }>("subnets")).map((subnet) =>
      tagged(subnet, subnet.cidr, ...subnet.dns_nameservers),
    ),
    routers: (await neutron("routers")).map((router) => tagged(router)),
    "router interfaces": allPorts
      .filter(({ device_owner: owner }) => owner === "network:router_interface")
      .map(() => "interface"),
    "security groups": (await neutron("security-groups"))
      .filter(({ name }) => name !== "default")
      .map((group) => tagged(group, group.description)),
    "security group rules": await rules(cloud),
    ports: allPorts
      .filter(({ name }) => name !== "")
      .map((port) => tagged(port, ...port.security_groups.map((id) => groups.get(id)).sort())),
    "floating IPs": (await neutron("floatingips")).map(({ description = "", tags }) =>
      [description, ...tags].join(" "),
    ),
    "server groups": Array.from(
      await serverGroups(cloud),
      ([name, { policy, members }]) => `${name} ${policy} ${members.length}`,
    ),
    images: (await list<Thing & Properties>(cloud, "image", `/v2/images?owner=${cloud.projectId}`))
      .filter(({ tags }) => tags.length > 0) // the load balancer's was there before
      .map((image) =>
        tagged(image, image["disk_format"], image["os_version"], image["lab_machine"], image["os_hash_value"]),
      ),
    "DNS records": await records(cloud),
    ...(await serverLines(project, plain)),
  };
  return Object.fromEntries(Object.entries(found).map(([kind, lines]) => [kind, lines.map(plain).sort()]));
}

async function list<T>(cloud: Cloud, service: string, path: string): Promise<readonly T[]> {
  const [items] = Object.values(await cloud.get<Record<string, unknown>>(service, path)).filter(Array.isArray);
  return (items ?? []) as T[];
}

async function records(cloud: Cloud): Promise<string[]> {
  const zones = await list<Thing>(cloud, "dns", "/v2/zones");
  const all = await Promise.all(
    zones.map(({ id }) =>
      list<Thing & { type: string; ttl: number; records: string[] }>(cloud, "dns", `/v2/zones/${id}/recordsets`),
    ),
  );
  return all
    .flat()
    .filter(({ type }) => type !== "SOA" && type !== "NS")
    .map(({ name, type, ttl, records: values }) => [name, type, ttl, ...values].join(" "));
}

async function serverLines({ cloud, admin }: LabProject, plain: (text: string) => string) {
  const all = Array.from((await servers(cloud)).values());
  const groups = new Map(
    Array.from(await serverGroups(cloud), ([name, { members }]) => members.map((id) => [id, name] as const)).flat(),
  );
  const images = new Map((await list<Thing>(cloud, "image", "/v2/images")).map(({ id, name }) => [id, name]));
  const tags = async (id: string) => (await list<string>(cloud, "compute", `/servers/${id}/tags`)).join(",");
  const line = async ({ id, ...server }: (typeof all)[number]) =>
    [
      server.name,
      server.status,
      server.flavor.original_name,
      server.image === "" ? "a volume" : images.get(server.image.id),
      server.config_drive,
      server.key_name,
      JSON.stringify(Object.entries(server.metadata).sort()),
      groups.get(id),
      await tags(id),
    ].join(" ");
  const firstBoot = async ({ id, name }: (typeof all)[number]) => {
    const text = plain(decoded(await userData(admin, id)));
    return `${name} ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  };
  return {
    servers: await Promise.all(all.map(line)),
    "user data of servers": await Promise.all(all.map(firstBoot)),
  };
}

/** User data of a load balancer with its file as text, and with what YAML leaves to the writer made equal. */
function decoded(text: string): string {
  if (!text.startsWith("#cloud-config")) return text;
  return JSON.stringify(parse(text), (key, value: unknown) => {
    if (key === "content" && typeof value === "string") return Buffer.from(value, "base64").toString();
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort());
  });
}

/** Names of the addresses that the cloud assigned. */
async function assigned(cloud: Cloud): Promise<Map<string, string>> {
  return new Map([
    ...Array.from(await ports(cloud), ([name, port]) => [addressOf(port), name] as const),
    [await floatingIp(cloud), "floating IP"],
    [await routerAddress(cloud), "router"],
  ]);
}

function withoutAssigned(addresses: ReadonlyMap<string, string>, secrets: string): (text: string) => string {
  const values = needles(secrets).filter(({ what }) => !/ in base64$|^line /.test(what));
  return (text) =>
    values
      .reduce((rest, secret) => rest.replaceAll(secret.text, secret.what), text)
      .replace(/\d+(\.\d+){3}/g, (address) => addresses.get(address) ?? address);
}
