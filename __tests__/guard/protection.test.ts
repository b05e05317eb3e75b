import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { OpenstackProvider } from "@cdktf/provider-openstack/provider";
import { ClusterStack } from "../../constructs/cluster-stack";
import type { ClusterFile } from "../../constructs/config/cluster";
import { TalosCluster } from "../../constructs/talos-cluster";
import { pool } from "../support/clusters";
import { config, fileWith, only, synthCluster } from "../support/synth";

const NAME = "protected_unless_var_protect_is_false";
const protectedBy = (changes: Partial<ClusterFile>) => only(synthCluster(fileWith(changes)), "terraform_data", NAME);
const one = { flavor: "m1.large", count: 1 };

/** What a synth writes beside the JSON. */
function overrides(build: (app: App) => string): string {
  const outdir = mkdtempSync(join(tmpdir(), "protection-"));
  try {
    const app = new App({ outdir });
    const stack = build(app);
    app.synth();
    return readFileSync(join(outdir, "stacks", stack, "talos-openstack_override.tf"), "utf8");
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

test("covers each control plane, each pool with nodes and each data volume, and no worker that holds no data", () => {
  const volumes = [{ name: "data", sizeGiB: 1 }];
  expect(
    protectedBy({
      workers: { db: pool({ volumes }), web: pool({ serverGroupPolicy: "none" }), off: pool({ count: 0, volumes }) },
    })["for_each"],
  ).toBe(
    '${toset(["demo-control-plane-0","demo-control-plane-1","demo-control-plane-2","pool db","pool web","server groups of control-plane","server groups of db","demo-db-0-data","demo-db-1-data"])}',
  );
});

test.each<[string, boolean, Partial<ClusterFile>]>([
  ["on for several control planes", true, {}],
  ["off for one", false, { controlPlane: one }],
  ["on for one if the file says so", true, { controlPlane: one, protect: true }],
  ["off if the file says so", false, { protect: false }],
])("is %s", (_name, expected, changes) => {
  expect(protectedBy(changes)["lifecycle"]).toEqual({ prevent_destroy: expected });
  expect(synthCluster(fileWith(changes)).variable?.["protect"]).toMatchObject({ type: "bool", default: expected });
});

test("waits for every server, so that a destroy that leaves it out leaves them out too", () => {
  const json = synthCluster(fileWith({ workers: { web: pool() } }));
  const servers = Object.keys(json.resource?.["openstack_compute_instance_v2"] ?? {}).filter((name) =>
    name.includes("pools"),
  );
  expect(only(json, "terraform_data", NAME)["depends_on"]).toEqual(
    expect.arrayContaining(servers.map((name) => `openstack_compute_instance_v2.${name}`)),
  );
});

test("is overruled by the stack's variable, and holds against credentials of another project", () => {
  const file = fileWith();
  const text = overrides((app) => new ClusterStack(app, "demo", file).node.id);
  expect(text).toMatch(
    /^resource "terraform_data" "protected_unless_var_protect_is_false" \{\n {2}lifecycle \{\n {4}prevent_destroy = var\.protect \|\| terraform_data\.facts\.input\.project != data\.openstack_identity_auth_scope_v3\.\w+\.project_id\n {2}\}\n\}$/m,
  );
});

test("clusters of one stack have a block each", () => {
  const text = overrides((app) => {
    const stack = new TerraformStack(app, "both");
    new OpenstackProvider(stack, "openstack");
    new NullProvider(stack, "null");
    new TalosCluster(stack, "blue", { config: config({ name: "blue" }), protect: false });
    new TalosCluster(stack, "green", { config: config({ name: "green" }) });
    return "both";
  });
  const blocks = text.split("\nresource ").slice(1);
  expect(blocks).toEqual([
    expect.stringMatching(/"blue_guard_protected_\w+"[^]* = false \|\| terraform_data\.blue_guard_facts_\w+\.input/),
    expect.stringMatching(/"green_guard_protected_\w+"[^]* = true \|\| terraform_data\.green_guard_facts_\w+\.input/),
  ]);
});
