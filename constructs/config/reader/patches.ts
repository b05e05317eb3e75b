import type { Json } from "../json";
import { type Position, type Problem, problem } from "./errors";
import { pathFrom, readText } from "./files";
import { formatPath, isMapping, type KeyPath } from "./key-path";
import { readYaml } from "./yaml";

/** A patch as it is written: a path, one document, or several. */
export type WrittenPatch = string | Readonly<Record<string, Json>> | readonly Json[];

/** A patch that was read: its YAML documents in order, and where they came from. */
export interface ResolvedPatch {
  /** The path in the cluster file, or the file's own path; for messages. */
  readonly source: string;
  readonly documents: readonly Json[];
}

/** Where the cluster file's keys stand; nowhere for a cluster composed in TypeScript. */
export interface Origin {
  /** The cluster file, or what stands for it in messages. */
  readonly name: string;
  readonly locate: (path: KeyPath) => Position | undefined;
  /** The number at a path as it was written. */
  readonly numberAt?: (path: KeyPath) => string | undefined;
}

/** Makes a problem at a place inside of a patch, whichever file that is. */
type At = (document: number, path: KeyPath, message: string) => Problem;

/** A patch file that was read, or why it could not be. */
type Yaml = ReturnType<typeof readYaml> | { readonly problem: string };

/** Reads the patches of a cluster, and remembers where each came from. */
export class PatchReader {
  public readonly problems: Problem[] = [];
  private readonly origins = new Map<ResolvedPatch, At>();
  private readonly files = new Map<string, Yaml>();

  public constructor(
    private readonly directory: string,
    private readonly clusterFile: Origin,
  ) {}

  /** Reads the patches of a list: files where they are paths, else themselves. */
  public readAll(patches: readonly WrittenPatch[], place: KeyPath): ResolvedPatch[] {
    return patches.map((patch, i) =>
      typeof patch === "string" ? this.readFile(patch, [...place, i]) : this.readInline(patch, [...place, i]),
    );
  }

  /** A problem inside of a patch that this reader has read. */
  public problemIn(patch: ResolvedPatch, document: number, path: KeyPath, message: string): Problem {
    return this.origins.get(patch)?.(document, path, message) ?? problem(patch.source, undefined, path, message);
  }

  private readFile(path: string, place: KeyPath): ResolvedPatch {
    const file = pathFrom(this.directory, path);
    const failed = (message: string) => {
      this.problems.push(problem(this.clusterFile.name, this.clusterFile.locate(place), place, message));
      return { source: file, documents: [] };
    };
    if (path.includes("\n")) return failed('must be a path or a mapping; drop the "|" to write the patch here');
    const yaml = this.yamlOf(file);
    if ("problem" in yaml) return failed(`${yaml.problem}; paths are relative to the cluster file`);
    this.problems.push(...yaml.problems);
    if (yaml.documents.length === 0 && yaml.problems.length === 0) return failed(`${file} is empty; remove the patch`);
    return this.keep(file, yaml.readable ? yaml.documents : [], (document, inner, message) =>
      problem(file, yaml.locate(inner, document), inner, message),
    );
  }

  /** A file that is used many times is read once. */
  private yamlOf(file: string): Yaml {
    const known = this.files.get(file);
    if (known !== undefined) return known;
    const result = readText(file);
    const yaml = "problem" in result ? result : readYaml(result.text, file);
    this.files.set(file, yaml);
    return yaml;
  }

  private readInline(patch: Exclude<WrittenPatch, string>, place: KeyPath): ResolvedPatch {
    const several = Array.isArray(patch) && !isJson6902(patch);
    return this.keep(formatPath(place), several ? patch : [patch], (document, inner, message) => {
      const path = [...place, ...(several ? [document] : []), ...inner];
      return problem(this.clusterFile.name, this.clusterFile.locate(path), path, message);
    });
  }

  private keep(source: string, documents: readonly unknown[], at: At): ResolvedPatch {
    const wrong = documents.map(notStrategic);
    const patch = { source, documents: documents.filter((_, i) => wrong[i] === undefined) as Json[] };
    wrong.forEach((message, i) => message !== undefined && this.problems.push(at(i, [], message)));
    // Documents that are left out move the others up, so that their places are looked up by what they are.
    this.origins.set(patch, (i, path, message) => at(documents.indexOf(patch.documents[i]), path, message));
    return patch;
  }
}

const isJson6902 = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item) => isMapping(item) && "op" in item && "path" in item);

function notStrategic(document: unknown): string | undefined {
  if (isMapping(document)) return Object.keys(document).length === 0 ? "is empty; remove the patch" : undefined;
  if (isJson6902(document)) {
    return (
      "must be a strategic merge patch, got a JSON6902 patch (a list of op and path): " +
      "Talos refuses those for configs of several documents, which all of 1.12 and newer are"
    );
  }
  return `must be a mapping such as "machine: …", got ${Array.isArray(document) ? "a list" : typeof document}`;
}
