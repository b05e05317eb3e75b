// Runs a program of this repository: node bin/run.mjs main.ts [ARGUMENTS]
//
// It is compiled to JavaScript below .cache first, whenever a source has changed since: a tenth of a second for all of them,
// where compiling at each start would take longer than the synth itself. Nobody has to think of it, and nothing is built at
// installation, which therefore works with --ignore-scripts.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CACHE = join(ROOT, ".cache");
// Keeps the machine code of all modules, those of packages too. Node 22 has it.
module.enableCompileCache?.(join(CACHE, "compiled"));

const SOURCES = ["main.ts", "startup.ts", "bin", "constructs"];
const HOUR = 3_600_000;
/** What else is in the cache: machine code, and the log of the cdktf CLI. */
const OTHERS = ["compiled", "cdktf.log"];

/** Every TypeScript file, by its path from the repository's root. */
const sources = () =>
  SOURCES.flatMap((entry) =>
    entry.endsWith(".ts")
      ? [entry]
      : readdirSync(join(ROOT, entry), { recursive: true, encoding: "utf8" })
          .filter((file) => file.endsWith(".ts"))
          .map((file) => join(entry, file)),
  ).sort();

/** Another one for every change of a file, also for an older file that takes the place of a newer one. */
function stateOf(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(ROOT, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}

/** Compiles all files into a directory that appears when it is complete, so that two starts do not disturb each other. */
async function build(files, directory) {
  const { buildSync } = await import("esbuild");
  mkdirSync(CACHE, { recursive: true });
  const made = mkdtempSync(join(CACHE, "new-"));
  buildSync({
    entryPoints: files.map((file) => join(ROOT, file)),
    outbase: ROOT,
    outdir: made,
    format: "cjs",
    platform: "node",
    target: "node20.9",
    logLevel: "error",
  });
  try {
    renameSync(made, directory);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  removeOld(directory);
}

/** Removes what earlier versions left, but for what may still be running. */
function removeOld(kept) {
  for (const name of readdirSync(CACHE)) {
    const directory = join(CACHE, name);
    if (directory !== kept && !OTHERS.includes(name) && Date.now() - statSync(directory).mtimeMs > HOUR) {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}

const files = sources();
const directory = join(CACHE, stateOf(files));
if (!existsSync(directory)) await build(files, directory);
const program = join(directory, process.argv[2].replace(/\.ts$/, ".js"));
process.argv.splice(1, 2, program);
try {
  createRequire(import.meta.url)(program);
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
  console.error(`error: ${error.message.split("\n")[0]}; what is installed does not fit package-lock.json: run npm ci`);
  process.exitCode = 1;
}
