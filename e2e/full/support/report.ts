import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../../constructs/config/cluster";
import { recordChoices } from "../../lab/choices";
import { versionsOf } from "../../lab/versions";

const ROOT = join(__dirname, "..", "..", "..");
const FILE = join(ROOT, "docs", "reports", "e2e-full.md");

/** The chapters of the report in their order, and the test that measures each. */
const CHAPTERS = {
  factory: "Trouble with the factory",
  interruption: "Interruption",
  keys: "Keys",
  "trouble-at-the-door": "Trouble with the load balancer and the name",
  "trouble-with-nodes": "Trouble with the nodes",
  "load-balancer": "Load balancer",
  rollout: "Rollout",
  "fresh-runners": "Rollout by fresh runners",
  kinds: "Kinds",
  disks: "Disks, zones and pools",
} as const;

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * Prints a chapter, and puts it into docs/reports/e2e-full.md in the place of what an earlier run measured; and writes down what
 * the cluster files chose that the test has applied.
 */
export function report(
  test: keyof typeof CHAPTERS,
  files: ClusterFile | readonly [ClusterFile, ...ClusterFile[]],
  intro: string,
  ...tables: readonly Table[]
): void {
  const all = "name" in files ? ([files] as const) : files;
  recordChoices(test, ...all);
  const chapters = read();
  chapters.set(CHAPTERS[test], [measured(test, all[0]), intro, ...tables.map(markdown)].join("\n\n"));
  const ordered = Object.values(CHAPTERS).flatMap((title) => {
    const text = chapters.get(title);
    return text === undefined ? [] : [`## ${title}\n\n${text}`];
  });
  writeFileSync(FILE, `${[PREFACE, ...ordered].join("\n\n")}\n`);
  execFileSync(join(ROOT, "node_modules", ".bin", "prettier"), ["--write", FILE], { cwd: ROOT, stdio: "ignore" });
  process.stdout.write(`\n## ${CHAPTERS[test]}\n\n${read().get(CHAPTERS[test]) ?? ""}\n`);
}

/** How to measure a chapter again, and with which versions this was measured: chapters are of different days. */
function measured(test: string, file: ClusterFile): string {
  const { talos, kubernetes, tofu, openstack } = versionsOf(file);
  return `Measured by \`npm run e2e:full -- ${test}\`, with Talos ${talos}, Kubernetes ${kubernetes}, OpenTofu ${tofu}, OpenStack provider ${openstack}.`;
}

/** What the file holds already, by title. */
function read(): Map<string, string> {
  if (!existsSync(FILE)) return new Map();
  const [, ...chapters] = readFileSync(FILE, "utf8").split(/^## /m);
  return new Map(
    chapters.map((chapter) => {
      const [title = "", ...text] = chapter.split("\n");
      return [title, text.join("\n").trim()];
    }),
  );
}

const PREFACE = [
  "# What the long end-to-end tests measured",
  "Written by `npm run e2e:full`, which applies clusters to the lab, an OpenStack on one machine with two cores; [What is tested where](tested.md) says what is real in it. Times depend on the machine; what happens does not.",
].join("\n\n");

/** A table in Markdown; prettier aligns it. */
function markdown({ head, rows }: Table): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replace(/\|/g, "\\|").replace(/\s+/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Seconds since a moment, as tables show them. */
export const secondsSince = (start: number): number => Math.round((Date.now() - start) / 1000);
