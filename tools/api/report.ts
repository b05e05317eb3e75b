import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { command } from "../../bin/lib/command";

const EXTRACTOR = join(__dirname, "extractor");

function run(program: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(program, args, { cwd: EXTRACTOR, stdio: "inherit" });
  if (status !== 0) throw new Error(`${program} ${args[0] ?? ""} failed: ${error?.message ?? "see above"}`);
}

void command(
  {
    usage: "npm run api",
    does: `Writes etc/talos-openstack.api.md: everything that the package exports, as its users see it. A change of that file in a
commit is a change of the public API. The first time it installs API Extractor from the npm registry, below tools/api.`,
    example: "npm run api && git diff etc",
  },
  () => {
    if (!existsSync(join(EXTRACTOR, "node_modules"))) run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    run("npm", "run", "dist", "--silent", "--prefix", join(__dirname, "..", ".."));
    const cli = join(EXTRACTOR, "node_modules", "@microsoft", "api-extractor", "bin", "api-extractor");
    run(process.execPath, cli, "run", "--local", "--config", join(__dirname, "api-extractor.json"));
  },
);
