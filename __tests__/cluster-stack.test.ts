import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Testing } from "cdktf";
import type { Construct } from "constructs";
import type { ClusterFile } from "../constructs/config/cluster";
import { readSchema, SCHEMAS_DIRECTORY } from "../tools/bindings/schema";
import { CLUSTERS, pool } from "./support/clusters";
import { schemaProblems } from "./support/provider-schema";
import { ROOT } from "./support/root";
import { all, clusterStack, fileAt, fileWith, only, type StackJson, synthCluster } from "./support/synth";

let json: StackJson;
beforeAll(() => {
  json = synthCluster(fileAt("cluster.yaml"));
});

const backendOf = (state: ClusterFile["state"]) => synthCluster(fileWith({ state })).terraform?.["backend"];

describe("the names that people know", () => {
  test("variables are the two directories and the protection, with what the file says as defaults", () => {
    expect(json.variable).toEqual({
      kubeconfigs_dir: {
        type: "string",
        default: "../../../kubeconfigs",
        description: expect.any(String) as string,
      },
      talosconfig_dir: {
        type: "string",
        default: "../../../talosconfig/demo",
        description: expect.any(String) as string,
      },
      protect: { type: "bool", default: true, nullable: false, description: expect.any(String) as string },
    });
  });

  test("locals hold the API endpoint, the load balancer's address and the cluster's name", () => {
    expect(json.locals).toMatchObject({
      cluster_fqdn: "demo.k8s.example.org",
      api_endpoint: "${local.cluster_fqdn}",
      lb_ip: expect.stringMatching(/^\$\{openstack_networking_floatingip_v2\.[\w-]+\.address\}$/) as string,
    });
  });

  test("null_resources are called by what they do", () => {
    expect(Object.keys(all(json, "null_resource"))).toEqual(
      expect.arrayContaining(["a_records", "apply_haproxy_config", "talos_bootstrap", "talos_secrets"]),
    );
  });

  test("the bootstrap waits for the DNS gate and the load balancer's configuration", () => {
    expect(only(json, "null_resource", "talos_bootstrap")["depends_on"]).toEqual(
      expect.arrayContaining(["null_resource.a_records", "null_resource.apply_haproxy_config"]),
    );
  });
});

describe("outputs", () => {
  test("say where the API, the load balancer, the nodes and the files are", () => {
    const { output = {} } = json;
    expect(Object.keys(output).sort()).toEqual([
      "api_endpoint",
      "kubeconfig",
      "load_balancer_address",
      "nodes",
      "talosconfig",
    ]);
    expect(output).toMatchObject({
      api_endpoint: { value: "https://${local.api_endpoint}:6443" },
      load_balancer_address: { value: "${local.lb_ip}" },
      talosconfig: { value: "${var.talosconfig_dir}/talosconfig" },
      kubeconfig: { value: "${var.kubeconfigs_dir}/kubeconfig-demo.k8s.example.org" },
    });
    expect(Object.keys(output["nodes"]?.["value"] as object).sort()).toEqual([
      "demo-control-plane-0",
      "demo-control-plane-1",
      "demo-control-plane-2",
      "demo-general-0",
      "demo-general-1",
    ]);
  });

  test("hold no secret: no file is read and none is marked sensitive", () => {
    for (const output of Object.values(json.output ?? {})) {
      expect(output).not.toHaveProperty("sensitive");
      expect(JSON.stringify(output)).not.toMatch(/\bfile|secret|key|token|BEGIN/i);
    }
  });
});

