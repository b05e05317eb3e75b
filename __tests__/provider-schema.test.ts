import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  type AttributeType,
  type NestedBlock,
  type ProviderSchema,
  readSchema,
  SCHEMAS_DIRECTORY,
} from "../tools/bindings/schema";
import { schemaProblems } from "./support/provider-schema";

const INSTANCE = { name: "a", flavor_id: "f", network: [{ port: "${openstack_networking_port_v2.a.id}" }] };
const instance = (extra: object) => ({ resource: { openstack_compute_instance_v2: { a: { ...INSTANCE, ...extra } } } });
const one = (type: string, body: object) => ({ resource: { [type]: { a: body } } });

const committed = readdirSync(SCHEMAS_DIRECTORY).map(
  (file) => [file, readSchema(join(SCHEMAS_DIRECTORY, file))] as const,
);

describe.each(committed)("against %s", (_file, schema) => {
  test.each([
    ["a plain resource", instance({})],
    ["null for left out", instance({ key_pair: null })],
    [
      "numbers and booleans as text",
      one("openstack_blockstorage_volume_v3", { size: "10", enable_online_resize: "true" }),
    ],
    ["text as numbers and booleans", instance({ metadata: { replicas: 3, gpu: false } })],
    ["expressions for any type", instance({ tags: "${var.tags}", config_drive: "${var.drive}", metadata: "${var.m}" })],
    ["a block as one object", instance({ network: { uuid: "n" }, timeouts: { create: "5m" } })],
    [
      "arguments of the language",
      instance({
        "//": { metadata: { path: "s/a" } },
        count: 2,
        depends_on: ["null_resource.a"],
        dynamic: { network: { for_each: "${var.n}", content: { uuid: "${network.value}" } } },
        lifecycle: { ignore_changes: ["user_data"] },
        provisioner: [{ "local-exec": { command: "true" } }],
      }),
    ],
    ["a data source", { data: { openstack_networking_network_v2: { a: { external: true, tags: ["b"] } } } }],
    ["resources of other providers", one("terraform_data", { input: { a: 1 } })],
    ["null_resource with triggers", one("null_resource", { triggers: { a: "1" }, provisioner: [] })],
    ["the provider's configuration", { provider: { openstack: [{ alias: "b", cloud: "c" }] } }],
  ])("accepts %s", (_name, stack) => {
    expect(schemaProblems(stack, schema)).toEqual([]);
  });

  const at = "openstack_compute_instance_v2.a";
  test.each([
    [
      "an unknown type",
      one("openstack_compute_instance_v9", {}),
      /^openstack_compute_instance_v9 is unknown; allowed: .*instance_v2/,
    ],
    [
      "an unknown attribute",
      instance({ flavour: "f" }),
      /\.flavour is unknown, got "f"; allowed: .*flavor_id, flavor_name/,
    ],
    ["a computed attribute", instance({ created: "now" }), `${at}.created is read-only, got "now"; allowed: `],
    [
      "a required attribute that is missing",
      instance({ name: null }),
      `${at}.name is required, got nothing; allowed: a string`,
    ],
    ["an object for a string", instance({ user_data: { a: 1 } }), `${at}.user_data must be a string, got {"a":1}`],
    ["a string for a set", instance({ tags: "a" }), `${at}.tags must be a set with a string in each place, got "a"`],
    [
      "a list for a map",
      instance({ metadata: ["a"] }),
      `${at}.metadata must be a map with a string in each place, got ["a"]`,
    ],
    ["a wrong element of a set", instance({ tags: ["a", {}] }), `${at}.tags[1] must be a string, got {}`],
    ["a wrong value in a map", instance({ metadata: { a: [] } }), `${at}.metadata["a"] must be a string, got []`],
    ["a word for a boolean", instance({ config_drive: "yes" }), `${at}.config_drive must be a bool, got "yes"`],
    [
      "an escaped expression for a boolean",
      instance({ config_drive: "$${a}" }),
      `${at}.config_drive must be a bool, got "$\${a}"`,
    ],
    [
      "an unknown attribute in a block",
      instance({ network: [{}, { ip: "a" }] }),
      `${at}.network[1].ip is unknown, got "a"; allowed: `,
    ],
    [
      "a required attribute missing in a block",
      instance({ block_device: [{}] }),
      `${at}.block_device[0].source_type is required`,
    ],
    [
      "a wrong value in a block",
      instance({ block_device: [{ source_type: "blank", volume_size: "big" }] }),
      /volume_size must be a number, got "big"$/,
    ],
    ["text for a block", instance({ network: "n" }), `${at}.network must be a block, got "n"`],
    [
      "too many blocks",
      instance({ vendor_options: [{}, {}] }),
      `${at}.vendor_options must occur at most 1 times, got 2`,
    ],
    [
      "too many of a single block",
      instance({ timeouts: [{}, {}] }),
      `${at}.timeouts must occur at most 1 times, got 2`,
    ],
    [
      "a mistake in a data source",
      { data: { openstack_dns_zone_v2: { a: { zone: "b." } } } },
      "data.openstack_dns_zone_v2.a.zone is unknown",
    ],
    [
      "null_resource with more than triggers",
      one("null_resource", { input: "a" }),
      'null_resource.a.input is unknown, got "a"; allowed: triggers',
    ],
    [
      "a mistake in the provider's configuration",
      { provider: { openstack: [{ auth: "b" }] } },
      "provider.openstack[0].auth is unknown",
    ],
  ])("fails on %s", (_name, stack, problem) => {
    const problems = schemaProblems(stack, schema);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(problem);
  });
});

