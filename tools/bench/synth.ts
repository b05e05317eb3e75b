import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { command } from "../../bin/lib/command";
import type { ClusterFile } from "../../constructs/config/cluster";
import { kilobytes, least, median, type Program, program, ROOT, run } from "./programs";

const WORKERS = [3, 30, 300, 1000] as const;

/** The shipped file, as npm run synth reads it, against one resource in a program that is started the usual way. */
const MAX_RATIO = 1.1;
/** A thousand workers against one resource: factor, and seconds besides. */
const MAX_LARGE = { factor: 3, seconds: 2 };
/** What the last worker takes against what the first one takes; quadratic growth would be about 4. */
const MAX_GROWTH = 1.5;

/** The shipped cluster with another number of workers, and with networks that have room for them. */
function clusterFile(directory: string, workers: number): string {
  const shipped = parse(readFileSync(join(ROOT, "cluster.yaml"), "utf8")) as ClusterFile;
  const [pool] = Object.values(shipped.workers ?? {});
  if (pool === undefined) throw new Error("cluster.yaml has no pool of workers to vary");
  const file = join(directory, `workers-${workers}.yaml`);
  const cluster: ClusterFile = {
    ...shipped,
    kubernetes: { podCidr: "10.128.0.0/10" },
    network: { create: { externalNetwork: "public", cidr: "10.0.0.0/16" } },
    workers: { general: { ...pool, count: workers } },
  };
  writeFileSync(file, stringify(cluster));
  return file;
}

const wall = (p: Program) => least(p.wall);
const cpu = (p: Program) => least(p.cpu);

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
  const table = (...rows: readonly (readonly string[])[]) => {
    console.log(rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
  };
  table(
    ["Program", "Wall, ms", "Median, ms", "Processor, ms", "over one resource", "JSON, kB"],
    ["---", "---:", "---:", "---:", "---:", "---:"],
    ...[single, shipped, ...scaled].map((p) => [
      p.name,
      ...[wall(p), median(p.wall), cpu(p)].map((milliseconds) => milliseconds.toFixed(0)),
      `${cpu(p) < cpu(single) ? "" : "+"}${(cpu(p) - cpu(single)).toFixed(0)}`,
      kilobytes(p).toFixed(0),
    ]),
  );

  const large = scaled.at(-1) ?? shipped;
  const limit = MAX_LARGE.factor * wall(single) + MAX_LARGE.seconds * 1000;
  const bounds: readonly (readonly [what: string, value: number, limit: number])[] = [
    ["shipped file / one resource", wall(shipped) / wall(single), MAX_RATIO],
    ["the same, processor", cpu(shipped) / cpu(single), MAX_RATIO],
    [`${large.name} / (${MAX_LARGE.factor} x one resource + ${MAX_LARGE.seconds} s)`, wall(large) / limit, 1],
    ["time of the 1000th worker / of the first", growth(scaled, wall), MAX_GROWTH],
    ["JSON of the 1000th worker / of the first", growth(scaled, kilobytes), 1.05],
  ];
  console.log("");
  table(
    ["Bound", "Value", "At most", ""],
    ["---", "---:", "---:", "---"],
    ...bounds.map(([what, value, most]) => [what, value.toFixed(2), String(most), value <= most ? "ok" : "MISSED"]),
  );
  return bounds.every(([, value, most]) => value <= most);
}

function main(rounds: number): void {
  const directory = mkdtempSync(join(tmpdir(), "talos-openstack-bench-"));
  try {
    const out = (id: string) => ({ CDKTF_OUTDIR: join(directory, id) });
    const { name } = parse(readFileSync(join(ROOT, "cluster.yaml"), "utf8")) as ClusterFile;
    const single = program("one resource", "tsx", join("tools", "bench", "single.ts"), "single", out("single"));
    const shipped = program("`cluster.yaml`", "shipped", "main.ts", name, out("shipped"));
    const scaled = WORKERS.map((n) =>
      program(`${n} workers`, "shipped", "main.ts", name, {
        ...out(String(n)),
        CLUSTER_FILE: clusterFile(directory, n),
      }),
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
