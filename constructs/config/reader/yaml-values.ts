import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { numberObjection } from "./numbers";
import { MANY, MAX_DEPTH, TOO_DEEP, type YamlMistake } from "./yaml-words";

/** More aliases than anybody writes, and more values than a cluster has; both take time that grows faster than they do. */
const MAX_ALIASES = 1_000;
const MAX_VALUES = 100_000;

/** What is wrong with the values of a document: keys given twice, aliases that lead nowhere or unfold without end, numbers. */
export function valueMistakes(document: Document.Parsed): readonly YamlMistake[] {
  return new Walk().of(document.contents).slice(0, MANY);
}

class Walk {
  private readonly mistakes: YamlMistake[] = [];
  private readonly anchors = new Map<string, Node>();
  /** Number of values that each node stands for; undefined while it is counted. */
  private readonly sizes = new Map<Node, number | undefined>();
  private aliases = 0;
  private depth = 0;

  public of(contents: Node | null): readonly YamlMistake[] {
    const values = this.size(contents);
    if (this.aliases > MAX_ALIASES) {
      this.end(
        contents,
        `has ${this.aliases} aliases; at most ${MAX_ALIASES} are possible; write out what they stand for`,
      );
    } else if (values > MAX_VALUES) {
      this.end(contents, `unfolds to more than ${MAX_VALUES} values; use fewer aliases, or make it shorter`);
    }
    return this.mistakes;
  }

  /** Number of values below a node, aliases unfolded. */
  private size(node: unknown): number {
    if (isAlias(node)) return this.sizeOfAlias(node.source, node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return 1;
    const { anchor } = node;
    if (anchor !== undefined) this.anchors.set(anchor, node);
    if (this.depth > MAX_DEPTH) {
      this.end(node, TOO_DEEP);
      return 1;
    }
    this.depth++;
    this.sizes.set(node, undefined);
    const size = 1 + this.below(node);
    this.sizes.set(node, size);
    this.depth--;
    return size;
  }

  private below(node: Node): number {
    if (isSeq(node)) return node.items.reduce<number>((sum, item) => sum + this.size(item), 0);
    if (isMap(node)) {
      const keys = new Set<string>();
      return node.items.reduce((sum, pair) => sum + this.ofPair(pair, keys), 0);
    }
    const objection = isScalar(node) ? numberObjection(node.value, node.source ?? "") : undefined;
    if (objection !== undefined) this.add(node, objection);
    return 0;
  }

  private ofPair({ key, value }: Pair, keys: Set<string>): number {
    if (isScalar(key) && isMerge(key)) {
      if (!this.isMergeable(value))
        this.end(key, '"<<" merges mappings into this one; give it a mapping, an alias of one, or a list of these');
    } else if (isScalar(key)) {
      const name = String(key.value);
      if (keys.has(name)) this.add(key, `key ${JSON.stringify(name)} is given twice; keep one of them`);
      keys.add(name);
    }
    return this.size(value);
  }

  private isMergeable(value: unknown): boolean {
    const target = isAlias(value) ? this.anchors.get(value.source) : value;
    // An alias that leads nowhere is said by itself.
    if (isSeq(target)) return target.items.every((item) => !isSeq(item) && this.isMergeable(item));
    return isMap(target) || (isAlias(value) && target === undefined);
  }

  private sizeOfAlias(source: string, alias: Node): number {
    this.aliases++;
    const target = this.anchors.get(source);
    if (target === undefined) {
      this.end(alias, `there is no anchor "&${source}" above; define it, or put "*${source}" in quotes if it is text`);
      return 1;
    }
    const size = this.sizes.get(target);
    if (size === undefined) this.end(alias, `alias "*${source}" stands inside of what it stands for; remove it`);
    return size ?? 1;
  }

  private add(node: Node | null, message: string): void {
    this.mistakes.push({ offset: node?.range?.[0] ?? 0, message, readable: true });
  }

  /** Adds a mistake that leaves nothing to be read. */
  private end(node: Node | null, message: string): void {
    this.mistakes.push({ offset: node?.range?.[0] ?? 0, message, readable: false });
  }
}

const isMerge = (key: Scalar): boolean => key.value === "<<" && key.type === "PLAIN";
