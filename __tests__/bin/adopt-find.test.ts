import { find } from "../../bin/lib/adopt/find";
import { stateWith } from "../../bin/lib/adopt/new-state";
import type { Cloud, Row } from "../../bin/lib/cloud";
import type { JsonObject, Stack, State } from "../../bin/lib/stack";

/** What every type that has tags is given, and what OpenStack's lists show of it. */
const tags = ["cluster=demo", "team-a"];
const Tags = ["team-a", "cluster=demo"];

const STACK: Stack = {
  data: { openstack_dns_zone_v2: { zone: { name: "example.org." } } },
  resource: {
    null_resource: { later: {} },
    openstack_images_image_v2: { image: { name: "demo-talos", local_file_path: "../talos.raw", tags, lifecycle: {} } },
    openstack_networking_network_v2: { net: { name: "demo", tags } },
    openstack_networking_subnet_v2: {
      subnet: { name: "demo", network_id: "${openstack_networking_network_v2.net.id}", tags },
    },
    openstack_networking_router_v2: { router: { name: "demo", tags } },
    openstack_networking_router_interface_v2: {
      interface: {
        router_id: "${openstack_networking_router_v2.router.id}",
        subnet_id: "${openstack_networking_subnet_v2.subnet.id}",
      },
    },
    openstack_networking_secgroup_v2: { nodes: { name: "demo-nodes", delete_default_rules: true, tags } },
    openstack_networking_secgroup_rule_v2: {
      kubelet: {
        security_group_id: "${openstack_networking_secgroup_v2.nodes.id}",
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        port_range_min: 10250,
        port_range_max: 10250,
        remote_group_id: "${openstack_networking_secgroup_v2.nodes.id}",
      },
      egress: {
        security_group_id: "${openstack_networking_secgroup_v2.nodes.id}",
        direction: "egress",
        ethertype: "IPv6",
        remote_ip_prefix: "::/0",
      },
    },
    openstack_networking_port_v2: {
      port: {
        name: "demo-node-0",
        tags,
        network_id: "${openstack_networking_network_v2.net.id}",
        security_group_ids: ["${openstack_networking_secgroup_v2.nodes.id}"],
        depends_on: ["openstack_networking_subnet_v2.subnet"],
      },
    },
    openstack_networking_floatingip_v2: {
      ip: { port_id: "${openstack_networking_port_v2.port.id}", description: "demo-lb", tags },
    },
    openstack_dns_recordset_v2: {
      record: {
        name: "demo.example.org.",
        type: "A",
        zone_id: "${data.openstack_dns_zone_v2.zone.id}",
        records: ["${openstack_networking_floatingip_v2.ip.address}"],
      },
    },
    openstack_compute_servergroup_v2: { group: { name: "demo-group-0" } },
    openstack_compute_instance_v2: {
      server: {
        name: "demo-node-0",
        network: [{ port: "${openstack_networking_port_v2.port.id}" }],
        user_data: '${file("nodes/demo-node-0.yaml")}',
      },
    },
    openstack_blockstorage_volume_v3: { volume: { name: "demo-node-0-data" } },
    openstack_compute_volume_attach_v2: {
      attachment: {
        instance_id: "${openstack_compute_instance_v2.server.id}",
        volume_id: "${openstack_blockstorage_volume_v3.volume.id}",
      },
    },
  },
};

const rule = (id: string, row: JsonObject): Row => ({
  ID: id,
  "Security Group": "nodes",
  "Remote Security Group": null,
  "IP Range": "0.0.0.0/0",
  "Port Range": "",
  "IP Protocol": null,
  ...row,
});

