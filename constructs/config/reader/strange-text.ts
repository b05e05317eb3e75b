import { objectionTo, strangeCharacters } from "./characters";
import type { Finding } from "./errors";
import type { KeyPath } from "./key-path";

/** How cdktf marks, in text, what is not known yet: as text, as a list and as a mapping. */
const MARKER = /[$#&]\{TfToken\[/;
/** What cdktf puts in the place of the values of a mapping that is not known yet. */
const STANDS_FOR_A_MAP = ["String Map Token Value", "Any Map Token Value"];
/** What cdktf looks at in a text when it searches for numbers that are not known yet. */
const NUMBERS = /(?<![-|\d.+])[-|\d.+]+e[-|\d.eE+]+/g;

/**
 * Keys and values that no text of a cluster can mean, wherever they stand: characters that nobody sees, what cdktf takes for
 * a value of its own, and a key that JavaScript loses. Each mapping and list is looked at once, however often it is used.
 */
export function* strangeText(data: unknown): Iterable<Finding> {
  const seen = new Set<unknown>();
  const left: { readonly value: unknown; readonly path: KeyPath }[] = [{ value: data, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path } = next;
    yield* objections(value).map((message) => ({ path, message }));
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      const below = [...path, isList ? Number(key) : key];
      if (!isList) yield* objectionsToKey(key).map((message) => ({ path: below, message }));
      left.push({ value: item, path: below });
    }
  }
}

function objections(value: unknown): string[] {
  if (typeof value === "number") return isTokenNumber(value) ? [meansToken(String(value))] : [];
  if (typeof value !== "string") return [];
  return [...strangeCharacters(value).map(objectionTo), ...tokensIn(value).map(meansToken)];
}

const objectionsToKey = (key: string): string[] =>
  key === "__proto__" ? ["is no key: JavaScript would lose it; rename it"] : objections(key);

/** What of a text cdktf would replace by a value of its own, or stumble over. */
function tokensIn(text: string): string[] {
  const [marker] = MARKER.exec(text) ?? STANDS_FOR_A_MAP.filter((reserved) => reserved === text);
  const number = text.match(NUMBERS)?.find((found) => isTokenNumber(parseFloat(found)));
  return [marker, number].filter((found) => found !== undefined);
}

const meansToken = (found: string): string =>
  `must not hold ${JSON.stringify(found)}, which cdktf takes for a value of its own; write it in another way`;

/** cdktf stores numbers of its tokens, and of its lists of tokens, in doubles that begin with these bits. */
const TOKEN_BITS = [0xfdff, 0xfbff];

function isTokenNumber(value: number): boolean {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  return TOKEN_BITS.includes(bits.getUint16(0));
}
