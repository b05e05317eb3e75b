import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../bin/lib/command";
import { compile } from "./compile";
import { bindingsPackage } from "./package";
import { BOUND_PROVIDER } from "./resources";
import { SCHEMAS_DIRECTORY } from "./schema";

const GENERATOR = join(__dirname, "generator");
const ROOT = join(__dirname, "../..");

function run(program: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { cwd: GENERATOR, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed: ${error?.message ?? "see above"}`);
}

/** Writes the TypeScript of the bindings, one directory for each type, and returns where. */
function generate(scratch: string): string {
  const schema = join(SCHEMAS_DIRECTORY, `${BOUND_PROVIDER.name}@${BOUND_PROVIDER.version}.json`);
  // Without the file the generator would ask the binary.
  if (!existsSync(schema)) throw new Error(`${schema} is missing; make it with tools/bindings/trim.ts`);
  // With its dependencies it is a third of what everybody would have to install.
  if (!existsSync(join(GENERATOR, "node_modules"))) run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
  run(process.execPath, "generate.mjs", SCHEMAS_DIRECTORY, JSON.stringify(BOUND_PROVIDER), scratch);
  return join(scratch, "providers", BOUND_PROVIDER.name);
}

function main(target = join(ROOT, ".gen")): void {
  // Below the repository, so that the compiler finds cdktf.
  const scratch = mkdtempSync(join(ROOT, "node_modules", ".bindings-"));
  try {
    const made = generate(scratch);
    // Left out: two indexes that load all types at once, and READMEs that only link to the registry.
    const types = readdirSync(made, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const compiled = join(scratch, "compiled");
    compile(
      types.map(({ name }) => join(made, name, "index.ts")),
      made,
      compiled,
    );
    writeFileSync(join(compiled, "package.json"), `${JSON.stringify(bindingsPackage(), null, 2)}\n`);
    const place = join(target, "providers", BOUND_PROVIDER.name);
    rmSync(place, { recursive: true, force: true });
    cpSync(compiled, place, { recursive: true });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

void command(
  {
    usage: "npm run get [-- DIRECTORY]",
    does: `Generates the bindings of the OpenStack provider from the committed schema, into .gen or another DIRECTORY. The first
time it installs the generator from the npm registry, below tools/bindings.`,
    example: "npm run get && git diff --stat .gen",
    takes: [0, 1],
  },
  ([target]) => {
    main(target);
  },
);
