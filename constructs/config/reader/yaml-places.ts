import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from "yaml";
import type { KeyPath } from "./key-path";

/** What stands at a path of a document, and where its key or item begins; the nearest above it if it does not exist. */
export interface Place {
  readonly offset: number;
  /** Undefined if it does not exist. */
  readonly node: unknown;
}

/** Finds places in a document; each mapping is indexed once, however many places are looked up in it. */
export function placesOf(document: Document.Parsed): (path: KeyPath) => Place {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const indexOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const known = indexes.get(map) ?? new Map(map.items.flatMap((pair) => entryOf(pair)).reverse());
    indexes.set(map, known);
    return known;
  };
  return (path) => {
    let node: unknown = document.contents;
    let offset = document.contents?.range[0] ?? 0;
    for (const part of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = indexOf(node).get(String(part));
        if (pair === undefined) return { offset, node: undefined };
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(part)];
        offset = (node as Node | undefined)?.range?.[0] ?? offset;
      } else {
        return { offset, node: undefined };
      }
    }
    return { offset, node };
  };
}

const entryOf = (pair: Pair): [string, Pair][] => (isScalar(pair.key) ? [[String(pair.key.value), pair]] : []);
