import type { Cloud, Row } from "../cloud";
import type { JsonObject, Stack, State } from "../stack";
import { DATA, idOf, type Kind, KINDS, type Progress, text } from "./kinds";
import { Known } from "./known";
import { type Owner, ownerOf } from "./ours";
import { attributesOf, missing, type Wanted } from "./wanted";

/** Something in the cloud that the stack wants and the state did not have. */
export interface Thing {
  readonly wanted: Wanted;
  readonly kind: Kind;
  /** What people call it. */
  readonly name: string;
  /** ID in the state. */
  readonly id: string;
  /** ID in the cloud. */
  readonly cloudId: string;
  /** What OpenStack says of it; undefined for what has none. */
  readonly status: string | undefined;
  readonly attributes: JsonObject;
}

/** What was found, by what is to be done with it. */
export interface Found {
  readonly adopted: readonly Thing[];
  /** What has the name of something adopted, and nothing to do with the rest. */
  readonly superfluous: readonly Thing[];
  /** What has the name only: nothing says whose it is. */
  readonly unproven: readonly Thing[];
  /** What has the name, and tags of somebody else. */
  readonly theirs: readonly Thing[];
  /** Several things where one is wanted. */
  readonly ambiguous: readonly (readonly Thing[])[];
  /** What OpenStack is at work on. */
  readonly unfinished: readonly Thing[];
  /** What is in error, or can never be completed. */
  readonly failed: readonly Thing[];
  /** What is not there: the next apply makes it. */
  readonly absent: readonly Wanted[];
}

/**
 * Looks in the cloud for all that the state does not have.
 *
 * What has the name of something that is wanted and is not proven to be the cluster's counts only if its ID is in `also`.
 */
export function find(
  stack: Stack,
  state: State | undefined,
  cloud: () => Cloud,
  also: ReadonlySet<string> = new Set(),
): Found {
  const known = new Known(state);
  const found = {
    adopted: [] as Thing[],
    superfluous: [] as Thing[],
    unproven: [] as Thing[],
    theirs: [] as Thing[],
    ambiguous: [] as (readonly Thing[])[],
    unfinished: [] as Thing[],
    failed: [] as Thing[],
    absent: [] as Wanted[],
  };
  const wanted = missing(stack, state);
  for (const [type, kind] of Object.entries(KINDS)) {
    for (const one of wanted.filter((resource) => resource.type === type)) {
      addData(one, stack, known, cloud);
      const named = candidates(one, kind, known, cloud());
      const owned = (owner: Owner) => named.filter((thing) => ownedBy(thing, known, also) === owner);
      const of = (progress: Progress, things: readonly Candidate[]) =>
        things.filter(({ row }) => (kind.progress?.(row) ?? "ready") === progress);
      const [ours, unknown] = [owned("ours"), owned("unknown")];
      const things = [...ours, ...unknown];
      const ready = mostRelated(of("ready", ours), known);
      found.failed.push(...of("failed", things));
      found.unfinished.push(...of("unfinished", things));
      found.theirs.push(...owned("theirs"));
      if (ready.length > 1) found.ambiguous.push(ready);
      else if (ready[0] !== undefined) {
        found.superfluous.push(...of("ready", things).filter((thing) => thing !== ready[0]));
        known.add(one.address, type, ready[0].attributes);
        found.adopted.push(ready[0]);
      } else if (things.length > 0) found.unproven.push(...of("ready", unknown));
      else found.absent.push(one);
    }
  }
  return found;
}

interface Candidate extends Thing {
  readonly row: Row;
}

function candidates(wanted: Wanted, kind: Kind, known: Known, cloud: Cloud): Candidate[] {
  const attributes = attributesOf(wanted, known);
  return kind
    .find(attributes, cloud, known)
    .map((row) => {
      const id = kind.id?.(row, attributes) ?? idOf(row);
      return {
        wanted,
        kind,
        name: nameOf(wanted),
        id,
        cloudId: idOf(row),
        status: text(row, "Status"),
        attributes: { ...attributes, ...kind.attributes?.(row), id },
        row,
      };
    })
    .filter(({ id }) => !known.isClaimed(wanted.type, id));
}

function ownedBy(
  { wanted, kind, row, cloudId, attributes }: Candidate,
  known: Known,
  also: ReadonlySet<string>,
): Owner {
  const owner = ownerOf({ tags: wanted.body["tags"], wanted: attributes, kind, row, id: cloudId }, known);
  return owner === "unknown" && also.has(cloudId) ? "ours" : owner;
}

/** What has no name is called by its place in the stack. */
function nameOf({ body, name }: Wanted): string {
  return text(body, "name") ?? name.replace(/_[0-9A-F]{8}$/, "");
}

/** Of several, those that the state refers to; or else that belong to something known; or else that are in use. */
function mostRelated(things: readonly Candidate[], known: Known): readonly Candidate[] {
  if (things.length < 2) return things;
  const relations: readonly ((thing: Candidate) => boolean)[] = [
    ({ cloudId }) => known.isMentioned(cloudId),
    ({ row }) => known.isKnownTo(row),
    ({ kind, row }) => kind.inUse?.(row) ?? false,
  ];
  return relations.map((relation) => things.filter(relation)).find(({ length }) => length === 1) ?? things;
}

/** A lost state knows no data sources either. */
function addData({ body }: Wanted, stack: Stack, known: Known, cloud: () => Cloud): void {
  for (const [, type = "", name = ""] of JSON.stringify(body).matchAll(/\$\{data\.(\w+)\.([\w-]+)\./g)) {
    const address = `data.${type}.${name}`;
    const source = stack.data?.[type]?.[name];
    if (known.has(address) || source === undefined) continue;
    const rows = DATA[type]?.(source, cloud()) ?? [];
    if (rows.length === 1 && rows[0] !== undefined) known.add(address, type, { id: idOf(rows[0]) });
  }
}
