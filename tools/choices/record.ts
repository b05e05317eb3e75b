import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { choicesOf } from "./choices";
import { type Combination, combinationOf } from "./combination";
import { choicesReport } from "./report";

const REPORTS = join(__dirname, "..", "..", "docs", "reports");
const RECORD = join(REPORTS, "choices.json");

/** The versions that a story ran with, and since when it passes with them; day as YYYY-MM-DD. */
export interface RunOfChoices {
  readonly on: string;
  readonly talos: string;
  readonly kubernetes: string;
  readonly tofu: string;
  readonly openstack: string;
}

/** What a story of the end-to-end tests has applied. */
export interface StoryChoices extends RunOfChoices {
  /** One for each cluster file. */
  readonly combinations: readonly Combination[];
  readonly choices: readonly string[];
}

/** Stories by their names, as docs/reports/choices.json holds them. */
export type ChoicesRecord = Readonly<Record<string, StoryChoices>>;

/** What docs/reports/choices.json holds. */
export const readChoices = (): ChoicesRecord => JSON.parse(readFileSync(RECORD, "utf8")) as ChoicesRecord;

/** Puts what a story has applied in the place of its last run, and writes the table again. */
export function writeChoices(story: string, run: RunOfChoices, files: readonly ClusterFile[]): void {
  const choices = [...new Set(files.flatMap(choicesOf))].sort();
  const record = readChoices();
  const before = record[story];
  const now: StoryChoices = { ...run, combinations: files.map(combinationOf), choices };
  // The day is that of the first run that was like this: a run that says nothing new changes no file.
  if (before !== undefined && JSON.stringify({ ...now, on: before.on }) === JSON.stringify(before)) return;
  const entries = Object.entries({ ...record, [story]: now }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  writeTable();
}

/** Writes docs/reports/choices.md from the record. */
export const writeTable = (): void => {
  writeFileSync(join(REPORTS, "choices.md"), choicesReport(readChoices()));
};
