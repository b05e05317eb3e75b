import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command } from "../bin/lib/command";
import { PARSED_AHEAD, parseShipped } from "../constructs/machine/shipped";

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

void command(
  {
    usage: "npm run shipped [-- FILE]",
    does: `Parses the shipped patches and manifests ahead, into constructs/machine/shipped.json or another FILE. A synth takes the
documents from there while the file they came from is unchanged; parsing them was a seventh of its time.
Run it after a change of patches/ or manifests/.`,
    example: "npm run shipped",
    takes: [0, 1],
  },
  ([target]) => {
    write(target);
  },
);
