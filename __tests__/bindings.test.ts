import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bindingsPackage } from "../tools/bindings/package";
import { BOUND_PROVIDER, BOUND_TYPES } from "../tools/bindings/resources";
import { readSchema, SCHEMAS_DIRECTORY, type TypeSchema } from "../tools/bindings/schema";
import { ROOT } from "./support/root";

const BINDINGS = join(ROOT, ".gen", "providers", "openstack");
const [provider] = Object.values(
  readSchema(join(SCHEMAS_DIRECTORY, `openstack@${BOUND_PROVIDER.version}.json`)).provider_schemas,
);

/** Directories of the bindings, and the types that they are made of. */
const MODULES: readonly (readonly [module: string, type: TypeSchema | undefined])[] = [
  ["provider", provider?.provider],
  ...BOUND_TYPES.resources.map((name) => [moduleOf("", name), provider?.resource_schemas[name]] as const),
  ...BOUND_TYPES.dataSources.map(
    (name) => [moduleOf("data-openstack-", name), provider?.data_source_schemas[name]] as const,
  ),
];

function moduleOf(prefix: string, type: string): string {
  return `${prefix}${type.replace(/^openstack_/, "").replaceAll("_", "-")}`;
}

const camelCase = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

// That the text is what the generator makes of the schema is checked by .ci/run, which has the generator: npm run get.
test("the package holds the listed types and no others", () => {
  const directories = readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(directories.map(({ name }) => name).sort()).toEqual(MODULES.map(([name]) => name).sort());
  expect(JSON.parse(readFileSync(join(BINDINGS, "package.json"), "utf8"))).toEqual(bindingsPackage());
});

test.each(MODULES)("%s has every argument of the committed schema", (name, type) => {
  const declared = readFileSync(join(BINDINGS, name, "index.d.ts"), "utf8");
  const names = Object.entries(type?.block.attributes ?? {})
    // cdktf calls a computed or optional "id" so too, and the provider's own attributes by the same rule.
    .filter(([, { required, optional }]) => required ?? optional)
    .map(([attribute]) => camelCase(attribute));
  expect(names.filter((attribute) => !new RegExp(`readonly ${attribute}\\??:`).test(declared))).toEqual([]);
});

test("fails on a type that no construct imports", () => {
  const constructs = join(ROOT, "constructs");
  const sources = readdirSync(constructs, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(constructs, file), "utf8"))
    .join("");
  const unused = MODULES.filter(([name]) => !sources.includes(`@cdktf/provider-openstack/${name}"`));
  expect(unused.map(([name]) => name)).toEqual([]);
});

test("the bindings name a provider without a registry host", () => {
  const text = readFileSync(join(BINDINGS, "provider", "index.js"), "utf8");
  expect(text).toContain(`terraformProviderSource: '${BOUND_PROVIDER.source}'`);
});

test.each(readdirSync(SCHEMAS_DIRECTORY))("schemas/%s holds the listed types and no others", (file) => {
  const providers = Object.values(readSchema(join(SCHEMAS_DIRECTORY, file)).provider_schemas);
  expect(providers.map((types) => Object.keys(types.resource_schemas))).toEqual([[...BOUND_TYPES.resources].sort()]);
  expect(providers.map((types) => Object.keys(types.data_source_schemas))).toEqual([
    [...BOUND_TYPES.dataSources].sort(),
  ]);
});
