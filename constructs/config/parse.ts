import { fileSchema, type WrittenFile } from "./cluster";
import { repaired } from "./repair/repair";
import { sample, type Variant } from "./repair/samples";
import type { Finding } from "./reader/errors";
import { isMapping, type KeyPath } from "./reader/key-path";
import { explain, words } from "./reader/schema-problems";

/** A cluster file as it may have been meant, and what the schema said of it besides what it said of the file itself. */
export interface Reading {
  readonly written: WrittenFile;
  readonly findings: readonly Finding[];
}

/** The cluster file after the schema. */
export interface ParsedFile {
  readonly findings: readonly Finding[];
  /**
   * One for a file that the schema accepts. Otherwise two, in which different values stand in for those that it refused: what
   * is wrong with both of them is wrong whatever was meant. None for what is no mapping.
   */
  readonly readings: readonly Reading[];
}

/** Parses a cluster file so that a mistake hides nothing but what depends on the very value. */
export function parseWritten(raw: unknown, numberAt?: (path: KeyPath) => string | undefined): ParsedFile {
  const first = fileSchema.safeParse(raw, { error: words });
  if (first.success) return { findings: [], readings: [{ written: first.data, findings: [] }] };
  const { issues } = first.error;
  return {
    findings: issues.flatMap((issue) => explain(issue, raw, numberAt)),
    readings: isMapping(raw) ? [readingOf(raw, issues, 0), readingOf(raw, issues, 1)] : [],
  };
}

/** More are no slips, and each costs time. */
const MANY = 200;
/** What stands in for one mistake can uncover another below it. */
const ROUNDS = 5;

function readingOf(raw: unknown, issues: readonly Issue[], variant: Variant): Reading {
  let [data, open] = [raw, issues];
  const findings: Finding[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    data = repaired(fileSchema, data, open.length > MANY || round === ROUNDS - 1 ? wholeSections(open) : open, variant);
    const parsed = fileSchema.safeParse(data, { error: words });
    if (parsed.success) return { written: parsed.data, findings };
    open = parsed.error.issues;
    const now = data;
    findings.push(...open.flatMap((issue) => explain(issue, now)));
  }
  return { written: fileSchema.parse(sample(fileSchema, variant)), findings };
}

type Issue = Parameters<typeof repaired>[2][number];

/** The same mistakes as ones of their sections. */
const wholeSections = (issues: readonly Issue[]): readonly Issue[] =>
  [...new Set(issues.map(({ path: [section] }) => section))].flatMap((section) =>
    section === undefined
      ? issues.filter(({ path }) => path.length === 0)
      : [{ code: "custom" as const, path: [section], message: "" }],
  );
