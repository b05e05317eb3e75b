import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { PARSED_AHEAD, parseShipped } from "../constructs/machine/shipped";
import { PINS, repin } from "./pins";

const ROOT = join(__dirname, "..");

function write(target = PARSED_AHEAD): void {
  const files = ["patches", "manifests"].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .sort()
      .map((file) => `${folder}/${file}`),
  );
  const documents = Object.fromEntries(files.map((file) => [file, parseShipped(file)]));
  writeFileSync(target, `${JSON.stringify(documents, null, 1)}\n`);
}

/** Writes the versions that the options name, and says what is left to do. */
function setPins(option: (name: string) => readonly string[]): void {
  const wanted = Object.keys(PINS).flatMap((name) => option(name).map((version) => [name, version] as const));
  if (wanted.length === 0) return;
  for (const [name, version] of wanted) repin(name, version);
  // In a process of its own, which reads the new defaults.
  execFileSync(process.execPath, ["--import", "tsx", "tools/schema.ts"], { cwd: ROOT, stdio: "inherit" });
  console.log(`Next: the same versions in lab/go, see "A release of Talos or Kubernetes" in CONTRIBUTING.md; then npm run e2e -- cluster,
which applies them and writes what ran. Until then npm test fails.`);
}

void command(
  {
    usage: "npm run shipped [-- [--PIN VERSION]... [FILE]]",
    does: `Parses the shipped patches and manifests ahead, into constructs/machine/shipped.json or another FILE. A synth takes the
documents from there while the file they came from is unchanged; parsing them was a seventh of its time.
Run it after a change of patches/ or manifests/. With options it first writes new versions into every
place where one is pinned, and all that npm run schema writes from them.`,
    example: "npm run shipped -- --talos v1.13.9 --cilium 1.20.2",
    takes: [0, 1],
    options: Object.fromEntries(
      Object.entries(PINS).map(([name, { example }]) => [name, `version to ship, like ${example}`]),
    ),
  },
  ([target], option) => {
    setPins(option);
    write(target);
  },
);
