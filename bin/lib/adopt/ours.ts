import type { Row } from "../cloud";
import type { Json, JsonObject } from "../stack";
import type { Kind } from "./kinds";
import type { Known } from "./known";

/**
 * Whose something is that has the name of what is wanted: this cluster's, somebody else's, or nobody can tell, because its
 * type has no tags, or because an apply was killed before it could give it some.
 */
export type Owner = "ours" | "theirs" | "unknown";

/** What says whose it is. */
interface Evidence {
  /** The tags that are wanted; undefined for a type that has none. */
  readonly tags: Json | undefined;
  /** The attributes that are wanted, as far as they are known. */
  readonly wanted: JsonObject;
  readonly kind: Kind;
  /** The line of OpenStack's list. */
  readonly row: Row;
  /** ID in OpenStack. */
  readonly id: string;
}

/** Tells whose something is: by the cluster's tag, or by what it belongs to. */
export function ownerOf({ tags, wanted, kind, row, id }: Evidence, known: Known): Owner {
  const [found, tag] = [tagsOf(row["Tags"]), tagsOf(tags).find((one) => one.startsWith("cluster="))];
  if (tag !== undefined && found.length > 0) return found.includes(tag) ? "ours" : "theirs";
  const belongs = known.isMentioned(id) || known.isKnownTo(row) || (kind.belongs?.(row, wanted) ?? false);
  return belongs ? "ours" : "unknown";
}

/** Tags of a line, or of what is wanted. */
const tagsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((tag) => typeof tag === "string") : [];
