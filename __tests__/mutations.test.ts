import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, isScalar, isSeq, type Node, parseDocument, visit } from "yaml";
import { Testing } from "cdktf";
import { ConfigError } from "../constructs/config/reader/errors";
import { loadText } from "./support/load-text";
import { ROOT } from "./support/root";
import { clusterStack } from "./support/synth";

/** The same files each time, so that no run fails by chance; MUTATIONS_SEED takes others, MUTATIONS_COUNT more. */
const SEED = Number(process.env["MUTATIONS_SEED"] ?? 1);
const COUNT = Number(process.env["MUTATIONS_COUNT"] ?? 30);

const FILES = ["cluster.yaml", "__tests__/fixtures/minimal.yaml", "__tests__/fixtures/full.yaml"];

/** Numbers from 0 to 1, the same for a seed: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function random(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** What people and generators write by mistake, and what breaks programs. */
const VALUES: readonly unknown[] = [
  ..."|a|-|.|..|/|~|*|constructor|__proto__|data-attachment|${a}|%{a}|v1.13.9|1.36.3-00|999.1.1.1|0.0.0.0/0|::/0".split(
    "|",
  ),
  ...[0, -1, 1.5, 4294967296, true, null, [], {}, [[]], [null], { a: null }, "x".repeat(5000), "a\nb"],
];

type Mutation = (text: string, next: () => number) => string;

/** Every value of a document. */
function nodesOf(document: ReturnType<typeof parseDocument>): readonly Node[] {
  const nodes: Node[] = [];
  visit(document, {
    Node: (key, node) => {
      if (key !== "key") nodes.push(node);
    },
  });
  return nodes;
}

/** Changes a place of the document, whichever it is. */
const changed =
  (change: (node: Node, next: () => number) => unknown): Mutation =>
  (text, next) => {
    const document = parseDocument(text, { merge: true });
    change(pick(nodesOf(document), next), next);
    try {
      return document.toString();
    } catch {
      return text; // the library writes no alias whose anchor has gone
    }
  };

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)] as T;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "another value": (text, next) => {
    const [from, to] = pick(nodesOf(parseDocument(text)), next).range ?? [0, 0];
    return `${text.slice(0, from)}${JSON.stringify(pick(VALUES, next))}${text.slice(to)}`;
  },
  "one more key": changed((node, next) => {
    if (isMap(node)) node.set(pick(["a", "kind", "name", "count"], next), pick(["a", 1, true, null], next));
    else if (isSeq(node)) node.add(pick(["a", 1, true, null], next));
  }),
  "a key that goes": changed((node, next) => {
    if ((isMap(node) || isSeq(node)) && node.items.length > 0)
      node.items.splice(Math.floor(next() * node.items.length), 1);
  }),
  "a misspelled key": changed((node, next) => {
    const pair = isMap(node) ? node.items[Math.floor(next() * node.items.length)] : undefined;
    if (pair !== undefined && isScalar(pair.key))
      pair.key.value = Array.from(String(pair.key.value)).reverse().join("");
  }),
  "a line that goes": (text, next) => {
    const lines = text.split("\n");
    lines.splice(Math.floor(next() * lines.length), 1);
    return lines.join("\n");
  },
  "a sign too much": (text, next) => {
    const at = Math.floor(next() * text.length);
    return (
      text.slice(0, at) +
      pick(["\t", ":", '"', "{", "[", "*a", "&a", "#", "- ", "\n", "\0", "!a ", "{{ a }}"], next) +
      text.slice(at)
    );
  },
};

/** What becomes of a file: a synth, or problems that all have a line. */
function outcome(text: string, base: string): string {
  const start = Date.now();
  try {
    Testing.synth(clusterStack(loadText(text, base)));
  } catch (error) {
    if (!(error instanceof ConfigError)) return `throws ${String(error)}`;
    const lost = error.problems.find(({ line }) => line === undefined);
    if (lost !== undefined) return `says without a line: ${lost.message}`;
  }
  // Far more than on an idle machine; what hangs takes longer still.
  return Date.now() - start > 10_000 ? `takes ${Date.now() - start} ms` : "";
}

test(`${COUNT} broken files are refused with lines, or synthesized: MUTATIONS_SEED=${SEED}`, () => {
  const next = random(SEED);
  const bad = Array.from({ length: COUNT }, () => {
    const base = pick(FILES, next);
    const name = pick(Object.keys(MUTATIONS), next);
    const text = MUTATIONS[name]?.(readFileSync(join(ROOT, base), "utf8"), next) ?? "";
    const said = outcome(text, join(ROOT, base));
    return said === "" ? [] : [`${base}, ${name}: ${said}\n${text}`];
  }).flat();
  expect(bad).toEqual([]);
}, 120_000);
