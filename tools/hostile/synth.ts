import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Testing } from "cdktf";
import { ClusterStack } from "../../constructs/cluster-stack";
import type { ClusterFile } from "../../constructs/config/cluster";
import { ConfigError } from "../../constructs/config/reader/errors";
import { valueAt } from "../../constructs/config/reader/key-path";
import { parseFile } from "../../constructs/load";
import type { Attempt } from "./attempt";
import { BASES, DIRECTORY } from "./bases";
import { expressionsOf, meantBy, textsIn, textsOf, unescaped, withoutTexts } from "./json";

/** A stack in which several texts stand, each at a place of its own. */
export interface Round {
  readonly attempts: readonly Attempt[];
  readonly json: unknown;
  /** Expressions that the stack has and the one of its base file has not, and the other way around. */
  readonly expressions: readonly string[];
  /** Texts that stand nowhere in the stack as themselves. */
  readonly missing: readonly Attempt[];
}

/** Puts the texts that were accepted into as few files as possible, and looks at what becomes of each file. */
export function* rounds(accepted: readonly Attempt[]): Iterable<Round> {
  for (const [base, file] of BASES.entries()) {
    const expected = expressions(synthesized(file));
    let left = accepted.filter(({ place }) => place.base === base);
    while (left.length > 0) {
      const [together, data] = put(firstOfEach(left), file);
      const json = synthesized(data);
      // Two texts may not go together that are right by themselves.
      const attempts = json === undefined ? together.slice(0, 1) : together;
      yield look(attempts, json ?? synthesized(put(attempts, file)[1]), expected);
      left = left.filter((attempt) => !attempts.includes(attempt));
    }
  }
}

/** The first text of each place. */
const firstOfEach = (attempts: readonly Attempt[]): Attempt[] => [
  ...new Map([...attempts].reverse().map((attempt) => [attempt.place, attempt])).values(),
];

/** The file with the texts at their places; and the attempts whose text another one has not taken the place of. */
function put(attempts: readonly Attempt[], file: unknown): readonly [readonly Attempt[], unknown] {
  const data = attempts.reduce<unknown>((before, { place, text }) => place.put(before, text), file);
  const stands = ({ place, text }: Attempt): boolean => {
    const path = place.path(text);
    const value = valueAt(data, path);
    return value === text || (value !== undefined && path.at(-1) === text);
  };
  return [attempts.filter(stands), data];
}

function look(attempts: readonly Attempt[], json: unknown, expected: readonly string[]): Round {
  const all = textsOf(json);
  const meant = new Set([
    ...all.map(unescaped).flatMap((text) => meantBy(text)),
    ...all.flatMap(expressionsOf).flatMap(textsIn),
  ]);
  const whole = [...meant].join("\0");
  const now = expressions(json);
  return {
    attempts,
    json,
    expressions: [...now.filter((one) => !expected.includes(one)), ...expected.filter((one) => !now.includes(one))],
    missing: attempts.filter(({ text }) => !meant.has(text) && !whole.includes(text)),
  };
}

const expressions = (json: unknown): string[] =>
  [...new Set(textsOf(json).flatMap(expressionsOf).map(withoutTexts))].sort();

/** The JSON of a file; undefined if it is refused. With the pod network whose values the file has. */
export function synthesized(file: unknown): unknown {
  const { cni, ...rest } = file as ClusterFile;
  const outdir = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    const resolved = parseFile({ ...rest, cni: { ...cni, kind: "cilium" } }, { directory: DIRECTORY });
    return JSON.parse(Testing.synth(new ClusterStack(Testing.app({ outdir }), "hostile", resolved))) as unknown;
  } catch (error) {
    if (error instanceof ConfigError) return undefined;
    throw error;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
