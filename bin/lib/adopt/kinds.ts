import type { Cloud, Row } from "../cloud";
import type { Json, JsonObject } from "../stack";
import type { Known } from "./known";

/** How far something is that OpenStack makes in a while. */
export type Progress = "ready" | "unfinished" | "failed";

/** How the resources of one type are found in a cloud. */
export interface Kind {
  /** What people call it. */
  readonly what: string;
  /** What the openstack command calls it. */
  readonly command: string;
  /** The lines that fit what is wanted; none while something that decides it is not known. */
  readonly find: (wanted: JsonObject, cloud: Cloud, known: Known) => readonly Row[];
  /**
   * ID in the state.
   *
   * @default - the line's own
   */
  readonly id?: (row: Row, wanted: JsonObject) => string;
  /**
   * How far it is.
   *
   * @default - ready; it is made at once
   */
  readonly progress?: (row: Row) => Progress;
  /**
   * Whether something uses it: what tells two of one name apart when all else is lost.
   *
   * @default - nobody can tell
   */
  readonly inUse?: (row: Row) => boolean;
  /**
   * Whether a line belongs to the cluster by something else than a tag or an ID.
   *
   * @default - nothing else says so
   */
  readonly belongs?: (row: Row, wanted: JsonObject) => boolean;
  /**
   * Attributes that others refer to, besides the ID.
   *
   * @default - none
   */
  readonly attributes?: (row: Row) => JsonObject;
}

/** A text of a line, whatever a version of the client calls it. */
export function text(row: JsonObject, key: string): string | undefined {
  const value = row[key];
  return typeof value === "string" ? value : undefined;
}

/** ID of a line; the DNS plugin writes it small. */
export const idOf = (row: Row): string => text(row, "ID") ?? text(row, "id") ?? "";

const objects = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];

const named =
  (...command: readonly string[]): Kind["find"] =>
  (wanted, cloud) =>
    cloud.list(...command).filter((row) => row["Name"] === wanted["name"] && isOurs(row, cloud));

/** Lists show what other projects share too, and everything to an administrator. */
const isOurs = (row: Row, { project }: Cloud): boolean => {
  const owner = text(row, "Project") ?? text(row, "Project Id");
  return owner === undefined || owner === project;
};

const fixedIps = (port: Row) => objects(port["Fixed IP Addresses"]);

const INTERFACE_OWNERS: readonly (Json | undefined)[] = [
  "network:router_interface",
  "network:router_interface_distributed",
  "network:ha_router_replicated_interface",
];

function routerInterfaces(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  const router = text(wanted, "router_id");
  const subnet = text(wanted, "subnet_id");
  if (router === undefined || subnet === undefined) return [];
  return cloud
    .list("port", "list", "--long", "--router", router)
    .filter((port) => INTERFACE_OWNERS.includes(port["Device Owner"]))
    .filter((port) => fixedIps(port).some((ip) => ip["subnet_id"] === subnet));
}

function portsOfNetwork(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  const network = text(wanted, "network_id");
  if (network === undefined) return [];
  const candidates = cloud
    .list("port", "list", "--long", "--project", cloud.project)
    .filter((row) => row["Name"] === wanted["name"]);
  if (candidates.length === 0) return [];
  const subnets = cloud.list("subnet", "list", "--long").filter((row) => row["Network"] === network);
  const ids = new Set(subnets.map(idOf));
  return candidates.filter((port) => {
    const ips = fixedIps(port);
    return ips.length === 0 || ips.some((ip) => ids.has(text(ip, "subnet_id") ?? ""));
  });
}

function floatingIps(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  const all = cloud.list("floating", "ip", "list", "--long", "--project", cloud.project);
  const port = text(wanted, "port_id");
  const onPort = all.filter((row) => port !== undefined && row["Port"] === port);
  if (onPort.length > 0) return onPort;
  return all.filter((row) => (row["Port"] ?? "") === "" && row["Description"] === wanted["description"]);
}

function rules(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  const group = text(wanted, "security_group_id");
  if (group === undefined) return [];
  return cloud
    .list("security", "group", "rule", "list")
    .filter((row) => row["Security Group"] === group && isRule(row, wanted));
}

function isRule(row: Row, wanted: JsonObject): boolean {
  const protocol = text(wanted, "protocol");
  const ports = [wanted["port_range_min"], wanted["port_range_max"]].filter((port) => typeof port === "number");
  return (
    row["Direction"] === wanted["direction"] &&
    row["Ethertype"] === wanted["ethertype"] &&
    (text(row, "IP Protocol")?.replace(/^any$/, "") ?? "") === (protocol ?? "") &&
    (protocol === "icmp" || (row["Port Range"] ?? "") === ports.join(":")) &&
    isRemote(row, wanted)
  );
}

/** The client shows a network of every address for a rule with a group too. */
function isRemote(row: Row, wanted: JsonObject): boolean {
  const group = row["Remote Security Group"] ?? undefined;
  const wantedGroup = wanted["remote_group_id"];
  if (group !== undefined || wantedGroup !== undefined) return group === wantedGroup;
  return row["IP Range"] === wanted["remote_ip_prefix"];
}

/** Servers on the port that is wanted, and those of the name that have no address yet. */
function servers(wanted: JsonObject, cloud: Cloud, known: Known): readonly Row[] {
  const port = objects(wanted["network"])[0]?.["port"];
  const addresses = known.byId(port)?.["all_fixed_ips"];
  const ofPort = new Set(Array.isArray(addresses) ? (addresses as readonly Json[]) : []);
  return named(
    "server",
    "list",
    "--long",
    "--no-name-lookup",
    "--limit",
    "-1",
  )(wanted, cloud, known).filter((row) => {
    const own = addressesOf(row);
    return own.length === 0 || own.some((address) => ofPort.has(address));
  });
}

