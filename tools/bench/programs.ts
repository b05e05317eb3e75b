import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";

/** The repository. */
export const ROOT = join(__dirname, "..", "..");

/** How programs are started: as npm run synth does, or as cdktf programs in TypeScript usually are. */
const STARTS = { shipped: [join("bin", "run.mjs")], tsx: ["--import", "tsx"] } as const;

/** A program and what it took. */
export interface Program {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly json: string;
  /** Time until it ended, in milliseconds, of each run. */
  readonly wall: number[];
  /** Time of all processors together, in milliseconds, of each run. */
  readonly cpu: number[];
}

/** A program that writes a stack below a directory, not run yet. */
export function program(
  name: string,
  start: keyof typeof STARTS,
  script: string,
  stack: string,
  environment: Readonly<Record<string, string>> & { readonly CDKTF_OUTDIR: string },
): Program {
  const json = join(environment.CDKTF_OUTDIR, "stacks", stack, "cdk.tf.json");
  return { name, command: [...STARTS[start], script], environment, json, wall: [], cpu: [] };
}

/** Lets a process tell on its fourth channel how much of the processors it has had. */
const TELL_CPU = `data:text/javascript,${encodeURIComponent(
  'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));',
)}`;

/** Runs a program once, and notes what it took. */
export function run({ name, command, environment, wall, cpu }: Program): void {
  const start = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ["--import", TELL_CPU, ...command], {
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
/** The run that was disturbed least. */
export const least = (values: readonly number[]) => sorted(values)[0] ?? NaN;
/** The run in the middle. */
export const median = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] ?? NaN;
/** Size of the JSON. */
export const kilobytes = ({ json }: Program) => statSync(json).size / 1000;
