import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { versionsOf } from "../lab/versions";

const ROOT = join(__dirname, "..", "..");
const FILE = join(ROOT, "docs", "reports", "edits.md");

/** A line of the report: what somebody does, what becomes of it, and what the plan would do. */
export type Row = readonly [does: string, outcome: string, plan: string];

/** Prints the report, and writes it to docs/reports/edits.md. */
export function report(file: ClusterFile, edits: readonly Row[], others: readonly Row[]): void {
  const { tofu, openstack } = versionsOf(file);
  const text = [
    "# What becomes of an edited cluster file",
    "Written by `npm run e2e -- edits`: each line is a real plan of a cluster that is applied on the lab. No machine stands behind its servers, and scripts that wait for one end at once; everything else is as in any cluster.",
    `OpenTofu ${tofu}, OpenStack provider ${openstack}; three control planes, a pool with data volumes and one without, \`protect: true\`.`,
    "- **protected**: the plan passes, and takes nothing away from the cloud but rules, and what null resources stand for.\n- **refused**: the synth or the plan ends with a sentence that says what the cluster is, what the file or the machine says, and what to do.\n- **asked for twice**: refused by `protect`; with `-var protect=false` it passes, and what holds data stays in the cloud.",
    table(["Edit", "Outcome", "The plan"], edits),
    "## Other machines, other credentials, other commands",
    table(["What", "Outcome", "The plan"], others),
  ].join("\n\n");
  writeFileSync(FILE, `${text}\n`);
  execFileSync(join(ROOT, "node_modules", ".bin", "prettier"), ["--write", FILE], { cwd: ROOT, stdio: "ignore" });
  process.stdout.write(`\n${text}\n`);
}

/** A table in Markdown; prettier aligns it. */
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
