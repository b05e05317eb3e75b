import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { format } from "prettier";
import { BOUND_PROVIDER, BOUND_TYPES } from "./resources";
import { type ProviderSchema, type ProviderTypes, readSchema, SCHEMAS_DIRECTORY } from "./schema";

// Trims full provider schemas to the types of resources.ts and writes them to schemas/, under the same file name.
//
//   tofu providers schema -json > /tmp/openstack@3.4.0.json   (in a directory whose required_providers names that version)
//   npx tsx tools/bindings/trim.ts /tmp/openstack@3.4.0.json /tmp/openstack@1.54.1.json

/** The generator looks a source without a host up under this one, whichever registry the schema came from. */
const REGISTRY_HOST = "registry.terraform.io";

/** Picks the named types, in the order of their names. */
function pick<T>(all: Readonly<Record<string, T>>, names: readonly string[], file: string): Record<string, T> {
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const found = all[name];
      if (found === undefined) throw new Error(`${file} has no ${name}, allowed: ${Object.keys(all).join(", ")}`);
      return [name, found];
    }),
  );
}

/** Keeps what is bound of a full schema; the version is in the file's name, because tofu does not print it. */
function trim(file: string): ProviderSchema {
  const version = /^openstack@(\d+\.\d+\.\d+)\.json$/.exec(basename(file))?.[1];
  if (version === undefined) throw new Error(`schema files must be called openstack@<version>.json, got ${file}`);

  const full = Object.entries(readSchema(file).provider_schemas).find(([key]) => key.endsWith(BOUND_PROVIDER.source));
  if (full === undefined) throw new Error(`${file} does not describe the provider ${BOUND_PROVIDER.source}`);

  const types: ProviderTypes = {
    provider: full[1].provider,
    resource_schemas: pick(full[1].resource_schemas, BOUND_TYPES.resources, file),
    data_source_schemas: pick(full[1].data_source_schemas, BOUND_TYPES.dataSources, file),
  };
  const key = `${REGISTRY_HOST}/${BOUND_PROVIDER.source}`;
  return { format_version: "1.0", provider_schemas: { [key]: types }, provider_versions: { [key]: version } };
}

/** `description_kind` is a third of a schema's bytes and nothing reads it; sorted keys make versions comparable. */
function tidy(key: string, value: unknown): unknown {
  if (key === "description_kind") return undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Prettier puts an attribute on one line where it fits, so a diff names what changed. */
function print(schema: ProviderSchema): Promise<string> {
  return format(JSON.stringify(schema, tidy), { parser: "json", printWidth: 120 });
}

async function main(files: readonly string[]): Promise<void> {
  if (files.length === 0) throw new Error("name at least one full schema, e.g. /tmp/openstack@3.4.0.json");
  for (const file of files) writeFileSync(join(SCHEMAS_DIRECTORY, basename(file)), await print(trim(file)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