const PORT = {
  ID: "port",
  Name: "demo-node-0",
  "Fixed IP Addresses": [{ subnet_id: "subnet", ip_address: "10.0.0.7" }],
  "Device Owner": "compute:nova",
  Tags,
};
const SERVER = { ID: "server", Name: "demo-node-0", Status: "ACTIVE", Networks: { demo: ["10.0.0.7"] } };
const IMAGE = { ID: "image", Name: "demo-talos", Status: "active", Project: "ours", Tags };
const GROUP = { ID: "group", Name: "demo-group-0", Members: ["server"], "Project Id": "ours" };

const VOLUME = {
  ID: "volume",
  Name: "demo-node-0-data",
  Status: "in-use",
  "Attached to": [{ server_id: "server", volume_id: "volume" }],
};

/** A cloud that has all that the stack wants, and things of others besides. */
const LISTS: Readonly<Record<string, readonly Row[]>> = {
  "image list --long --name demo-talos": [
    IMAGE,
    { ID: "foreign-image", Name: "demo-talos", Status: "active", Project: "theirs" },
  ],
  "network list --long": [
    { ID: "net", Name: "demo", Project: "ours", Subnets: ["subnet"], Tags },
    { ID: "foreign-net", Name: "demo", Project: "theirs", Subnets: [] },
  ],
  "subnet list --long": [
    { ID: "subnet", Name: "demo", Network: "net", Project: "ours", Tags },
    { ID: "other-subnet", Name: "demo", Network: "other-net", Project: "ours" },
  ],
  "router list --long": [
    {
      ID: "router",
      Name: "demo",
      Project: "ours",
      Tags,
    },
  ],
  "port list --long --router router": [
    {
      ID: "interface",
      Name: "",
      "Device Owner": "network:router_interface",
      "Fixed IP Addresses": [{ subnet_id: "subnet", ip_address: "10.0.0.1" }],
    },
    { ID: "gateway", Name: "", "Device Owner": "network:router_gateway", "Fixed IP Addresses": [] },
  ],
  "security group list": [{ ID: "nodes", Name: "demo-nodes", Project: "ours", Tags }],
  "security group rule list": [
    rule("kubelet", {
      Direction: "ingress",
      Ethertype: "IPv4",
      "IP Protocol": "tcp",
      "Port Range": "10250:10250",
      "Remote Security Group": "nodes",
    }),
    rule("egress", { Direction: "egress", Ethertype: "IPv6", "IP Range": "::/0" }),
    rule("other", { Direction: "egress", Ethertype: "IPv4" }),
  ],
  "port list --long --project ours": [
    PORT,
    { ...PORT, ID: "port-elsewhere", "Fixed IP Addresses": [{ subnet_id: "other-subnet", ip_address: "10.9.0.7" }] },
  ],
  "floating ip list --long --project ours": [
    { ID: "ip", "Floating IP Address": "198.51.100.7", Port: "port", Description: "", Tags },
    { ID: "free-ip", "Floating IP Address": "198.51.100.8", Port: null, Description: "demo-lb", Tags },
  ],
  "zone list": [{ id: "zone", name: "example.org." }],
  "recordset list zone": [
    { id: "aaaa", name: "demo.example.org.", type: "AAAA" },
    { id: "record", name: "demo.example.org.", type: "A", records: "198.51.100.7" },
  ],
  "server list --long --no-name-lookup --limit -1": [
    SERVER,
    { ...SERVER, ID: "server-elsewhere", Networks: { other: ["10.9.0.7"] } },
  ],
  "server group list --long": [GROUP],
  "volume list --long": [VOLUME],
};

const IDS = {
  "openstack_images_image_v2.image": "image",
  "openstack_networking_network_v2.net": "net",
  "openstack_networking_subnet_v2.subnet": "subnet",
  "openstack_networking_router_v2.router": "router",
  "openstack_networking_router_interface_v2.interface": "interface",
  "openstack_networking_secgroup_v2.nodes": "nodes",
  "openstack_networking_secgroup_rule_v2.kubelet": "kubelet",
  "openstack_networking_secgroup_rule_v2.egress": "egress",
  "openstack_networking_port_v2.port": "port",
  "openstack_networking_floatingip_v2.ip": "ip",
  "openstack_dns_recordset_v2.record": "zone/record",
  "openstack_compute_instance_v2.server": "server",
  "openstack_compute_servergroup_v2.group": "group",
  "openstack_blockstorage_volume_v3.volume": "volume",
  "openstack_compute_volume_attach_v2.attachment": "server/volume",
};

