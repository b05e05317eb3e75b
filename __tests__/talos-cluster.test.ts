import { readdirSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { parseConfig } from "../constructs/load";
import { HaproxyServer } from "../constructs/openstack/load-balancer/haproxy-server";
import { CreatedNetwork } from "../constructs/openstack/network/created";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { OpenstackProvider } from "@cdktf/provider-openstack/provider";
import { TalosCluster } from "../constructs/talos-cluster";
import { readSchema, SCHEMAS_DIRECTORY } from "../tools/bindings/schema";
import { good } from "./config/good";
import { pool } from "./support/clusters";
import { schemaProblems } from "./support/provider-schema";
import {
  addresses,
  all,
  config,
  fileConfig,
  jsonOf,
  localExecOf,
  nameOf,
  newApp,
  only,
  resolve,
  type StackJson,
  synth,
} from "./support/synth";

const schemas = readdirSync(SCHEMAS_DIRECTORY).map((file) => readSchema(join(SCHEMAS_DIRECTORY, file)));

test("creates no provider, backend, variable or output", () => {
  const json = synth((stack) => {
    new TalosCluster(stack, "cluster", { config: fileConfig("cluster.yaml") });
  });
  expect(Object.keys(json).sort()).toEqual(["data", "locals", "resource"]);
});

describe("two clusters in one stack", () => {
  const twoClusters = (): [TerraformStack, StackJson] => {
    const stack = new TerraformStack(newApp(), "both");
    new OpenstackProvider(stack, "openstack");
    new NullProvider(stack, "null");
    new TalosCluster(stack, "blue", { config: config({ name: "blue", workers: { general: pool() } }) });
    new TalosCluster(new Construct(stack, "region"), "green", {
      config: config({ name: "green", workers: { general: pool() } }),
    });
    return [stack, jsonOf(stack, true)];
  };

  test("have addresses of their own, derived from their paths", () => {
    const [, json] = twoClusters();
    const own = addresses(json).filter((address) => !address.startsWith("local.talos-scripts_"));
    const [blue, green] = ["blue_", "region_green_"].map((path) =>
      own.filter((address) => address.includes(`.${path}`)),
    );
    expect(blue).toHaveLength(own.length / 2);
    expect(green).toHaveLength(own.length / 2);
  });

  test("are as many resources as each of them alone", () => {
    const [, json] = twoClusters();
    const alone = synth((stack) => {
      new TalosCluster(stack, "blue", { config: config({ name: "blue", workers: { general: pool() } }) });
    });
    const counts = (of: StackJson, times: number) =>
      Object.entries(of.resource ?? {}).map(([type, bodies]) => [type, times * Object.keys(bodies).length]);
    expect(counts(json, 1)).toEqual(counts(alone, 2));
  });

  test("share no physical name and no file", () => {
    const [, json] = twoClusters();
    expect(new Set(names(json)).size).toBe(names(json).length);
    const outputs = Object.values(all(json, "null_resource")).flatMap((body) => {
      const { environment } = localExecOf(body);
      return [environment["OUTPUT"], environment["KUBECONFIG_FILE"]].filter((path) => path !== undefined);
    });
    expect(new Set(outputs).size).toBe(outputs.length);
  });

  test("fit the schema of every provider version", () => {
    const [, json] = twoClusters();
    expect(schemas.flatMap((schema) => schemaProblems(json, schema))).toEqual([]);
  });

  test("have each script once between them", () => {
    const [stack] = twoClusters();
    const scripts = stack.node.findChild("talos-scripts").node.children;
    expect(new Set(scripts.map(({ node }) => node.id)).size).toBe(scripts.length);
  });

  test("synthesize twice to the same", () => {
    const [stack] = twoClusters();
    expect(Testing.synth(stack, true)).toBe(Testing.synth(stack, true));
  });
});

describe("a cluster in a network that somebody else made", () => {
  const withoutNetwork = (cidr?: string) =>
    parseConfig({ ...good, network: cidr === undefined ? undefined : { cidr } });
  const shared = (stack: TerraformStack): CreatedNetwork =>
    new CreatedNetwork(stack, "shared", { name: "shared", cidr: "10.9.0.0/24", externalNetwork: "public" });

  test("makes none of its own, and waits for that one's way out", () => {
    const json = synth((stack) => {
      new TalosCluster(stack, "cluster", { config: withoutNetwork(), network: shared(stack) });
    });
    expect(Object.keys(all(json, "openstack_networking_network_v2"))).toHaveLength(1);
    const server = only(json, "openstack_compute_instance_v2", "control-plane_0");
    expect(server["depends_on"]).toContainEqual(
      expect.stringMatching(/^openstack_networking_router_interface_v2\.shared_/),
    );
  });

  test("still checks that its addresses keep off that network, if the config says which they are", () => {
    expect(() => withoutNetwork("10.244.1.0/24")).toThrow(/network\.cidr: must not overlap kubernetes\.podCidr/);
  });

  test("fails without any network, and with two", () => {
    const stack = new TerraformStack(newApp(), "test");
    expect(() => new TalosCluster(stack, "none", { config: withoutNetwork() })).toThrow(/demo has no network/);
    expect(() => new TalosCluster(stack, "two", { config: config(), network: shared(stack) })).toThrow(
      /demo has two networks/,
    );
  });
});

describe("what others may use of a cluster", () => {
  const build = () => {
    const stack = new TerraformStack(newApp(), "test");
    const cluster = new TalosCluster(stack, "cluster", {
      config: config({ workers: { general: pool() } }),
      extraSecurityGroupIds: { controlplane: ["backup"], worker: ["storage"] },
    });
    return { stack, cluster, json: jsonOf(stack) };
  };

  test("nodes have the security groups that they were given besides their own", () => {
    const { json } = build();
    const groups = (port: string) => only(json, "openstack_networking_port_v2", port)["security_group_ids"] as string[];
    expect(groups("control-plane_0")).toContain("backup");
    expect(groups("general_0")).toContain("storage");
    expect(groups("general_0")).not.toContain("backup");
  });

  test("pools have their nodes, and nodes their ports", () => {
    const { stack, cluster, json } = build();
    expect(cluster.pools.map(({ name, nodes }) => [name, nodes.length])).toEqual([
      ["control-plane", 3],
      ["general", 2],
    ]);
    const port = nameOf(json, "openstack_networking_port_v2", "general_1");
    expect(resolve(stack, cluster.pools[1]?.nodes[1]?.portId)).toBe(`\${openstack_networking_port_v2.${port}.id}`);
  });

  test("the kubeconfig's path is the one that the bootstrap writes", () => {
    const { stack, cluster, json } = build();
    const { environment } = localExecOf(only(json, "null_resource", "bootstrap"));
    expect(environment["KUBECONFIG_FILE"]).toBe(resolve(stack, cluster.kubeconfigPath));
  });

  test("everything that can have tags carries the cluster's", () => {
    const { json } = build();
    expect(only(json, "openstack_networking_port_v2", "general_0")["tags"]).toEqual(["cluster=demo"]);
  });
});

/** Names in OpenStack, by type. */
const names = (json: StackJson): string[] =>
  Object.entries(json.resource ?? {}).flatMap(([type, bodies]) =>
    Object.values(bodies).flatMap(({ name }) => (typeof name === "string" ? [`${type} ${name}`] : [])),
  );

describe("one part alone, the load balancer, in another stack", () => {
  const json = () =>
    synth((stack) => {
      new HaproxyServer(stack, "front", {
        name: "front",
        flavor: "m1.small",
        image: "debian-12",
        keyPair: "ops",
        sshUser: "debian",
        endpoint: { addresses: ["192.0.2.10"], nodeAddress: "10.0.0.10", portId: "8f0c", ready: [] },
        backends: { controlPlanes: [{ name: "one", address: "10.0.0.11" }] },
        knownHostsDir: "ssh",
        timeoutSeconds: 60,
      });
    });

  test("is a server on the port that it was given, and its configuration", () => {
    expect(only(json(), "openstack_compute_instance_v2")).toMatchObject({ network: [{ port: "8f0c" }] });
    expect(localExecOf(only(json(), "null_resource")).environment).toMatchObject({ HOST: "192.0.2.10" });
  });

  test("fits the schema of every provider version", () => {
    expect(schemas.flatMap((schema) => schemaProblems(json(), schema))).toEqual([]);
  });
});
