import { isScalar, LineCounter, parseAllDocuments } from "yaml";
import { objectionTo, strangeCharactersOf } from "./characters";
import { type Position, type Problem, problem } from "./errors";
import type { KeyPath } from "./key-path";
import { strangeText } from "./strange-text";
import { placesOf } from "./yaml-places";
import { valueMistakes } from "./yaml-values";
import { syntaxMistakes, TOO_DEEP, type YamlMistake } from "./yaml-words";

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
  /** The number at a path of the first document as it was written, for example 0o17. */
  readonly numberAt: (path: KeyPath) => string | undefined;
}

/** Reads a YAML text with one or more documents; throws nothing. */
export function readYaml(text: string, name: string): YamlSource {
  const lines = new LineCounter();
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes: YamlMistake[] = [];
  const report = (more: readonly YamlMistake[]) => mistakes.push(...more);
  const readable = () => mistakes.every((mistake) => mistake.readable);
  const read = parse(text, lines, report).flatMap((document) => {
    const syntax = syntaxMistakes(document, text);
    report(syntax);
    // What the parser made of a broken text was not meant, and may be too large.
    if (syntax.every((mistake) => mistake.readable)) report(valueMistakes(document));
    const data: unknown = readable() ? document.toJS({ maxAliasCount: -1 }) : undefined;
    return data === null || data === undefined ? [] : [{ data, placeOf: placesOf(document) }];
  });
  const strange = strangeCharactersOf(text);
  const reported = new Set(strange.map(({ character }) => objectionTo(character)));
  const problems = [
    ...mistakes.map(({ offset, message }) => problem(name, position(offset), [], message)),
    ...strange.map(({ character, offset, count }) =>
      problem(name, position(offset), [], objectionTo(character) + (count > 1 ? `, and ${count - 1} more of it` : "")),
    ),
    // What stands there as it is has been found above, at its very place.
    ...read.flatMap(({ data, placeOf: at }) =>
      Array.from(strangeText(data))
        .filter(({ message }) => !reported.has(message))
        .map(({ path, message }) => problem(name, position(at(path).offset), path, message)),
    ),
  ];
  const placeOf = (path: KeyPath, index: number) => read[index]?.placeOf(path) ?? { offset: 0, node: undefined };
  return {
    name,
    documents: read.map(({ data }) => data),
    problems,
    readable: readable() && read.length > 0,
    locate: (path, index = 0) => position(placeOf(path, index).offset),
    numberAt: (path) => {
      const { node } = placeOf(path, 0);
      return isScalar(node) && typeof node.value === "number" ? node.source : undefined;
    },
  };
}

function parse(text: string, lineCounter: LineCounter, report: (mistakes: readonly YamlMistake[]) => unknown) {
  try {
    // Keys given twice are found by us: here it takes a time that grows with the square of their number. So do pretty errors.
    const options = { lineCounter, merge: true, stringKeys: true, uniqueKeys: false, prettyErrors: false } as const;
    return Array.from(parseAllDocuments(text, options));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report([{ offset: 0, message: TOO_DEEP, readable: false }]);
    return [];
  }
}