/** A cloud whose lists are written down here; asked for another one, it fails. */
const cloudOf =
  (changes: Readonly<Record<string, readonly Row[]>> = {}) =>
  (): Cloud => ({
    project: "ours",
    list: (...command) => {
      const rows = { ...LISTS, ...changes }[command.join(" ")];
      if (rows === undefined) throw new Error(`nobody asks for ${command.join(" ")}`);
      return rows;
    },
  });

/** A state that has all but some. */
function stateWithout(...addresses: readonly (keyof typeof IDS)[]): State {
  const all = find(STACK, undefined, cloudOf()).adopted;
  const kept = all.filter(({ wanted }) => !addresses.some((address) => address === wanted.address));
  return stateWith(undefined, kept, STACK, "registry.opentofu.org/x/openstack");
}

const idsOf = (found: ReturnType<typeof find>) =>
  Object.fromEntries(found.adopted.map(({ wanted, id }) => [wanted.address, id]));

test("a lost state: everything is found, each thing by its name and by what it belongs to", () => {
  const found = find(STACK, undefined, cloudOf());
  expect(idsOf(found)).toEqual(IDS);
  expect(found).toMatchObject({ ambiguous: [], unfinished: [], failed: [], absent: [] });
});

test("nothing missing: the cloud is not asked at all", () => {
  const nobody = () => {
    throw new Error("asked");
  };
  expect(find(STACK, stateWithout(), nobody).adopted).toEqual([]);
});

test.each(Object.entries(IDS))("%s alone is missing, and found", (address, id) => {
  const found = find(STACK, stateWithout(address as keyof typeof IDS), cloudOf());
  expect(idsOf(found)).toEqual({ [address]: id });
});

test("what the state has is never adopted twice", () => {
  const other = { openstack_networking_network_v2: { second: { name: "demo" } } };
  const stack = { ...STACK, resource: { ...STACK.resource, ...other } };
  const { adopted, absent } = find(stack, stateWithout(), cloudOf());
  expect(adopted).toEqual([]);
  expect(absent.map(({ address }) => address)).toEqual(["openstack_networking_network_v2.second"]);
});

test("in an empty cloud everything is left to the next apply", () => {
  const empty = Object.fromEntries(Object.keys(LISTS).map((list) => [list, []]));
  const found = find(STACK, undefined, cloudOf(empty));
  expect(found.absent).toHaveLength(Object.keys(IDS).length);
  expect(found.adopted).toEqual([]);
});

test("a floating IP without a port is known by its description", () => {
  const ips = (LISTS["floating ip list --long --project ours"] ?? []).filter(({ Port: port }) => port === null);
  const found = find(
    STACK,
    stateWithout("openstack_networking_floatingip_v2.ip"),
    cloudOf({ "floating ip list --long --project ours": ips }),
  );
  expect(idsOf(found)).toEqual({ "openstack_networking_floatingip_v2.ip": "free-ip" });
});

