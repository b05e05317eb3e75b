import { printable } from "./characters";
import { formatPath, type KeyPath } from "./key-path";

/** A place in a text, counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something to say about a place of the cluster file. */
export interface Finding {
  readonly path: KeyPath;
  /** What is wrong, the value got, what is allowed, what to do. */
  readonly message: string;
}

/** One thing that is wrong with a cluster, and where it was said. */
export interface Problem {
  /** The cluster file or the patch file, as the reader was given it. */
  readonly source: string;
  /** Undefined for a cluster that was composed in TypeScript. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** The keys that lead to it, for example `controlPlane.count`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong, the value got, what is allowed, what to do. */
  readonly message: string;
}

/** A problem from its parts; without a position for what was composed in TypeScript. */
export const problem = (source: string, position: Position | undefined, path: KeyPath, message: string): Problem => ({
  source,
  line: position?.line,
  column: position?.column,
  path: formatPath(path),
  message,
});

/** Longer lists are not read to their end. */
const SHOWN = 100;

/** A cluster that cannot be built: every problem at once, in the order of the file. */
export class ConfigError extends Error {
  public readonly problems: readonly Problem[];

  public constructor(source: string, problems: readonly Problem[]) {
    const sorted = distinct(problems).sort(
      (a, b) =>
        Number(a.source !== source) - Number(b.source !== source) ||
        a.source.localeCompare(b.source) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0),
    );
    const count = sorted.length === 1 ? "1 problem" : `${sorted.length} problems`;
    const rest = sorted.length > SHOWN ? [`and ${sorted.length - SHOWN} more`] : [];
    super([printable(`${source}: ${count}`), ...sorted.slice(0, SHOWN).map(formatProblem), ...rest].join("\n"));
    this.name = "ConfigError";
    this.problems = sorted;
  }
}

/** One line of the report, for example `cluster.yaml:12:3  controlPlane.count: must be odd …`. */
function formatProblem({ source, line, column, path, message }: Problem): string {
  const place = line === undefined ? source : `${source}:${line}:${column}`;
  return printable(`${place}  ${path === "" ? "" : `${path}: `}${message}`);
}

/** A patch file that is used twice has its problems once. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((p) => [formatProblem(p), p])).values(),
];

/** Problems that stand in each of these lists. */
export function inAll([first = [], ...others]: readonly (readonly Problem[])[]): readonly Problem[] {
  const texts = others.map((list) => new Set(list.map(formatProblem)));
  return first.filter((p) => texts.every((known) => known.has(formatProblem(p))));
}
