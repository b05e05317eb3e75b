import { readdirSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import { Construct } from "constructs";
import { HaproxyServer } from "../constructs/openstack/load-balancer/haproxy-server";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { OpenstackProvider } from "@cdktf/provider-openstack/provider";
import { TalosCluster } from "../constructs/talos-cluster";
import { readSchema, SCHEMAS_DIRECTORY } from "../tools/bindings/schema";
import { pool } from "./support/clusters";
import { schemaProblems } from "./support/provider-schema";
import {
  addresses,
  all,
  config,
  fileConfig,
  jsonOf,
  localExecOf,
  newApp,
  only,
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
