/**
 * `npm run shipped`: parses the shipped patches and manifests ahead, into constructs/machine/shipped.json. A synth takes the
 * documents from there while the file they came from is unchanged; parsing them was a seventh of its time.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PARSED_AHEAD, parseShipped } from "../constructs/machine/shipped";

const ROOT = join(__dirname, "..");

const files = ["patches", "manifests"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .sort()
    .map((file) => `${folder}/${file}`),
);
const target = process.argv[2] ?? PARSED_AHEAD;
writeFileSync(
  target,
  `${JSON.stringify(Object.fromEntries(files.map((file) => [file, parseShipped(file)])), null, 1)}\n`,
);
