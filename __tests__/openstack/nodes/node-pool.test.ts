import { Resource } from "@cdktf/provider-null/lib/resource";
import type { ClusterFile } from "../../../constructs/config/cluster";
import { NodePool } from "../../../constructs/openstack/nodes/node-pool";
import { pool as worker } from "../../support/clusters";
import { all, config, nameOf, only, resolve, type StackJson, synth } from "../../support/synth";

type Pool = NonNullable<ClusterFile["workers"]>[string];
const SERVER = "openstack_compute_instance_v2";
const PORT = "openstack_networking_port_v2";
const GROUP = "openstack_compute_servergroup_v2";

function nodePool(changes: Partial<Pool>, rest: Partial<ClusterFile> = {}): { json: StackJson; nodes: unknown } {
  const [pool] = config({ workers: { general: worker(changes) }, ...rest }).workers;
  if (pool === undefined) throw new Error("no pool");
  let nodes: unknown;
  const json = synth((stack) => {
    const [rendered, subnet, wayOut] = ["rendered", "subnet", "way-out"].map((id) => new Resource(stack, id)) as [
      Resource,
      Resource,
      Resource,
    ];
    const made = new NodePool(stack, "pool", {
      cluster: "demo",
      ...pool,
      image: { imageId: "image" },
      network: { networkId: "net", subnets: [subnet], ready: [wayOut] },
      securityGroupIds: ["group"],
      configDrive: true,
      userData: (name) => ({ userData: `\${file("${name}")}`, dependsOn: [rendered] }),
    });
    nodes = resolve(stack, made.nodes);
  });
  return { json, nodes };
}

const servers = (changes: Partial<Pool>, rest?: Partial<ClusterFile>) =>
  Object.values(all(nodePool(changes, rest).json, SERVER));

test("each node is a server on a port of its own, both of its name", () => {
  const { json } = nodePool({ count: 2 });
  for (const index of [0, 1]) {
    const port = nameOf(json, PORT, `pool_${index}_`);
    expect(only(json, PORT, `pool_${index}_`)).toMatchObject({
      name: `demo-general-${index}`,
      network_id: "net",
      security_group_ids: ["group"],
    });
    expect(only(json, SERVER, `pool_${index}_`)).toMatchObject({
      name: `demo-general-${index}`,
      flavor_name: "m1.large",
      network: [{ port: `\${${PORT}.${port}.id}` }],
      config_drive: true,
      metadata: { cluster: "demo", pool: "general" },
    });
  }
});

test("a node has the address of its port, which outlives the server", () => {
  const { json, nodes } = nodePool({ count: 1 });
  expect(nodes).toEqual([
    {
      name: "demo-general-0",
      pool: "general",
      machineType: "worker",
      address: expect.stringContaining(`in ${PORT}.${nameOf(json, PORT)}.all_fixed_ips`) as string,
      portId: `\${${PORT}.${nameOf(json, PORT)}.id}`,
      serverId: `\${${SERVER}.${nameOf(json, SERVER)}.id}`,
    },
  ]);
});

test("user data is the expression that it was given, made first", () => {
  const [server] = servers({ count: 1 });
  expect(server?.["user_data"]).toBe('${file("demo-general-0")}');
  expect(server?.["depends_on"]).toContain("null_resource.rendered");
});

test("ports wait for their subnet alone, servers for the way out", () => {
  const { json } = nodePool({ count: 1 });
  expect(only(json, PORT)["depends_on"]).toEqual(["null_resource.subnet"]);
  expect(only(json, SERVER)["depends_on"]).toContain("null_resource.way-out");
});

describe("a running node is never touched by", () => {
  test.each([
    ["another image, which would wipe its disk", "image_id"],
    ["another machine config", "user_data"],
    ["another flavor", "flavor_name"],
    ["another root volume, or another image on it", "block_device"],
    ["another server group", "scheduler_hints"],
    ["another zone", "availability_zone"],
    ["the config drive", "config_drive"],
    ["another network", "network"],
  ])("%s", (_name, attribute) => {
    const [server] = servers({ count: 1 });
    expect(server?.["lifecycle"]).toEqual({ ignore_changes: expect.arrayContaining([attribute]) as string[] });
  });
});

test("another network, another policy or another name replaces neither a port nor a server group", () => {
  const { json } = nodePool({ count: 1 });
  expect(only(json, PORT)["lifecycle"]).toEqual({ ignore_changes: ["network_id"] });
  expect(only(json, GROUP)["lifecycle"]).toEqual({ ignore_changes: ["policies", "name"] });
});

test.each([
  [true, { destroy: false }],
  [false, {}],
])("a data volume stays in Cinder when it is taken out: keep is %s", (keep, lifecycle) => {
  const { json } = nodePool({ count: 1, volumes: [{ name: "data", sizeGiB: 1, keep }] });
  expect(only(json, "openstack_blockstorage_volume_v3")["lifecycle"]).toEqual({
    ignore_changes: ["availability_zone", "volume_type"],
    ...lifecycle,
  });
});

