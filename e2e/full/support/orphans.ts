import type { Inventory } from "../../support/inventory";
import type { LabProject } from "../../lab/project";
import type { Cloud } from "../../support/openstack";
import { STATE_KEY } from "../../lab/state";

interface Thing {
  readonly id: string;
  readonly name?: string;
  readonly device_owner?: string;
  readonly type?: string;
}

interface State {
  readonly resources: readonly { readonly instances: readonly { readonly attributes: { readonly id?: string } }[] }[];
}

/** Kinds, and where to list them. */
const KINDS = [
  ["server", "compute", "/servers", "servers"],
  ["server group", "compute", "/os-server-groups", "server_groups"],
  ["record", "dns", "", "recordsets"],
  ["floating IP", "network", "/v2.0/floatingips", "floatingips"],
  ["port", "network", "/v2.0/ports", "ports"],
  ["router", "network", "/v2.0/routers", "routers"],
  ["network", "network", "/v2.0/networks", "networks"],
  ["security group", "network", "/v2.0/security-groups", "security_groups"],
  ["image", "image", "/v2/images", "images"],
] as const;

interface Orphan extends Thing {
  readonly kind: (typeof KINDS)[number][0];
}

/** What is in the cloud and neither in the state nor there before: a count for each kind. */
export async function orphans(project: LabProject, before: Inventory): Promise<string[]> {
  const found = await find(project, before);
  return KINDS.flatMap(([kind]) => {
    const count = found.filter((orphan) => orphan.kind === kind).length;
    return count === 0 ? [] : [`${count} ${kind}${count === 1 ? "" : "s"}`];
  });
}

async function find({ cloud, bucket }: LabProject, before: Inventory): Promise<Orphan[]> {
  const state = JSON.parse(bucket.get(STATE_KEY) ?? '{"resources":[]}') as State;
  // Some resources put the ID of what they belong to in front of their own.
  const known = new Set(
    state.resources.flatMap(({ instances }) => instances.flatMap(({ attributes }) => attributes.id?.split("/") ?? [])),
  );
  const earlier = new Set(Object.values(before).flat());
  const all = await Promise.all(
    KINDS.map(async ([kind, service, path, key]) => {
      const places = kind === "record" ? await zones(cloud) : [path];
      const found = await Promise.all(
        places.map(async (place) =>
          (await cloud.get<Record<string, Thing[]>>(service, `${place}${query(cloud, service)}`))[key]?.map(
            (thing): Orphan => ({ ...thing, kind }),
          ),
        ),
      );
      return found.flatMap((list) => list ?? []);
    }),
  );
  return all.flat().filter((thing) => {
    if (known.has(thing.id) || (thing.device_owner ?? "").startsWith("network:")) return false;
    if (thing.type === "SOA" || thing.type === "NS") return false;
    return !earlier.has(thing.name ?? "") && !earlier.has(thing.id);
  });
}

const zones = async (cloud: Cloud) =>
  (await cloud.get<{ zones: Thing[] }>("dns", "/v2/zones")).zones.map(({ id }) => `/v2/zones/${id}/recordsets`);

const query = ({ projectId }: Cloud, service: string) =>
  service === "network" ? `?project_id=${projectId}` : service === "image" ? `?owner=${projectId}` : "";