describe("of two things of one name", () => {
  const GROUPS = "server group list --long";

  test("the one with known members is adopted", () => {
    const lists = { [GROUPS]: [{ ...GROUP, ID: "empty", Members: [] }, GROUP] };
    const found = find(STACK, stateWithout("openstack_compute_servergroup_v2.group"), cloudOf(lists));
    expect(idsOf(found)).toEqual({ "openstack_compute_servergroup_v2.group": "group" });
  });

  test("the one that the state refers to is adopted", () => {
    const lists = {
      "security group list": [
        { ID: "copy", Name: "demo-nodes", Tags },
        { ID: "nodes", Name: "demo-nodes", Tags },
      ],
    };
    const found = find(STACK, stateWithout("openstack_networking_secgroup_v2.nodes"), cloudOf(lists));
    expect(idsOf(found)).toEqual({ "openstack_networking_secgroup_v2.nodes": "nodes" });
  });

  test("the one in use is adopted when all else is lost, and the other reported", () => {
    const list = "port list --long --project ours";
    const unused = { ...PORT, ID: "unused", "Device Owner": "", "Fixed IP Addresses": [] };
    const found = find(STACK, undefined, cloudOf({ [list]: [unused, PORT] }));
    expect(idsOf(found)).toEqual(IDS);
    expect(found.superfluous.map(({ id }) => id)).toEqual(["unused"]);
  });

  test("none is adopted when nothing tells them apart", () => {
    const lists = { "image list --long --name demo-talos": ["a", "b"].map((ID) => ({ ...IMAGE, ID })) };
    const { adopted, ambiguous } = find(STACK, stateWithout("openstack_images_image_v2.image"), cloudOf(lists));
    expect(adopted).toEqual([]);
    expect(ambiguous.map((things) => things.map(({ id }) => id))).toEqual([["a", "b"]]);
  });
});

describe("what has only the name of something that is missing", () => {
  const NETWORKS = "network list --long";
  const network = { ID: "net", Name: "demo", Project: "ours", Subnets: [] };

  test("is left alone when its tags are somebody else's, with all that belongs to it", () => {
    const found = find(STACK, undefined, cloudOf({ [NETWORKS]: [{ ...network, Tags: ["team=payments"] }] }));
    expect(found.theirs.map(({ id }) => id)).toEqual(["net"]);
    expect(idsOf(found)).not.toHaveProperty(["openstack_networking_network_v2.net"]);
    expect(found.absent.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["openstack_networking_network_v2", "openstack_networking_subnet_v2"]),
    );
  });

  test("and is left alone when its tag is another cluster's", () => {
    const found = find(STACK, undefined, cloudOf({ [NETWORKS]: [{ ...network, Tags: ["cluster=demo2"] }] }));
    expect(found.theirs.map(({ id }) => id)).toEqual(["net"]);
  });

  test.each([
    ["a network without tags", NETWORKS, { ...network, Tags: [] }, "net"],
    [
      "a router in a list without tags",
      "router list --long",
      { ID: "router", Name: "demo", Project: "ours" },
      "router",
    ],
    ["a group without members", "server group list --long", { ...GROUP, Members: [] }, "group"],
    [
      "a record of another address",
      "recordset list zone",
      { id: "record", name: "demo.example.org.", type: "A", records: ["203.0.113.9"] },
      "record",
    ],
    [
      "a volume that is attached to nothing of the cluster",
      "volume list --long",
      { ID: "volume", Name: "demo-node-0-data", Status: "available", "Attached to": [] },
      "volume",
    ],
  ] as const)("is adopted only when people say so: %s", (_, list, row, id) => {
    const cloud = cloudOf({ [list]: [row], "port list --long --router router": [] });
    const found = find(STACK, undefined, cloud);
    expect(found.unproven.map(({ cloudId }) => cloudId)).toContain(id);
    expect(found.adopted.map(({ cloudId }) => cloudId)).not.toContain(id);
    const after = find(STACK, undefined, cloud, new Set([id]));
    expect(after.unproven).toEqual([]);
    expect(after.adopted.map(({ cloudId }) => cloudId)).toContain(id);
  });

  test("is the cluster's where the state knows it, or what it belongs to", () => {
    const untagged = {
      "subnet list --long": [{ ID: "subnet", Name: "demo", Network: "net", Project: "ours", Tags: [] }],
    };
    const found = find(STACK, stateWithout("openstack_networking_subnet_v2.subnet"), cloudOf(untagged));
    expect(idsOf(found)).toEqual({ "openstack_networking_subnet_v2.subnet": "subnet" });
  });

  test("counts for nothing beside one that is the cluster's", () => {
    const both = { "volume list --long": [{ ID: "copy", Name: "demo-node-0-data", Status: "available" }, VOLUME] };
    const found = find(STACK, undefined, cloudOf(both));
    expect([idsOf(found), found.unproven]).toEqual([IDS, []]);
    expect(found.superfluous.map(({ id }) => id)).toEqual(["copy"]);
  });
});

