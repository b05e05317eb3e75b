/** Characters that are never meant in a cluster file, and how text is shown that may hold some. */

/** What turns the direction of text around: a person reads something else than the program. */
const BIDI = "\\u202a-\\u202e\\u2066-\\u2069";

/** Controls but tab and newline; noncharacters; what a decoder puts in the place of bytes that are no UTF-8; half characters. */
const NEVER = new RegExp(`[\\0-\\b\\v-\\x1f\\x7f-\\x9f${BIDI}\\ufffd-\\uffff\\p{Surrogate}]`, "gu");

/** Characters that are never meant in a value, each once. */
export const strangeCharacters = (text: string): readonly string[] => [...new Set(text.match(NEVER) ?? [])];

/** A character that is never meant, where it stands first in a text, and how often it stands there. */
export interface StrangeCharacter {
  readonly character: string;
  readonly offset: number;
  readonly count: number;
}

/** Characters that are never meant in a file; its lines may end with a carriage return. */
export function strangeCharactersOf(file: string): readonly StrangeCharacter[] {
  const found = new Map<string, StrangeCharacter>();
  for (const { 0: character, index: offset } of file.matchAll(NEVER)) {
    if (character === "\r" && file[offset + 1] === "\n") continue;
    const known = found.get(character);
    found.set(character, known ? { ...known, count: known.count + 1 } : { character, offset, count: 1 });
  }
  return [...found.values()];
}

/** What is wrong with a character, and what to do. */
export function objectionTo(character: string): string {
  const name = `U+${hex(character)}`;
  if (character === "\ufffd") return `holds ${name}, which stands for what is not UTF-8; save the file as UTF-8`;
  if (new RegExp(`[${BIDI}]`).test(character))
    return `holds ${name}, which shows the text after it in another order; remove it`;
  if (/\p{Surrogate}/u.test(character)) return `holds ${name}, which is half a character; remove it`;
  return `holds the control character ${name}; remove it`;
}

/** Text as it may be printed: what could steer a terminal, or show the text in another order, is named instead. */
export const printable = (text: string): string =>
  text.replace(new RegExp(`[\\p{Cc}\\p{Surrogate}${BIDI}\\u2028\\u2029\\ufeff]`, "gu"), (c) => `\\u${hex(c)}`);

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
