/** Where something stands in a YAML document: keys of mappings and indexes of lists, from the top. */
export type KeyPath = readonly (string | number)[];

const PLAIN_KEY = /^[\w-]+$/;

/** Longest key, in characters, that is shown whole. */
const LONGEST_KEY = 80;
const shortened = (key: string): string => (key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY - 1)}…` : key);

/** A path as operators read it, for example `workers.general.labels["example.org/disk"]` or `patches.global[0]`. */
export const formatPath = (path: KeyPath): string =>
  path
    .map((part, i) => {
      if (typeof part === "number") return `[${part}]`;
      if (!PLAIN_KEY.test(part) || part.length > LONGEST_KEY) return `[${JSON.stringify(shortened(part))}]`;
      return i === 0 ? part : `.${part}`;
    })
    .join("");

/** The value at a path of plain data; undefined if nothing is there. */
export function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[part];
  }
  return value;
}

/** Whether a value is a mapping: not a list, not null. */
export const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A copy with another value at a path; without the key where that is undefined. */
export function changed(data: unknown, [key, ...rest]: KeyPath, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(data);
  if (Array.isArray(data)) {
    return data.map((item: unknown, i) => (i === key ? changed(item, rest, change) : item));
  }
  const mapping = isMapping(data) ? data : {};
  const value = changed(Object.hasOwn(mapping, key) ? mapping[key] : undefined, rest, change);
  return Object.fromEntries([
    ...Object.entries(mapping).filter(([other]) => other !== key),
    ...(value === undefined ? [] : [[key, value]]),
  ]);
}
