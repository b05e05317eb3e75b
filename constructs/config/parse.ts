import { ALL_SECTIONS, type ClusterFile, fileSchema, type SectionName, type WrittenFile } from "./cluster";
import type { Finding } from "./reader/errors";
import { isMapping } from "./reader/key-path";
import { explain, words } from "./reader/schema-problems";

/** The cluster file after the schema: valid in every section, those that it refused replaced by their stand-ins. */
export interface ParsedSections {
  readonly written: WrittenFile;
  readonly findings: readonly Finding[];
  /** Sections that the schema refused; rules that need them must not run. */
  readonly broken: ReadonlySet<SectionName>;
}

/** Parses a cluster file so that a mistake in one section does not hide those in the others. */
export function parseSections(raw: unknown): ParsedSections {
  const first = fileSchema.safeParse(raw, { error: words });
  if (first.success) return { written: first.data, findings: [], broken: new Set() };
  const { issues } = first.error;
  const isBroken = (key: SectionName) => !isMapping(raw) || issues.some(({ path }) => path[0] === key);
  const sections = ALL_SECTIONS.map(([key, { standIn }]) => [
    key,
    isBroken(key) ? standIn : (raw as Readonly<Partial<ClusterFile>>)[key],
  ]);
  return {
    written: fileSchema.parse(Object.fromEntries(sections)),
    findings: issues.flatMap((issue) => explain(issue, raw)),
    broken: new Set(ALL_SECTIONS.map(([key]) => key).filter(isBroken)),
  };
}