describe("what is not complete is not adopted", () => {
  test.each([
    ["a server in ERROR", "failed", "openstack_compute_instance_v2.server", { Status: "ERROR", Networks: {} }],
    ["a server in BUILD", "unfinished", "openstack_compute_instance_v2.server", { Status: "BUILD", Networks: {} }],
  ] as const)("%s is %s", (_, progress, address, changes) => {
    const lists = { "server list --long --no-name-lookup --limit -1": [{ ...SERVER, ...changes }] };
    const found = find(STACK, stateWithout(address), cloudOf(lists));
    expect(found.adopted).toEqual([]);
    expect(found[progress].map(({ id }) => id)).toEqual(["server"]);
  });

  test.each([
    ["queued", "failed"],
    ["saving", "failed"],
  ] as const)("an image whose upload is %s is %s", (status, progress) => {
    const row = { ID: "image", Name: "demo-talos", Status: status, Project: "ours" };
    const found = find(
      STACK,
      stateWithout("openstack_images_image_v2.image"),
      cloudOf({ "image list --long --name demo-talos": [row] }),
    );
    expect(found[progress].map(({ id }) => id)).toEqual(["image"]);
  });

  test.each([
    ["creating", "unfinished"],
    ["error", "failed"],
  ] as const)("a volume that is %s is %s", (status, progress) => {
    const row = { ID: "volume", Name: "demo-node-0-data", Status: status };
    const state = stateWithout("openstack_blockstorage_volume_v3.volume");
    const found = find(STACK, state, cloudOf({ "volume list --long": [row] }));
    expect(found[progress].map(({ id }) => id)).toEqual(["volume"]);
  });
});

describe("the new state", () => {
  const before = stateWithout("openstack_compute_instance_v2.server");
  const after = stateWith(before, find(STACK, before, cloudOf()).adopted, STACK, "registry.opentofu.org/x/openstack");
  const server = after.resources.find(({ type }) => type === "openstack_compute_instance_v2");

  test("is the next one of the same line, with all that it had", () => {
    expect(after).toMatchObject({ version: 4, serial: before.serial + 1, lineage: before.lineage });
    expect(after.resources).toEqual([...before.resources, server]);
  });

  test("has what the stack wants as far as it is known, the ID and what it depends on", () => {
    expect(server).toEqual({
      mode: "managed",
      type: "openstack_compute_instance_v2",
      name: "server",
      provider: 'provider["registry.opentofu.org/x/openstack"]',
      instances: [
        {
          schema_version: 0,
          attributes: { id: "server", name: "demo-node-0", network: [{ port: "port" }] },
          dependencies: ["openstack_networking_port_v2.port"],
        },
      ],
    });
  });

  test("says what an import would forget, and nothing that is OpenTofu's own", () => {
    const attributes = (type: string) =>
      before.resources.find((resource) => resource.type === type)?.instances[0]?.attributes;
    expect(attributes("openstack_images_image_v2")).toEqual({
      id: "image",
      name: "demo-talos",
      local_file_path: "../talos.raw",
      tags,
    });
    expect(attributes("openstack_networking_secgroup_v2")).toMatchObject({ delete_default_rules: true });
    expect(attributes("openstack_networking_port_v2")).toMatchObject({ security_group_ids: ["nodes"] });
  });
});
