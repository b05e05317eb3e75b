import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { maxSatisfying } from "semver";
import { table } from "../docs/table";
import { type Default, defaults } from "./defaults";

const ROOT = join(__dirname, "..", "..");
const FILE = join(ROOT, "docs", "reports", "ran.json");
const TESTED = join(ROOT, "docs", "reports", "tested.md");

/** The command that applies the defaults and writes down what ran. */
const COMMAND = "npm run e2e -- cluster";

/** What a cluster was seen to run: read from its nodes, its pods and its stack. */
export interface Ran {
  readonly talos: string;
  readonly kubernetes: string;
  readonly tofu: string;
  /** Versions by the provider's type. */
  readonly providers: Readonly<Record<string, string>>;
  /** Version of the chart that is installed, if one is. */
  readonly cilium?: string;
  /** Images of the containers that ran. */
  readonly images: readonly string[];
  /** Hashes of the shipped files that were applied. */
  readonly files: Readonly<Record<string, string>>;
}

/** What ran, by the pod network of the run, and the defaults that have not run yet. */
export interface TriedVersions {
  readonly never: readonly string[];
  readonly ran: Readonly<Record<string, Ran>>;
}

/** What docs/reports/ran.json holds. */
export const readRecord = (): TriedVersions => JSON.parse(readFileSync(FILE, "utf8")) as TriedVersions;

/** Puts a run in the place of the last one with this pod network, here and in docs/reports/tested.md. */
export function writeRecord(network: string, ran: Ran): void {
  const before = readRecord();
  const record = { never: before.never, ran: { ...before.ran, [network]: ran } };
  const runs = Object.values(record.ran);
  const open = new Set(
    defaults()
      .filter((one) => !hasRun(one, runs))
      .map(excuse),
  );
  // It only shrinks: a default that changes is not excused by a run of something else.
  const shrunk: TriedVersions = { ...record, never: before.never.filter((one) => open.has(one)) };
  writeFileSync(FILE, `${JSON.stringify(shrunk, null, 2)}\n`);
  writeFileSync(
    TESTED,
    readFileSync(TESTED, "utf8").replace(BETWEEN_MARKS, () => marked(versionsTable(shrunk))),
  );
}

/** A sentence for each default that neither ran nor is known not to have run. */
export function untried(record: TriedVersions, of: readonly Default[] = defaults()): string[] {
  const runs = Object.values(record.ran);
  return of
    .filter((one) => !hasRun(one, runs) && !record.never.includes(excuse(one)))
    .map(
      (one) =>
        `${label(one)} is a default that has never run; on a machine for the lab, ${COMMAND} applies it and writes docs/reports/ran.json`,
    );
}

/** The table of docs/reports/tested.md, with its marks. */
export function versionsTable({ ran, never }: TriedVersions): string {
  const runs = Object.entries(ran);
  const seen = (one: Default) =>
    runs.filter(([, run]) => hasRun(one, [run])).map(([network, run]) => `${observed(one, run)} (${network})`);
  const rows = defaults().map((one) => {
    const name = one.kind === "provider" ? `provider ${one.name}` : one.name;
    const wanted = one.kind === "file" ? "as shipped" : `\`${one.value}\``;
    return [
      one.kind === "version" ? name : `\`${name}\``,
      wanted,
      never.includes(excuse(one)) ? "never" : seen(one).join(", "),
    ];
  });
  const tofu = ["OpenTofu", "1.12 or newer", runs.map(([network, run]) => `${run.tofu} (${network})`).join(", ")];
  return table([["What", "Default", "Ran on the lab (pod network)"], ...rows.slice(0, 2), tofu, ...rows.slice(2)]);
}

function hasRun(one: Default, runs: readonly Ran[]): boolean {
  return runs.some((run) => observed(one, run) !== undefined);
}

/** The version with which a default was seen in a run. */
function observed({ kind, name, value }: Default, run: Ran): string | undefined {
  const exactly = (seen: string | undefined) => (seen === value ? seen : undefined);
  if (kind === "provider") return maxSatisfying([run.providers[name] ?? ""], value) ?? undefined;
  if (kind === "image") return run.images.includes(`${name}:${value}`) ? value : undefined;
  if (kind === "file") return exactly(run.files[name]) === undefined ? undefined : "yes";
  return exactly({ Talos: run.talos, Kubernetes: run.kubernetes, Cilium: run.cilium }[name]);
}

const label = ({ kind, name, value }: Default): string =>
  ({
    version: `${name} ${value}`,
    provider: `provider ${name} ${value}`,
    image: `image ${name}:${value}`,
    file: `${name} as it is now (${value})`,
  })[kind];

/** How `never` names a default; a file that has not run may change until it does. */
const excuse = (one: Default): string => (one.kind === "file" ? one.name : label(one));

const BEGIN = "<!-- by npm run e2e -- cluster -->";
const END = "<!-- end -->";
const BETWEEN_MARKS = new RegExp(`${BEGIN}[^]*${END}`);
const marked = (text: string): string => `${BEGIN}\n\n${text}\n${END}`;
