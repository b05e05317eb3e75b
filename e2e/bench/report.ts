import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { versionsOf } from "../lab/versions";
import type { LargeCluster } from "./large-cluster";
import { type Measure, MEASURES, PLANS_A_TURN, type Result } from "./measure";

const ROOT = join(__dirname, "..", "..");
const FILE = join(ROOT, "docs", "reports", "bench-lab.md");

/** What this program may take, against the hand-written module; the first plan of a cluster is also its only one. */
const BOUNDS: Readonly<Record<Measure, number>> = {
  "first plan": 1.5,
  "apply up to the servers": 1.15,
  "plan of the cluster": 1.15,
};

type Row = readonly (string | number)[];

/** How the two compare. */
export interface Comparison {
  readonly text: string;
  /** One line for each bound that was missed. */
  readonly missed: readonly string[];
}

/** What decides is the fastest run of each: it was disturbed least. */
export function compare(ours: Result, theirs: Result): Comparison {
  const least = ({ seconds }: Result, measure: Measure) => Math.min(...seconds[measure]);
  const ratio = (measure: Measure) => least(ours, measure) / least(theirs, measure);
  const time = (result: Result, measure: Measure) =>
    `${least(result, measure).toFixed(1)} s (median ${median(result.seconds[measure]).toFixed(1)} s)`;
  return {
    text: table(
      ["measure", "this program", "hand-written", "ratio", "bound"],
      MEASURES.map((measure) => [
        measure,
        time(ours, measure),
        time(theirs, measure),
        ratio(measure).toFixed(2),
        BOUNDS[measure],
      ]),
    ),
    missed: MEASURES.filter((measure) => !(ratio(measure) <= BOUNDS[measure])).map(
      (measure) => `${measure} takes ${ratio(measure).toFixed(2)} times as long as the hand-written module's`,
    ),
  };
}

/** How many there are of each kind, the same for both. */
export const counts = ({ footprint, resources }: Result): string =>
  table(
    ["what both made", "number"],
    [
      ...Object.entries(footprint).map(([kind, lines]) => [kind, lines.length]),
      ["resources of OpenTofu, the machine configs' null resources among them", resources],
    ],
  );

/** Writes docs/reports/bench-lab.md. */
export function write(times: string, ours: Result, theirs: Result, file: LargeCluster, rounds: number): void {
  const { controlPlane, workers } = file;
  const text = [
    "# Plan and apply of a large cluster",
    "Measured by `npm run bench:lab`, which writes this file when no bound is missed.",
    `${controlPlane.count} control planes and ${workers.general.count} workers on the OpenStack of the end-to-end tests. \
The servers have no machines behind them: what is measured is OpenTofu, the provider and the APIs. The other side is a \
module as one writes it by hand, [\`e2e/bench/module\`](../../e2e/bench/module): \`for_each\` over the nodes, a \
\`talosctl gen config\` per node, commands in \`null_resource\` as in the post that this program comes from, and no waits.`,
    times,
    `The fastest run decides, since it was disturbed least. In each of ${rounds} rounds both have a turn, from nothing to \
the servers and back, with ${PLANS_A_TURN} plans of either kind. ${cpus().length} cores, shared with the OpenStack \
itself; OpenStack provider ${versionsOf(file).openstack}.`,
    "## What is the same",
    `Cloud, project, names, providers (the lock files are equal), parallelism, kind of state (S3 with a lock), patches. \
After every apply the run reads from the APIs what there is, and fails unless it is the same for both: names, tags, \
rules, members of groups, metadata, and the servers' user data, text for text but for keys and assigned addresses.`,
    counts(ours),
    "## What is measured",
    `- **First plan**: nothing exists. Everything is planned, also the null resources after the servers: \
${ours.contender.leftOut} of this program, ${theirs.contender.leftOut} of the module, which has no checkpoint of the state. \
Its bound is a wider one: OpenTofu parses each string of JSON as a template whenever it walks the graph, HCL only once. \
That is the price of JSON, once in a cluster's life; later plans wait for OpenStack.
- **Apply up to the servers**: \`tofu apply\` with its own plan, until all servers are ACTIVE. Both leave out, by \
\`-exclude\`, the look at the name and the load balancer's configuration by SSH, this program also its checkpoint, which \
waits 21 seconds; and so all that depends on them: bootstrap, nodes Ready, changed configs.
- **Plan of the cluster**: with refresh, after that apply. It has nothing but what the apply left out; the run checks that.`,
    "The time of a synth is not in it; see [Synth](synth.md).",
  ].join("\n\n");
  writeFileSync(FILE, `${text}\n`);
  execFileSync(join(ROOT, "node_modules", ".bin", "prettier"), ["--write", FILE], { cwd: ROOT, stdio: "ignore" });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** A table in Markdown; prettier aligns it. */
const table = (head: Row, rows: readonly Row[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
