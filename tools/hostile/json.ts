import { parseAllDocuments } from "yaml";

/** The expressions of a text as OpenTofu reads it: what stands in `${…}` and `%{…}` that is not escaped by a doubled sign. */
export function expressionsOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (/^(\$\$|%%)\{/.test(text.slice(at, at + 3))) at += 2;
    else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
      const end = endOf(text, at + 2);
      found.push(text.slice(at, end));
      at = end - 1;
    }
  }
  return found;
}

const QUOTED = /"(?:[^"\\]|\\.)*"/g;

/** An expression without the texts that it has in quotes, which mean themselves unless they hold expressions. */
export const withoutTexts = (expression: string): string =>
  expression.replace(QUOTED, (quoted) => (expressionsOf(quoted).length > 0 ? quoted : '""'));

/** The texts that an expression has in quotes, as OpenTofu reads them. */
export const textsIn = (expression: string): string[] =>
  (expression.match(QUOTED) ?? []).map((quoted) => unescaped(JSON.parse(quoted) as string));

/** Where an expression ends whose braces are open: after the brace that closes it, and not one in quotes. */
function endOf(text: string, start: number): number {
  let open = 1;
  for (let at = start; at < text.length; at++) {
    const [sign] = text.slice(at);
    if (sign === '"') at = endOfQuotes(text, at + 1);
    else if (sign === "{") open++;
    else if (sign === "}" && --open === 0) return at + 1;
  }
  return text.length;
}

function endOfQuotes(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** What OpenTofu makes of a text without expressions. */
export const unescaped = (text: string): string => text.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{");

/** Every key and every text of JSON. */
export function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)]);
}

/** Every key and every text of a document and of the documents in its texts: JSON by lines, and YAML. */
export function meantBy(text: string, deep = 0): string[] {
  if (deep > 4 || !/[{:]/.test(text)) return [text];
  const inside = documentsIn(text).flatMap(textsOf);
  return [text, ...inside.flatMap((inner) => meantBy(inner, deep + 1))];
}

function documentsIn(text: string): unknown[] {
  const lines = text.split("\n").flatMap((line) => {
    try {
      return line.startsWith("{") || line.startsWith("[") ? [JSON.parse(line) as unknown] : [];
    } catch {
      return [];
    }
  });
  if (lines.length > 0 || !/^(apiVersion|customization):/.test(text)) return lines;
  return parseAllDocuments(text).map((document) => document.toJS() as unknown);
}
