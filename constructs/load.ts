import { dirname } from "node:path";
import { ConfigError, problem } from "./config/reader/errors";
import { readText } from "./config/reader/files";
import { type Origin, PatchReader } from "./config/reader/patches";
import { readYaml } from "./config/reader/yaml";
import { resolveConfig } from "./config/resolve";
import { RULES } from "./config/rules";
import { violationsOf } from "./config/rules/rule";
import type { ClusterConfig } from "./config/schema";
import { parseSections } from "./config/sections";
import type { ResolvedClusterConfig } from "./config/types";
import { userDataSize } from "./machine/user-data";

/** What `parseConfig` cannot know from the cluster itself. */
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

/** What the whole cluster must fulfil, its machine configs included. */
const ALL_RULES = [...RULES, userDataSize];

/**
 * Reads a cluster file and its patches; writes nothing.
 *
 * @throws ConfigError with every problem of the file and of its patches.
 */
export function loadConfig(path: string): ResolvedClusterConfig {
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
  return check(yaml.documents[0], dirname(path), { name: path, locate: (p) => yaml.locate(p) }, problems);
}

/**
 * Checks a cluster that is composed in TypeScript, and applies the defaults.
 *
 * @throws ConfigError with every problem of the cluster and of its patches.
 */
export function parseConfig(raw: ClusterConfig, options: ParseOptions = {}): ResolvedClusterConfig {
  const { directory = ".", source = "config" } = options;
  return check(raw, directory, { name: source, locate: () => undefined }, []);
}

function check(
  raw: unknown,
  directory: string,
  origin: Origin,
  earlier: ConfigError["problems"],
): ResolvedClusterConfig {
  const sections = parseSections(raw);
  const patches = new PatchReader(directory, origin);
  const config = resolveConfig(sections.parsed, { directory, patch: (patch, place) => patches.read(patch, place) });
  const problems = [
    ...earlier,
    ...sections.findings.map(({ path, message }) => problem(origin.name, origin.locate(path), path, message)),
    ...patches.problems,
    ...violationsOf(ALL_RULES, config, sections).map(({ path, message, inPatch }) =>
      inPatch === undefined
        ? problem(origin.name, origin.locate(path), path, message)
        : patches.problemIn(inPatch.patch, inPatch.document, path, message),
    ),
  ];
  if (problems.length > 0) throw new ConfigError(origin.name, problems);
  return config;
}