describe("the root disk", () => {
  test("is the flavor's local disk, with the image on it", () => {
    const [server] = servers({ count: 1 });
    expect(server).toMatchObject({ image_id: "image" });
    expect(server).not.toHaveProperty("block_device");
  });

  test("or a volume made from the image, and then no image for the server itself", () => {
    const [server] = servers({ count: 1, rootVolume: { sizeGiB: 50, type: "fast" } });
    expect(server).not.toHaveProperty("image_id");
    expect(server?.["block_device"]).toEqual([
      {
        source_type: "image",
        uuid: "image",
        destination_type: "volume",
        boot_index: 0,
        volume_size: 50,
        volume_type: "fast",
        delete_on_termination: true,
      },
    ]);
  });
});

describe("server groups", () => {
  const groupsOf = (count: number, size: number) => nodePool({ count }, { openstack: { serverGroupSize: size } }).json;

  test.each([
    [1, 5, 1],
    [5, 5, 1],
    [6, 5, 2],
    [11, 5, 3],
    [3, 1, 3],
    [0, 5, 0],
  ])("%s nodes, at most %s in a group, are %s groups", (count, size, groups) => {
    expect(Object.keys(all(groupsOf(count, size), GROUP))).toHaveLength(groups);
  });

  test("hold no more members than the cloud allows", () => {
    const json = groupsOf(11, 5);
    const members = Object.values(all(json, SERVER)).map((server) => JSON.stringify(server["scheduler_hints"]));
    const sizes = [...new Set(members)].map((group) => members.filter((member) => member === group).length);
    expect(sizes.sort()).toEqual([1, 5, 5]);
  });

  test("are named after the pool and carry its policy", () => {
    const { json } = nodePool({ count: 1, serverGroupPolicy: "soft-anti-affinity" });
    expect(only(json, GROUP)).toMatchObject({ name: "demo-general-group-0", policies: ["soft-anti-affinity"] });
  });

  test("are not made when the file wants none", () => {
    const { json } = nodePool({ count: 1, serverGroupPolicy: "none" });
    expect(all(json, GROUP)).toEqual({});
    expect(only(json, SERVER)).not.toHaveProperty("scheduler_hints");
  });
});

test("zones are taken in turn", () => {
  const zones = servers({ count: 3, zones: ["az1", "az2"] }).map((server) => server["availability_zone"]);
  expect(zones).toEqual(["az1", "az2", "az1"]);
});

test("without zones the choice is Nova's", () => {
  expect(servers({ count: 1 })[0]).not.toHaveProperty("availability_zone");
});

describe("data volumes", () => {
  const volumes = [
    { name: "data", sizeGiB: 100, type: "large" },
    { name: "logs", sizeGiB: 10 },
  ];

  test("are made and attached for each node, in its zone", () => {
    const { json } = nodePool({ count: 2, volumes, zones: ["az2"] });
    const made = Object.values(all(json, "openstack_blockstorage_volume_v3"));
    expect(made.map(({ name }) => name)).toEqual([
      "demo-general-0-data",
      "demo-general-0-logs",
      "demo-general-1-data",
      "demo-general-1-logs",
    ]);
    expect(made[0]).toMatchObject({ size: 100, volume_type: "large", availability_zone: "az2" });
    expect(made[1]).not.toHaveProperty("volume_type");
    expect(Object.keys(all(json, "openstack_compute_volume_attach_v2"))).toHaveLength(4);
  });

  test("in a zone of Cinder's own, where Cinder does not know Nova's", () => {
    const { json } = nodePool({ count: 1, zones: ["az2"], volumes: [{ name: "data", sizeGiB: 1, zone: "nova" }] });
    expect(only(json, "openstack_blockstorage_volume_v3")).toMatchObject({ availability_zone: "nova" });
    expect(only(json, SERVER)).toMatchObject({ availability_zone: "az2" });
  });

  test("are attached to their own node", () => {
    const { json } = nodePool({ count: 2, volumes });
    const server = nameOf(json, SERVER, "pool_1_");
    const volume = nameOf(json, "openstack_blockstorage_volume_v3", "pool_1_volumes_data");
    expect(only(json, "openstack_compute_volume_attach_v2", "pool_1_volumes_data")).toEqual({
      instance_id: `\${${SERVER}.${server}.id}`,
      volume_id: `\${openstack_blockstorage_volume_v3.${volume}.id}`,
    });
  });

  test("keep their addresses when another one goes", () => {
    const names = (list: typeof volumes) =>
      Object.keys(all(nodePool({ count: 1, volumes: list }).json, "openstack_blockstorage_volume_v3"));
    expect(names(volumes)).toEqual(expect.arrayContaining(names(volumes.slice(1))));
  });
});
