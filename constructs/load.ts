import { dirname, resolve } from "node:path";
import { violationsOf } from "./config/check";
import {
  type ClusterConfig,
  type ClusterFile,
  resolveCluster,
  type ResolvedClusterConfig,
  type ResolvedFile,
  resolveStack,
  STACK_KEYS,
} from "./config/cluster";
import { parseWritten, type Reading } from "./config/parse";
import { ConfigError, type Finding, inAll, type Problem, problem } from "./config/reader/errors";
import { pathFrom, readText } from "./config/reader/files";
import { type KeyPath, valueAt } from "./config/reader/key-path";
import { type Origin, PatchReader } from "./config/reader/patches";
import { strangeText } from "./config/reader/strange-text";
import { readYaml } from "./config/reader/yaml";
import { RULES } from "./config/rules";
import { FILE_RULES } from "./config/rules/file";
import type { Rule } from "./config/rules/rule";
import { templatesIn } from "./config/templates";
import { patchSchema } from "./machine/patch-schema";
import { userDataSize } from "./machine/user-data";

/** What cannot be known from a cluster itself. */
export interface ParseOptions {
  /**
   * Directory that relative paths start from.
   *
   * @default "."
   */
  readonly directory?: string;
  /**
   * What messages call the cluster.
   *
   * @default "config"
   */
  readonly source?: string;
}

/** What the sections of a cluster must fulfil together, its patches and machine configs included. */
const CLUSTER_RULES = [...RULES, patchSchema, userDataSize];

/**
 * Reads a cluster file and its patches; writes nothing.
 *
 * @throws ConfigError with every problem of the file and of its patches.
 */
export function loadConfig(path: string): ResolvedFile {
  const file = readText(path);
  if ("problem" in file) throw new ConfigError(path, [problem(path, undefined, [], file.problem)]);
  const yaml = readYaml(file.text, path);
  const problems = [...yaml.problems];
  if (yaml.documents.length === 0 && problems.length === 0) {
    problems.push(problem(path, { line: 1, column: 1 }, [], "is empty; a cluster needs at least a name"));
  }
  if (yaml.documents.length > 1) {
    problems.push(
      problem(path, yaml.locate([], 1), [], 'holds several documents; one file is one cluster, remove "---"'),
    );
  }
  if (!yaml.readable) throw new ConfigError(path, problems);
  return check(yaml.documents[0], dirname(path), { ...yaml, locate: (p) => yaml.locate(p) }, FILE_RULES, problems);
}

/**
 * Checks what stands for a whole cluster file, and applies the defaults.
 *
 * @throws ConfigError with every problem of the cluster and of its patches.
 */
export function parseFile(raw: ClusterFile, { directory = ".", source = "config" }: ParseOptions = {}): ResolvedFile {
  return check(raw, directory, { name: source, locate: () => undefined }, FILE_RULES, strangeIn(raw, source));
}

/**
 * Checks a cluster that is composed into a stack of your own, and applies the defaults.
 *
 * @throws ConfigError with every problem of the cluster and of its patches.
 */
export function parseConfig(raw: ClusterConfig, options: ParseOptions = {}): ResolvedClusterConfig {
  const { directory = ".", source = "config" } = options;
  const foreign = STACK_KEYS.filter((key) => valueAt(raw, key) !== undefined).map((key) =>
    problem(source, undefined, key, "belongs to the stack that you compose the cluster into; remove it"),
  );
  // Whoever composes may give the construct a network instead.
  return check(
    { ...raw, network: raw.network ?? {} },
    directory,
    { name: source, locate: () => undefined },
    [],
    [...strangeIn(raw, source), ...foreign],
  ).config;
}

/** What the YAML reader says of a file, of a cluster that was composed in TypeScript. */
const strangeIn = (raw: unknown, source: string): Problem[] =>
  Array.from(strangeText(raw), ({ path, message }) => problem(source, undefined, path, message));

function check(
  raw: unknown,
  directory: string,
  origin: Origin,
  rules: readonly Rule[],
  earlier: readonly Problem[],
): ResolvedFile {
  const place = ({ path, message }: Finding) => problem(origin.name, origin.locate(path), path, message);
  const { findings, readings } = parseWritten(raw, origin.numberAt);
  const checked = readings.map((reading) => checkReading(reading, directory, origin, [...CLUSTER_RULES, ...rules]));
  const found = [
    ...earlier,
    ...findings.map(place),
    ...checked.slice(0, 1).flatMap(({ resolved }) => overTheFile(resolved, origin)),
    ...inAll(checked.map((one, i) => [...(readings[i]?.findings ?? []).map(place), ...one.problems])),
  ];
  // What was found wrong with a text already says enough.
  const paths = new Set(found.map(({ path }) => path));
  const problems = [...found, ...Array.from(templatesIn(raw), place).filter(({ path }) => !paths.has(path))];
  const [first] = checked;
  if (problems.length > 0 || first === undefined) throw new ConfigError(origin.name, problems);
  return first.resolved;
}

/** Files of the apply that would take the place of the cluster file itself. */
function overTheFile({ config, settings: { state } }: ResolvedFile, { name, locate }: Origin): readonly Problem[] {
  const places: readonly (readonly [string, KeyPath])[] = [
    ...(state.kind === "local" ? [[state.path, ["state", "path"]] as const] : []),
    [config.directories.talosconfig, ["directories", "talosconfig"]],
    [config.directories.kubeconfigs, ["directories", "kubeconfigs"]],
  ];
  return places
    .filter(([path]) => resolve(path) === resolve(name))
    .map(([path, key]) => problem(name, locate(key), key, `is this file itself; got ${path}; use another path`));
}

/** A cluster as one reading of its file has it, and what it and its patches violate. */
function checkReading({ written }: Reading, directory: string, origin: Origin, rules: readonly Rule[]) {
  const reader = new PatchReader(directory, origin);
  const surroundings = {
    path: (path: string) => pathFrom(directory, path),
    patches: reader.readAll.bind(reader),
  };
  const resolved: ResolvedFile = {
    config: resolveCluster(written, surroundings),
    settings: resolveStack(written, surroundings),
  };
  const violations = violationsOf(resolved, written, rules).map(({ path, message, inPatch }) =>
    inPatch === undefined
      ? problem(origin.name, origin.locate(path), path, message)
      : reader.problemIn(inPatch.patch, inPatch.document, path, message),
  );
  return { resolved, problems: [...reader.problems, ...violations] };
}
