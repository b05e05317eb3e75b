import type { Cloud } from "./openstack";

/** What there is, by kind: names, or what stands for them. */
export type Inventory = Readonly<Record<string, readonly string[]>>;

interface Named {
  readonly id: string;
  readonly name?: string;
}

const NEUTRON = ["networks", "subnets", "routers", "ports", "security-groups"] as const;

/** Everything that a project has in any service, sorted; two of them are equal if nothing came and nothing is left. */
export async function inventory(cloud: Cloud): Promise<Inventory> {
  const list = async <T = Named>(service: string, path: string, key: string) =>
    (await cloud.get<Record<string, T[]>>(service, path))[key] ?? [];
  const owned = `project_id=${cloud.projectId}`;
  const found: Record<string, string[]> = {
    servers: (await list("compute", "/servers", "servers")).map(named),
    "server groups": (await list("compute", "/os-server-groups", "server_groups")).map(named),
    "key pairs": (await list<{ keypair: { name: string } }>("compute", "/os-keypairs", "keypairs")).map(
      ({ keypair }) => keypair.name,
    ),
    "floating IPs": (
      await list<{ floating_ip_address: string; tags?: readonly string[] }>(
        "network",
        `/v2.0/floatingips?${owned}`,
        "floatingips",
      )
    ).map(({ floating_ip_address: address, tags = [] }) => [address, ...tags].join(" ")),
    images: (await list("image", `/v2/images?owner=${cloud.projectId}`, "images")).map(named),
    volumes: cloud.has("volumev3") ? (await list("volumev3", "/volumes", "volumes")).map(named) : [],
    recordsets: cloud.has("dns") ? await recordsets(cloud) : [],
  };
  for (const kind of NEUTRON) {
    found[kind] = (await list("network", `/v2.0/${kind}?${owned}`, kind.replace("-", "_"))).map(named);
  }
  for (const names of Object.values(found)) names.sort();
  return found;
}

const named = ({ name, id }: Named) => (name === undefined || name === "" ? id : name);

/** Records of all zones but those that make a zone. */
async function recordsets(cloud: Cloud): Promise<string[]> {
  const { zones } = await cloud.get<{ zones: Named[] }>("dns", "/v2/zones");
  const all = await Promise.all(
    zones.map(({ id }) =>
      cloud.get<{ recordsets: { name: string; type: string }[] }>("dns", `/v2/zones/${id}/recordsets`),
    ),
  );
  return all
    .flatMap((answer) => answer.recordsets)
    .filter(({ type }) => type !== "SOA" && type !== "NS")
    .map(({ name, type }) => `${name} ${type}`);
}
