import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BOUND_PROVIDER, BOUND_TYPES } from "../tools/bindings/resources";
import { readSchema, SCHEMAS_DIRECTORY } from "../tools/bindings/schema";

const ROOT = join(__dirname, "..");

/** The text of each file below a directory, by its path in there. */
function filesOf(directory: string): ReadonlyMap<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: "utf8" });
  const files = paths.filter((path) => statSync(join(directory, path)).isFile());
  return new Map(files.sort().map((path) => [path, readFileSync(join(directory, path), "utf8")]));
}

test(".gen is what the committed schema generates", () => {
  const fresh = mkdtempSync(join(tmpdir(), "fresh-bindings-"));
  try {
    // A process of its own: the generator spawns commands and sets up error reporting when it is loaded.
    execFileSync(process.execPath, ["--import", "tsx", "tools/bindings/get.ts", fresh], { cwd: ROOT });
    const [generated, committed] = [filesOf(fresh), filesOf(join(ROOT, ".gen"))];
    const differing = [...new Set([...generated.keys(), ...committed.keys()])]
      .filter((path) => generated.get(path) !== committed.get(path))
      .map((path) => {
        if (!committed.has(path)) return `.gen/${path} is missing; run: npm run get`;
        if (!generated.has(path)) return `.gen/${path} is not generated; remove it`;
        return `.gen/${path} differs; run: npm run get`;
      });
    expect(differing).toEqual([]);
    expect(generated.size).toBe(BOUND_TYPES.resources.length + BOUND_TYPES.dataSources.length + 1);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}, 60_000);

test("the bindings name a provider without a registry host", () => {
  const provider = readFileSync(join(ROOT, ".gen/providers/openstack/provider/index.ts"), "utf8");
  expect(provider).toContain(`terraformProviderSource: '${BOUND_PROVIDER.source}'`);
});

test.each(readdirSync(SCHEMAS_DIRECTORY))("schemas/%s holds the listed types and no others", (file) => {
  const providers = Object.values(readSchema(join(SCHEMAS_DIRECTORY, file)).provider_schemas);
  expect(providers.map((types) => Object.keys(types.resource_schemas))).toEqual([[...BOUND_TYPES.resources].sort()]);
  expect(providers.map((types) => Object.keys(types.data_source_schemas))).toEqual([
    [...BOUND_TYPES.dataSources].sort(),
  ]);
});
