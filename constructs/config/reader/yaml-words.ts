import { type Document, isMap, isScalar, isSeq } from "yaml";

/** Deeper is no configuration. */
export const MAX_DEPTH = 100;

/** What is said of a text that is nested deeper. */
export const TOO_DEEP = `is nested more than ${MAX_DEPTH} deep; a cluster is not`;

/** More mistakes of one text follow from each other. */
export const MANY = 100;

/** Something wrong with a YAML text, and where it begins, in characters from its start. */
export interface YamlMistake {
  readonly offset: number;
  readonly message: string;
  /** Whether the document may still mean what was written. */
  readonly readable: boolean;
}

/** What the parser found wrong with a document, in our words; what only follows from something else is left out. */
export function syntaxMistakes(document: Document.Parsed, text: string): readonly YamlMistake[] {
  const { errors, warnings, directives } = document;
  const { version, explicit } = directives.yaml;
  if (explicit === true && version !== "1.2") {
    const message = `"%YAML ${version}" reads dates, "yes" and "no" in another way than this program; remove that line`;
    return [{ offset: 0, message, readable: false }];
  }
  const found = [...errors, ...warnings].slice(0, MANY);
  const tabs = found.filter(({ code }) => code === "TAB_AS_INDENT");
  const told = tabs.length > 0 ? tabs : found;
  const offsets = new Set<number>();
  const first = told.filter(({ pos: [offset] }) => !offsets.has(offset) && offsets.add(offset));
  return first.map(({ pos: [offset], code, name, message }) => ({
    offset: message.startsWith("Missing closing") ? lastQuote(document.contents, offset) : offset,
    message: say(code, message, text, offset),
    readable: name === "YAMLWarning",
  }));
}

/** Where the text in quotes that is last in a document begins: the parser says where it should have ended. */
function lastQuote(node: unknown, otherwise: number): number {
  if (isMap(node)) return lastQuote(node.items.at(-1)?.value, otherwise);
  if (isSeq(node)) return lastQuote(node.items.at(-1), otherwise);
  return isScalar(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

function say(code: string, said: string, text: string, offset: number): string {
  const rest = lineFrom(text, offset);
  switch (code) {
    case "TAB_AS_INDENT":
      return "tabs may not indent YAML; use spaces";
    case "MULTILINE_IMPLICIT_KEY":
      return noColon(rest);
    case "MISSING_CHAR":
      return said.startsWith("Missing closing")
        ? `a text that begins with ${said.includes('"') ? '"' : "'"} has no such quote at its end; add it`
        : noColon(rest);
    case "BLOCK_AS_IMPLICIT_KEY":
      return /:(\s|$)/.test(rest)
        ? "the value holds a colon, as if it were a key; put it in quotes, or on a line of its own if it is one"
        : "the key has this value, and more is indented below it; indent that less, or remove the value";
    case "BAD_INDENT":
      return badIndent(said);
    case "BAD_SCALAR_START":
      return `text may begin with ${JSON.stringify(rest.charAt(0))} in quotes only; put it in quotes`;
    case "UNEXPECTED_TOKEN":
      return "more text stands behind the end of the value; put all of it in quotes, or remove the rest";
    case "BAD_DQ_ESCAPE":
      return `${rest.slice(0, 2)} means nothing in double quotes; use single quotes, or \\\\ for a backslash`;
    case "NON_STRING_KEY":
      return text.charAt(offset - 1) === "{" || rest.startsWith("{{")
        ? 'looks like the placeholder of a template, "{{ … }}"; fill the template in first, or put the text in quotes'
        : "keys must be text, not mappings or lists";
    case "TAG_RESOLVE_FAILED":
      return `tag ${/^\S+/.exec(rest)?.[0] ?? ""} means nothing here; remove it, or put the text in quotes`;
    default:
      if (said.includes("call stack")) return TOO_DEEP;
      return `not valid YAML: ${lowerFirst(said.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}`;
  }
}

/** What is quoted is the first word at most, and only if it may be a key: lines may hold secrets. */
function noColon(line: string): string {
  const [, word = "", colon = ""] = /^([A-Za-z][\w.-]{0,30})(:?)(?=\s|$|\S*)/.exec(line) ?? [];
  if (colon !== "") return `"${word}:" needs a space behind its colon; write "${word}: …"`;
  const what = word === "" || word.length < firstWord(line).length ? "this line" : `"${word}"`;
  return `${what} has no colon; write "key: value", or "key:" above what belongs to it`;
}

const firstWord = (line: string): string => /^\S*/.exec(line)?.[0] ?? "";

function badIndent(said: string): string {
  if (said.startsWith("Flow sequence")) return 'a list that begins with "[" has no "]" at its end; add it';
  if (said.startsWith("Flow map")) return 'a mapping that begins with "{" has no "}" at its end; add it';
  return "is indented unlike what stands beside it; begin both in the same column";
}

const lineFrom = (text: string, offset: number): string =>
  /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))?.[0].trimEnd() ?? "";

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
