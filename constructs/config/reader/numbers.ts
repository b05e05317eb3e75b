/** What is wrong with a number as it was written; undefined for a good one, and for what is none. */
export function numberObjection(value: unknown, source: string): string | undefined {
  if (typeof value !== "number") return undefined;
  if (!Number.isFinite(value))
    return `${source} is no number that a configuration can hold; put it in quotes if it is text`;
  if (/^[-+]?0\d/.test(source)) {
    return `${source} is read as ${value}: write 0o${source.replace(/^[-+]?0+/, "") || "0"} for an octal number, or put it in quotes`;
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return `${source} has more digits than a number can keep; put it in quotes if it is text`;
  }
  return undefined;
}
