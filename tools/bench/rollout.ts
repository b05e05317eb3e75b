/**
 * How long an apply takes that changes no node, before and after a change of the rollout: `npm run bench:rollout`.
 *
 * Real OpenTofu applies the part of the stack that brings machine configs to nodes. The nodes are stand-ins that answer as
 * slowly as real ones.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { command } from "../../bin/lib/command";
import type { ClusterFile } from "../../constructs/config/cluster";
import { least, ROOT } from "./programs";
import { checkOut, forgetState, synthRollout } from "./rollout/stack";
import { DELAYS, makeStubs } from "./rollout/stubs";

const WORKERS = 100;
const ROUNDS = 3;
const REPORT = join(ROOT, "docs", "reports", "rollout.md");
const MEASURES = ["the first look at every node", "a patch of workers that changes no node"] as const;

/** A revision and what it took: seconds and calls of a node or the Kubernetes API, by measure. */
interface Contender {
  readonly revision: string;
  readonly checkout: string;
  readonly seconds: readonly [number[], number[]];
  readonly calls: [number, number];
}

/** The shipped cluster with a hundred workers. */
function cluster(variable: string): ClusterFile {
  const shipped = parse(readFileSync(join(ROOT, "cluster.yaml"), "utf8")) as ClusterFile;
  const [pool] = Object.values(shipped.workers ?? {});
  if (pool === undefined) throw new Error("cluster.yaml has no pool of workers to vary");
  return {
    ...shipped,
    name: "demo",
    network: { create: { externalNetwork: "public", cidr: "10.0.0.0/16" } },
    workers: { general: { ...pool, count: WORKERS } },
    patches: { worker: [{ machine: { env: { ROUND: variable } } }] },
  };
}

/** One round: a first apply, and another one after a change. */
function takeTurn({ revision, checkout, seconds, calls }: Contender, directory: string, bin: string): void {
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`, TMPDIR: directory };
  let stack = synthRollout(checkout, cluster("one"));
  const tofu = (...args: readonly string[]) =>
    execFileSync("tofu", [...args, "-no-color", "-input=false"], { cwd: stack, env, encoding: "utf8", maxBuffer: 1e9 });
  if (!existsSync(join(stack, ".terraform"))) tofu("init");
  forgetState(stack);
  for (const [i, measure] of MEASURES.entries()) {
    if (i === 1) stack = synthRollout(checkout, cluster("two"));
    const log = join(directory, "calls");
    rmSync(log, { force: true });
    const start = performance.now();
    const said = tofu("apply", "-auto-approve");
    const took = (performance.now() - start) / 1000;
    if (!said.includes(`${i === 0 ? WORKERS + 3 : WORKERS} added`)) throw new Error(`${revision}: ${said}`);
    seconds[i as 0 | 1].push(took);
    calls[i as 0 | 1] = readFileSync(log, "utf8").trimEnd().split("\n").length;
    console.log(`${revision}: ${measure} ${took.toFixed(1)} s`);
  }
}

function report(before: Contender, after: Contender): string {
  const rows = MEASURES.map((measure, index) => {
    const i = index as 0 | 1;
    const [was, is] = [least(before.seconds[i]), least(after.seconds[i])];
    const cells = [measure, `${was.toFixed(1)} s`, `${is.toFixed(1)} s`, (is / was).toFixed(2)];
    return `| ${[...cells, before.calls[i], after.calls[i]].join(" | ")} |`;
  });
  return [
    "# What the rollout takes when no node changes",
    `Measured by \`npm run bench:rollout -- ${before.revision}\`: real OpenTofu, three control planes and ${WORKERS} workers that`,
    "have their machine config already. The nodes are stand-ins: each call of talosctl or kubectl takes",
    `${DELAYS.local * 1000} ms if it stays on the machine, and ${DELAYS.remote * 1000} ms if it asks a node or the Kubernetes API.`,
    `The fastest of ${ROUNDS} rounds, in turns with the revision ${before.revision} ("before").`,
    "",
    "| Apply | Before | After | Ratio | Calls before | Calls after |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function main(revision: string): void {
  const directory = mkdtempSync(join(tmpdir(), "talos-openstack-rollout-"));
  try {
    const bin = makeStubs(directory);
    const contenders = [revision, "HEAD"].map((of, i): Contender => {
      const checkout = join(directory, String(i));
      checkOut(of, checkout);
      return { revision: of, checkout, seconds: [[], []], calls: [0, 0] };
    });
    for (let round = 0; round < ROUNDS; round++) {
      for (const contender of contenders) takeTurn(contender, directory, bin);
    }
    const [before, after] = contenders as [Contender, Contender];
    writeFileSync(REPORT, report(before, after));
    execFileSync(join(ROOT, "node_modules", ".bin", "prettier"), ["--write", REPORT], { stdio: "ignore" });
    console.log(`\n${readFileSync(REPORT, "utf8")}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

void command(
  {
    usage: "npm run bench:rollout -- REVISION",
    does: "Measures an apply that changes no node of a hundred, against an earlier revision. Writes docs/reports/rollout.md.\nNeeds tofu and git.",
    example: "npm run bench:rollout -- HEAD~1",
    takes: [1, 1],
  },
  ([revision = ""]) => {
    main(revision);
  },
);
