import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";

const ROOT = join(__dirname, "..");
const DIST = join(ROOT, "dist");
const BINDINGS = join(ROOT, ".gen", "providers", "openstack");

function compile(): void {
  const compiler = require.resolve("typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("tsc -p tsconfig.build.json failed: see above");
}

/**
 * One module for each type of the bindings, `talos-openstack/openstack/<type>`.
 *
 * The bindings are bundled below the package's own node_modules, where programs of others cannot import them from.
 */
function writeBindings(): void {
  mkdirSync(join(DIST, "openstack"));
  for (const { name } of readdirSync(BINDINGS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const from = JSON.stringify(`@cdktf/provider-openstack/${name}`);
    const file = join(DIST, "openstack", name);
    // ECMAScript modules learn the names through this very form: https://github.com/nodejs/cjs-module-lexer
    writeFileSync(`${file}.js`, `"use strict";\nmodule.exports = require(${from});\n`);
    writeFileSync(`${file}.d.ts`, `export * from ${from};\n`);
  }
}

void command(
  {
    usage: "npm run dist",
    does: "Compiles what the package exports into dist, as npm pack does before it packs.",
    example: "npm run dist && npm pack --dry-run",
  },
  () => {
    rmSync(DIST, { recursive: true, force: true });
    compile();
    writeBindings();
  },
);