describe("the backend", () => {
  test("is a local file at a relative path unless the file says otherwise", () => {
    expect(backendOf(undefined)).toEqual({ local: { path: "../../../terraform.demo.tfstate" } });
    expect(json.terraform?.["backend"]).toEqual({ local: { path: "../../../terraform.demo.tfstate" } });
  });

  test("for a store that is not AWS has path style and every check left out that only AWS passes", () => {
    expect(backendOf({ kind: "s3", endpoint: "https://s3.example.org", bucket: "states" })).toEqual({
      s3: {
        bucket: "states",
        key: "demo/terraform.tfstate",
        region: "us-east-1",
        endpoints: { s3: "https://s3.example.org" },
        use_path_style: true,
        use_lockfile: true,
        skip_region_validation: true,
        skip_credentials_validation: true,
        skip_requesting_account_id: true,
        skip_metadata_api_check: true,
        skip_s3_checksum: true,
      },
    });
  });

  test("for AWS has none of the flags that other stores need", () => {
    expect(backendOf({ kind: "s3", bucket: "states", region: "eu-central-1", encrypt: true, kmsKeyId: "k" })).toEqual({
      s3: {
        bucket: "states",
        key: "demo/terraform.tfstate",
        region: "eu-central-1",
        use_path_style: false,
        use_lockfile: true,
        encrypt: true,
        kms_key_id: "k",
      },
    });
  });

  test("has no lock file where the store cannot refuse a second writer", () => {
    const backend = backendOf({ kind: "s3", endpoint: "https://s3.example.org", bucket: "states", lockFile: false });
    expect(backend).not.toHaveProperty("s3.use_lockfile");
  });

  test("takes no credentials", () => {
    const backend = backendOf({ kind: "s3", endpoint: "https://s3.example.org", bucket: "states" });
    expect(JSON.stringify(backend)).not.toMatch(/access_key|secret_key|token|profile/);
  });
});

describe("providers", () => {
  test("are constrained by the file, not by the version that the bindings were made from", () => {
    const { terraform } = synthCluster(fileWith({ providers: { openstack: ">= 1.54, < 4", null: "3.2.4" } }));
    expect(terraform?.["required_providers"]).toEqual({
      openstack: { source: "terraform-provider-openstack/openstack", version: ">= 1.54, < 4" },
      null: { source: "null", version: "3.2.4" },
    });
  });

  test("find their cloud and credentials in the environment of the apply", () => {
    expect(json.provider).toEqual({ openstack: [{}], null: [{}] });
  });

  test("take the cloud and the region of the file, nothing else", () => {
    const { provider } = synthCluster(fileWith({ openstack: { cloud: "example", region: "site-1" } }));
    expect(provider?.["openstack"]).toEqual([{ cloud: "example", region: "site-1" }]);
  });
});

test("tags are on everything that can have some, the cluster's own first", () => {
  const stack = synthCluster(
    fileWith({ openstack: { tags: ["team-a"] }, network: { create: { externalNetwork: "public" } } }),
  );
  const tagged = Object.entries(stack.resource ?? {}).flatMap(([type, bodies]) =>
    Object.values(bodies).map((body) => [type, body["tags"]] as const),
  );
  for (const [type, tags] of tagged) {
    const can =
      !/^null_|^terraform_|servergroup|volume_attach|router_interface|dns_recordset|blockstorage|secgroup_rule/.test(
        type,
      );
    expect({ type, tags }).toEqual({ type, tags: can ? ["cluster=demo", "team-a"] : undefined });
  }
});

test("warnings of the cluster and of the stack become annotations of each", () => {
  const state = { kind: "s3", bucket: "states", lockFile: false } as const;
  const stack = clusterStack(
    fileWith({ state, controlPlane: { flavor: "m1.large", count: 1 }, workers: { a: pool() } }),
  );
  const warnings = ({ node }: Construct) =>
    node.metadata.filter(({ type }) => type === "@cdktf/warn").map(({ data }) => data as unknown);
  expect(warnings(stack)).toEqual([expect.stringMatching(/^state\.lockFile: /)]);
  expect(warnings(stack.cluster)).toEqual([expect.stringMatching(/^controlPlane\.count: /)]);
});

test("a second synth of the same stack gives the same", () => {
  const stack = clusterStack(fileAt("__tests__/fixtures/full.yaml"));
  expect(Testing.synth(stack, true)).toBe(Testing.synth(stack, true));
});

test("a second program run gives the same", () => {
  const run = () => Testing.synth(clusterStack(fileAt("cluster.yaml")));
  expect(run()).toBe(run());
});

test("the JSON does not depend on where the repository is", () => {
  expect(JSON.stringify(json).includes(ROOT)).toBe(false);
});

// The first provider version with what the constructs use, and the newest.
const schemas = readdirSync(SCHEMAS_DIRECTORY).map((file) => readSchema(join(SCHEMAS_DIRECTORY, file)));

test.each(CLUSTERS)("every attribute of %s is one that each provider version takes", (_name, cluster) => {
  const stack = synthCluster(cluster());
  expect(schemas.flatMap((schema) => schemaProblems(stack, schema))).toEqual([]);
});