describe("against a schema with what the OpenStack provider lacks", () => {
  const schemaOf = (
    attributes: Record<string, AttributeType>,
    block_types: Record<string, NestedBlock>,
  ): ProviderSchema => {
    const typed = Object.entries(attributes).map(([name, type]) => [name, { type, optional: true }] as const);
    const thing = { version: 0, block: { attributes: Object.fromEntries(typed), block_types } };
    const types = { provider: { version: 0, block: {} }, resource_schemas: { x_y: thing }, data_source_schemas: {} };
    return { format_version: "1.0", provider_schemas: { "example.org/x/x": types } };
  };
  const block = { attributes: { size: { type: "number", required: true } } } as const;

  test("fails on too few blocks, unless a dynamic block makes them", () => {
    const schema = schemaOf({}, { disk: { nesting_mode: "list", min_items: 1, block } });
    expect(schemaProblems(one("x_y", {}), schema)).toEqual(["x_y.a.disk must occur at least 1 times, got 0"]);
    expect(schemaProblems(one("x_y", { dynamic: { disk: {} } }), schema)).toEqual([]);
  });

  test("fails inside a labelled block", () => {
    const schema = schemaOf({}, { disk: { nesting_mode: "map", block } });
    const stack = one("x_y", { disk: { root: { size: 1 }, data: {} } });
    expect(schemaProblems(stack, schema)).toEqual([
      'x_y.a.disk["data"].size is required, got nothing; allowed: a number',
    ]);
  });

  test("fails on an object that lacks or adds a member", () => {
    const schema = schemaOf({ routes: ["list", ["object", { to: "string", via: "string" }]] }, {});
    expect(schemaProblems(one("x_y", { routes: [{ to: "a", via: "b" }] }), schema)).toEqual([]);
    expect(schemaProblems(one("x_y", { routes: [{ to: "a", hop: "b" }] }), schema)).toEqual([
      'x_y.a.routes[0].hop is unknown, got "b"; allowed: to, via',
      "x_y.a.routes[0].via is required, got nothing; allowed: a string",
    ]);
  });
});

test("finds what only one version of the provider refuses", () => {
  const port = one("openstack_networking_port_v2", { network_id: "n", fixed_ip: [{ ip_address: "10.0.0.1" }] });
  const problems = Object.fromEntries(committed.map(([file, schema]) => [file, schemaProblems(port, schema)]));
  expect(problems).toEqual({
    "openstack@1.54.1.json": [
      "openstack_networking_port_v2.a.fixed_ip[0].subnet_id is required, got nothing; allowed: a string",
    ],
    "openstack@3.4.0.json": [],
  });
});
