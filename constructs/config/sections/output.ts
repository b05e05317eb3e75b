import { normalize } from "node:path";
import type { Finding } from "../reader/errors";
import type { KeyPath } from "../reader/key-path";

/** A file that must last is not inside of what a synth or the generator makes anew. */
export function* insideOfOutput(path: KeyPath, place: string): Iterable<Finding> {
  const output = normalize(place)
    .split("/")
    .find((part) => part === "cdktf.out" || part === ".gen");
  if (output !== undefined) {
    yield {
      path,
      message: `must not be inside of ${output}, which is made anew; got ${place}; use a directory of its own`,
    };
  }
}