function addressesOf(server: Row): readonly Json[] {
  const networks = server["Networks"];
  return networks !== null && typeof networks === "object" ? Object.values(networks).flat() : [];
}

function progressOfServer(row: Row): Progress {
  const status = text(row, "Status") ?? "";
  if (status === "ERROR" || status === "DELETED") return "failed";
  // What the provider can read; it gives up on all others.
  return ["ACTIVE", "SHUTOFF", "MIGRATING", "SHELVED", "SHELVED_OFFLOADED"].includes(status) ? "ready" : "unfinished";
}

function progressOfVolume(row: Row): Progress {
  const status = text(row, "Status") ?? "";
  if (status.startsWith("error")) return "failed";
  return ["available", "in-use"].includes(status) ? "ready" : "unfinished";
}

function attachments(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  return cloud
    .list("volume", "list", "--long")
    .filter((row) => idOf(row) === wanted["volume_id"])
    .filter((row) => objects(row["Attached to"]).some((on) => on["server_id"] === wanted["instance_id"]));
}

function recordsets(wanted: JsonObject, cloud: Cloud): readonly Row[] {
  const zone = text(wanted, "zone_id");
  if (zone === undefined) return [];
  return cloud
    .list("recordset", "list", zone)
    .filter((row) => row["name"] === wanted["name"] && row["type"] === wanted["type"]);
}

/** Values of a record, which one client writes as a list and another as lines. */
const texts = (records: Json | undefined): readonly string[] =>
  (Array.isArray(records) ? (records as readonly Json[]) : [records]).flatMap((record) =>
    typeof record === "string" ? record.split("\n") : [],
  );

const images: Kind["find"] = (wanted, cloud, known) =>
  named("image", "list", "--long", "--name", text(wanted, "name") ?? "")(wanted, cloud, known);

/** The kinds that this program makes, in the order in which one is needed to find the next. */
export const KINDS: Readonly<Record<string, Kind>> = {
  openstack_images_image_v2: {
    what: "image",
    command: "image",
    find: images,
    // An upload that was interrupted is never taken up again.
    progress: (row) => (row["Status"] === "active" ? "ready" : "failed"),
  },
  openstack_networking_network_v2: {
    what: "network",
    command: "network",
    find: named("network", "list", "--long"),
    inUse: (row) => objects(row["Subnets"]).length > 0,
  },
  openstack_networking_subnet_v2: {
    what: "subnet",
    command: "subnet",
    find: (wanted, cloud, known) =>
      named("subnet", "list", "--long")(wanted, cloud, known).filter((row) => row["Network"] === wanted["network_id"]),
  },
  openstack_networking_router_v2: {
    what: "router",
    command: "router",
    find: named("router", "list", "--long"),
  },
  openstack_networking_router_interface_v2: { what: "router interface", command: "port", find: routerInterfaces },
  openstack_networking_secgroup_v2: {
    what: "security group",
    command: "security group",
    find: named("security", "group", "list"),
  },
  openstack_networking_secgroup_rule_v2: {
    what: "security group rule",
    command: "security group rule",
    find: rules,
  },
  openstack_networking_port_v2: {
    what: "port",
    command: "port",
    find: portsOfNetwork,
    inUse: (row) => (row["Device Owner"] ?? "") !== "",
    attributes: (row) => ({ all_fixed_ips: fixedIps(row).map((ip) => ip["ip_address"] ?? null) }),
  },
  openstack_networking_floatingip_v2: {
    what: "floating IP",
    command: "floating ip",
    find: floatingIps,
    attributes: (row) => ({ address: row["Floating IP Address"] ?? null }),
  },
  openstack_dns_recordset_v2: {
    what: "record",
    command: "recordset",
    find: recordsets,
    // It says the cluster's address.
    belongs: (row, wanted) => texts(wanted["records"]).some((address) => texts(row["records"]).includes(address)),
    id: (row, wanted) => `${text(wanted, "zone_id") ?? ""}/${idOf(row)}`,
  },
  openstack_compute_instance_v2: {
    what: "server",
    command: "server",
    find: servers,
    // Those with an address have that of the cluster's port.
    belongs: (row) => addressesOf(row).length > 0,
    progress: progressOfServer,
  },
  openstack_compute_servergroup_v2: {
    what: "server group",
    command: "server group",
    find: named("server", "group", "list", "--long"),
    inUse: (row) => objects(row["Members"]).length > 0,
  },
  openstack_blockstorage_volume_v3: {
    what: "volume",
    command: "volume",
    find: named("volume", "list", "--long"),
    inUse: (row) => objects(row["Attached to"]).length > 0,
    progress: progressOfVolume,
  },
  openstack_compute_volume_attach_v2: {
    what: "volume attachment",
    command: "volume",
    find: attachments,
    id: (row, wanted) => `${text(wanted, "instance_id") ?? ""}/${idOf(row)}`,
  },
};

/** Data sources that resources refer to, and how their IDs are found. */
export const DATA: Readonly<Record<string, (wanted: JsonObject, cloud: Cloud) => readonly Row[]>> = {
  openstack_networking_network_v2: (wanted, cloud) =>
    cloud.list("network", "list", "--long").filter((row) => row["Name"] === wanted["name"]),
  openstack_dns_zone_v2: (wanted, cloud) => cloud.list("zone", "list").filter((row) => row["name"] === wanted["name"]),
};
