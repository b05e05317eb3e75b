import type { Cloud } from "../../support/openstack";

/** Hosts of the lab that are taken out of Nova's own zone, by the zone that each gets; the others stay in it. */
const HOSTS = { "lab-a": "compute3", "lab-b": "compute4" } as const;

/** Availability zones that the lab's Nova has during a test; `nova` is the one that it always has, and Cinder's only one. */
export const ZONES = { first: "lab-a", second: "lab-b", usual: "nova" } as const;

interface Aggregate {
  readonly id: number;
  readonly name: string;
  readonly hosts: readonly string[];
}

/** Makes the zones, as the cloud's administrator does; what a killed test has left of them is used. */
export async function makeZones(admin: Cloud): Promise<void> {
  for (const [name, host] of Object.entries(HOSTS)) {
    const zone = (await zones(admin)).get(name) ?? (await makeZone(admin, name));
    if (!zone.hosts.includes(host)) await act(admin, zone, { add_host: { host } });
  }
}

async function makeZone(admin: Cloud, name: string): Promise<Aggregate> {
  const { aggregate } = await admin.send<{ aggregate: Omit<Aggregate, "hosts"> }>("POST", "compute", "/os-aggregates", {
    aggregate: { name, availability_zone: name },
  });
  return { ...aggregate, hosts: [] };
}

/** Takes the zones away; their hosts are in Nova's own zone again. */
export async function removeZones(admin: Cloud): Promise<void> {
  for (const zone of (await zones(admin)).values()) {
    for (const host of zone.hosts) await act(admin, zone, { remove_host: { host } });
    await admin.send("DELETE", "compute", `/os-aggregates/${zone.id}`);
  }
}

/** Those of this file that are there. */
async function zones(admin: Cloud): Promise<Map<string, Aggregate>> {
  const { aggregates } = await admin.get<{ aggregates: Aggregate[] }>("compute", "/os-aggregates");
  return new Map(aggregates.filter(({ name }) => name in HOSTS).map((one) => [one.name, one]));
}

const act = (admin: Cloud, { id }: Aggregate, action: object): Promise<unknown> =>
  admin.send("POST", "compute", `/os-aggregates/${id}/action`, action);
