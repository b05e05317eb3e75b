import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { ConfigError, type Problem } from "../../constructs/config/reader/errors";
import { loadConfig } from "../../constructs/load";
import { BASES, DIRECTORY } from "./bases";
import type { Place } from "./places";

const MARK = "here-stands-the-text";

/** A file with a text at a place, as somebody would write it, and the line of the text. */
function written(file: unknown, text: string): { readonly yaml: string; readonly line: number } {
  const yaml = stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
  const line = yaml.split("\n").findIndex((one) => one.includes(MARK)) + 1;
  return { yaml: yaml.replace(MARK, () => JSON.stringify(text)), line };
}

/** Whether a text at a place of the cluster file is refused, and with the line where it stands; undefined if it is accepted. */
export function refusedAtItsLine(place: Place, text: string): boolean | undefined {
  const { yaml, line } = written(place.put(BASES[place.base], MARK), text);
  const problems = problemsOf(yaml, {});
  return problems && problems.some((problem) => problem.source.endsWith("cluster.yaml") && problem.line === line);
}

/** The same of a text in the file of a patch: as a value, and as a key. */
export function refusedInPatchFile(text: string, isKey: boolean): boolean | undefined {
  const env = isKey ? { [MARK]: "a" } : { KEY: MARK };
  const { yaml, line } = written({ machine: { sysctls: { "vm.swappiness": "1" }, env } }, text);
  const file = stringify({ ...BASES[0], patches: { global: ["patch.yaml"] } }, { aliasDuplicateObjects: false });
  const problems = problemsOf(file, { "patch.yaml": yaml });
  return problems && problems.some((problem) => problem.source.endsWith("patch.yaml") && problem.line === line);
}

/** What is wrong with a cluster file beside which other files are; undefined if nothing is. */
function problemsOf(yaml: string, others: Readonly<Record<string, string>>): readonly Problem[] | undefined {
  const directory = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    symlinkSync(join(DIRECTORY, "patches"), join(directory, "patches"));
    for (const [name, text] of Object.entries({ ...others, "cluster.yaml": yaml })) {
      writeFileSync(join(directory, name), text);
    }
    loadConfig(join(directory, "cluster.yaml"));
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
