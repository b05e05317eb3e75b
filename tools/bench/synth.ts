import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { command } from "../../bin/lib/command";
import type { ClusterConfig } from "../../constructs/config/schema";

const ROOT = join(__dirname, "..", "..");
const WORKERS = [3, 30, 300, 1000] as const;

/** The shipped file against one resource. */
const MAX_RATIO = 1.5;
/** A thousand workers against one resource: factor, and seconds besides. */
const MAX_LARGE = { factor: 3, seconds: 2 };
/** What the last worker takes against what the first one takes; quadratic growth would be about 4. */
const MAX_GROWTH = 1.5;

/** A program and what it took. */
interface Program {
  readonly name: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly json: string;
  /** Time until it ended, in milliseconds, of each run. */
  readonly wall: number[];
  /** Time of all processors together, in milliseconds, of each run. */
  readonly cpu: number[];
}

function program(directory: string, id: string, name: string, script: string, stack: string, file = ""): Program {
  const out = join(directory, id);
  return {
    name,
    script,
    environment: { CDKTF_OUTDIR: out, ...(file === "" ? {} : { CLUSTER_FILE: file }) },
    json: join(out, "stacks", stack, "cdk.tf.json"),
    wall: [],
    cpu: [],
  };
}

/** The shipped cluster with another number of workers, and with networks that have room for them. */
function clusterFile(directory: string, workers: number): string {
  const shipped = parse(readFileSync(join(ROOT, "cluster.yaml"), "utf8")) as ClusterConfig;
  const [pool] = Object.values(shipped.workers ?? {});
  if (pool === undefined) throw new Error("cluster.yaml has no pool of workers to vary");
  const file = join(directory, `workers-${workers}.yaml`);
  const cluster: ClusterConfig = {
    ...shipped,
    kubernetes: { podCidr: "10.128.0.0/10" },
    network: { create: { externalNetwork: "public", cidr: "10.0.0.0/16" } },
    workers: { general: { ...pool, count: workers } },
  };
  writeFileSync(file, stringify(cluster));
  return file;
}

/** Lets a process tell on its fourth channel how much of the processors it has had. */
const TELL_CPU = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));',
)}`;

function run({ name, script, environment, wall, cpu }: Program): void {
  const start = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ["--import", TELL_CPU, "--import", "tsx", script], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  wall.push(performance.now() - start);
  if (status !== 0) throw new Error(`${name} ended with ${String(status)}:\n${stderr}`);
  const { user, system } = JSON.parse(output[3] ?? "") as NodeJS.CpuUsage;
  cpu.push((user + system) / 1000);
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const least = (values: readonly number[]) => sorted(values)[0] ?? NaN;
const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? NaN;
const fastest = ({ wall }: Program) => least(wall);
const kilobytes = ({ json }: Program) => statSync(json).size / 1000;
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

/** How much steeper a curve is at its end than at its beginning, by worker; 1 is a straight line. */
function growth(programs: readonly Program[], measure: (p: Program) => number): number {
  const slope = (from: number, to: number) => {
    const [a, b] = [programs[from], programs[to]];
    if (a === undefined || b === undefined) throw new Error("a slope needs two programs");
    return (measure(b) - measure(a)) / ((WORKERS[to] ?? 0) - (WORKERS[from] ?? 0));
  };
  return slope(2, 3) / slope(0, 2);
}

function report(single: Program, shipped: Program, scaled: readonly Program[]): boolean {
  const rows = [single, shipped, ...scaled].map((p) =>
    [p.name, seconds(fastest(p)), seconds(median(p.wall)), seconds(least(p.cpu)), `${kilobytes(p).toFixed(0)} kB`].join(
      " | ",
    ),
  );
  console.log(
    ["| Program | Fastest | Median | Processor | JSON |", "|---|---|---|---|---|", ...rows.map((r) => `| ${r} |`)].join(
      "\n",
    ),
  );

  const large = scaled.at(-1) ?? shipped;
  const limit = MAX_LARGE.factor * fastest(single) + MAX_LARGE.seconds * 1000;
  const bounds: readonly (readonly [what: string, value: number, limit: number])[] = [
    ["shipped file / one resource", fastest(shipped) / fastest(single), MAX_RATIO],
    [`${large.name} / (${MAX_LARGE.factor} x one resource + ${MAX_LARGE.seconds} s)`, fastest(large) / limit, 1],
    ["time of the 1000th worker / of the first", growth(scaled, fastest), MAX_GROWTH],
    ["JSON of the 1000th worker / of the first", growth(scaled, kilobytes), 1.05],
  ];
  console.log("\n| Bound | Value | At most | |\n|---|---|---|---|");
  for (const [what, value, most] of bounds) {
    console.log(`| ${what} | ${value.toFixed(2)} | ${most} | ${value <= most ? "ok" : "MISSED"} |`);
  }
  return bounds.every(([, value, most]) => value <= most);
}

function main(rounds: number): void {
  const directory = mkdtempSync(join(tmpdir(), "talos-openstack-bench-"));
  try {
    const single = program(directory, "single", "one resource", "tools/bench/single.ts", "single");
    const { name } = parse(readFileSync(join(ROOT, "cluster.yaml"), "utf8")) as ClusterConfig;
    const shipped = program(directory, "shipped", "`cluster.yaml`", "main.ts", name);
    const scaled = WORKERS.map((n) =>
      program(directory, String(n), `${n} workers`, "main.ts", name, clusterFile(directory, n)),
    );
    const programs = [single, shipped, ...scaled];
    for (const p of programs) run(p);
    for (const { wall, cpu } of programs) wall.length = cpu.length = 0; // the first round fills caches
    for (let round = 0; round < rounds; round++) {
      // The pair that is compared most closely runs most often.
      for (const p of programs.flatMap((q) => (scaled.includes(q) ? [q] : [q, q]))) run(p);
    }
    const good = report(single, shipped, scaled);
    console.log(`\nNode ${process.version}, ${rounds} rounds.`);
    if (!good) process.exitCode = 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

void command(
  {
    usage: "npm run bench [-- ROUNDS]",
    does: `Measures how long a synth takes and how large its JSON is, and ends with 1 when a bound is missed. Programs take
turns, so that a busy machine slows all of them; the fastest of ROUNDS runs (default: 7) decides.`,
    example: "npm run bench -- 3",
    takes: [0, 1],
  },
  ([rounds = "7"]) => {
    main(Number(rounds));
  },
);
