import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments, visit } from "yaml";
import { type Position, type Problem, problem } from "./errors";
import type { KeyPath } from "./key-path";

/** A YAML text that was read: its documents as plain data, what is wrong with it, and where everything stands. */
interface YamlSource {
  readonly name: string;
  /** Empty documents are left out. */
  readonly documents: readonly unknown[];
  readonly problems: readonly Problem[];
  /** Whether the documents mean what was written in spite of the problems. */
  readonly readable: boolean;
  /** Where the key or the item at a path stands, or else the nearest one above it that exists. */
  readonly locate: (path: KeyPath, document?: number) => Position;
}

/** Reads a YAML text with one or more documents; throws nothing. */
export function readYaml(text: string, name: string): YamlSource {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems: Problem[] = [];
  const parsed = parseAllDocuments(text, { lineCounter: lines, merge: true, stringKeys: true });
  const read = Array.from(parsed).flatMap((document) => {
    for (const { pos, code, message } of [...document.errors, ...document.warnings]) {
      problems.push(problem(name, position(pos[0]), [], say(code, message, text.slice(pos[0]))));
    }
    try {
      const data: unknown = document.toJS();
      return data === null || data === undefined ? [] : [{ document, data }];
    } catch (error) {
      // Aliases are the only thing that fails this late: unknown ones, and those that unfold without end.
      const message = error instanceof Error ? error.message : String(error);
      problems.push(problem(name, position(unresolvedAlias(document)), [], `not valid YAML: ${lowerFirst(message)}`));
      return [];
    }
  });

  return {
    name,
    documents: read.map(({ data }) => data),
    problems,
    readable: parsed.every(({ errors }) => errors.every(({ code }) => code === "DUPLICATE_KEY")) && read.length > 0,
    locate: (path, index = 0) => {
      const document = read[index]?.document;
      return position(document === undefined ? 0 : offsetOf(document, path));
    },
  };
}

function unresolvedAlias(document: Document.Parsed): number {
  let offset = document.range[0];
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0] ?? offset;
      return visit.BREAK;
    },
  });
  return offset;
}

function offsetOf(document: Document.Parsed, path: KeyPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (pair === undefined) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function say(code: string, message: string, rest: string): string {
  switch (code) {
    case "DUPLICATE_KEY":
      return `key "${/^[^\s:]+/.exec(rest)?.[0] ?? ""}" is given twice; keep one of them`;
    case "TAB_AS_INDENT":
      return "tabs may not indent YAML; use spaces";
    default:
      return `not valid YAML: ${lowerFirst(message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}`;
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
