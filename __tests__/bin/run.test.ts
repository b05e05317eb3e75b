import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../support/root";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "run-"));
  mkdirSync(join(directory, "bin"));
  mkdirSync(join(directory, "constructs"));
  cpSync(join(ROOT, "bin", "run.mjs"), join(directory, "bin", "run.mjs"));
  symlinkSync(join(ROOT, "node_modules"), join(directory, "node_modules"));
  writeFileSync(join(directory, "startup.ts"), "");
  write('import { word } from "./constructs/word";\nconsole.log(word, process.argv.slice(2).join());', "first");
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

function write(main: string, word: string): void {
  writeFileSync(join(directory, "main.ts"), main);
  writeFileSync(join(directory, "constructs", "word.ts"), `export const word: string = ${JSON.stringify(word)};`);
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["bin/run.mjs", "main.ts", ...args], {
    cwd: directory,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("runs a program of several files, with its arguments", () => {
  expect(run("a", "-b")).toEqual({ status: 0, stdout: "first a,-b\n", stderr: "" });
});

test("compiles nothing when nothing has changed, and everything when a file has", () => {
  run();
  const word = join(directory, "constructs", "word.ts");
  const { atime, mtime } = statSync(word);
  const built = () => readdirSync(join(directory, ".cache")).filter((name) => name !== "compiled");
  expect(built()).toHaveLength(1);
  run();
  expect(built()).toHaveLength(1);
  writeFileSync(word, 'export const word = "2nd";');
  // Older than what was built before: a file that came out of an archive.
  utimesSync(word, atime, new Date(mtime.getTime() - 1_000_000));
  expect(run().stdout).toBe("2nd \n");
});

test("fails on a mistake in a source: where it is, and nothing of what was built before runs", () => {
  run();
  writeFileSync(join(directory, "main.ts"), "const = 1;");
  const { status, stdout, stderr } = run();
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("main.ts:1:6");
});
