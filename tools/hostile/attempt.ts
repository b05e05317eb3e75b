import type { ClusterFile } from "../../constructs/config/cluster";
import { ConfigError } from "../../constructs/config/reader/errors";
import { formatPath } from "../../constructs/config/reader/key-path";
import { parseFile } from "../../constructs/load";
import { BASES, DIRECTORY } from "./bases";
import type { Place } from "./places";
import { TEXTS } from "./texts";

/** One text at one place, and what the program made of it. */
export interface Attempt {
  readonly place: Place;
  /** What the text is called. */
  readonly kind: string;
  readonly text: string;
  readonly outcome: "accepted" | "refused";
  /** Problems that are about another place. */
  readonly elsewhere: readonly string[];
}

/** Puts texts at a place, one at a time, into a file that is valid without them. */
export const attemptsAt = (place: Place, texts = TEXTS): readonly Attempt[] =>
  Object.entries(texts).map(([kind, text]) => attempt(place, kind, text));

function attempt(place: Place, kind: string, text: string): Attempt {
  try {
    parseFile(place.put(BASES[place.base], text) as ClusterFile, { directory: DIRECTORY });
    return { place, kind, text, outcome: "accepted", elsewhere: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const here = formatPath(place.path(text));
    const elsewhere = error.problems.filter(
      ({ path }) => path !== here && !here.startsWith(path) && !path.startsWith(here),
    );
    return {
      place,
      kind,
      text,
      outcome: "refused",
      elsewhere: elsewhere.map(({ path, message }) => `${path}: ${message}`),
    };
  }
}
