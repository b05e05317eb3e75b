import { dirname } from "node:path";
import { ConfigError, problem } from "./reader/errors";
import { readText } from "./reader/files";
import { type Origin, PatchReader } from "./reader/patches";
import { resolveConfig } from "./resolve";
import { RULES } from "./rules";
import type { Rule } from "./rules/rule";
import type { ClusterConfig } from "./schema";
import { parseSections } from "./sections";
import type { ResolvedClusterConfig } from "./types";
import { readYaml } from "./reader/yaml";

export { configWarnings } from "./warnings";

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
  /**
   * Rules besides the built-in ones.
   *
   * @default - none
   */
  readonly extraRules?: readonly Rule[];
}

/**
 * Reads a cluster file and its patches; writes nothing.
 *
 * @throws ConfigError with every problem of the file and of its patches.
 */
export function loadConfig(path: string, extraRules: readonly Rule[] = []): ResolvedClusterConfig {
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
  return check(yaml.documents[0], dirname(path), { name: path, locate: (p) => yaml.locate(p) }, extraRules, problems);
}

/**
 * Checks a cluster that is composed in TypeScript, and applies the defaults.
 *
 * @throws ConfigError with every problem of the cluster and of its patches.
 */
export function parseConfig(raw: ClusterConfig, options: ParseOptions = {}): ResolvedClusterConfig {
  const { directory = ".", source = "config", extraRules = [] } = options;
  return check(raw, directory, { name: source, locate: () => undefined }, extraRules, []);
}

function check(
  raw: unknown,
  directory: string,
  origin: Origin,
  extraRules: readonly Rule[],
  earlier: ConfigError["problems"],
): ResolvedClusterConfig {
  const { parsed, findings, broken } = parseSections(raw);
  const patches = new PatchReader(directory, origin);
  const config = resolveConfig(parsed, { directory, patch: (patch, place) => patches.read(patch, place) });
  const violations = [...RULES, ...extraRules]
    .filter(({ needs }) => !needs.some((section) => broken.has(section)))
    .flatMap((rule) => [...rule.check(config, parsed)]);
  const problems = [
    ...earlier,
    ...findings.map(({ path, message }) => problem(origin.name, origin.locate(path), path, message)),
    ...patches.problems,
    ...violations.map(({ path, message, inPatch }) =>
      inPatch === undefined
        ? problem(origin.name, origin.locate(path), path, message)
        : patches.problemIn(inPatch.patch, inPatch.document, path, message),
    ),
  ];
  if (problems.length > 0) throw new ConfigError(origin.name, problems);
  return config;
}
