import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json";
import { ROOT } from "../support/root";

/** Every command of package.json that is a program of this repository, and how Node is called for it. */
const COMMANDS = Object.entries(packageJson.scripts).flatMap(([name, line]) => {
  const [program, ...args] = line.split(" ");
  return program === "node" ? [[name, args] as const] : [];
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "command-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Runs a command as npm does, but from an empty directory. */
function run(args: readonly string[], option: string) {
  const absolute = args.map((arg) => {
    if (arg === "tsx") return require.resolve("tsx");
    return args[0]?.endsWith("run.mjs") && arg !== args[0]
      ? arg
      : arg.replace(/^[\w-]+\/.*/, (path) => join(ROOT, path));
  });
  return spawnSync(process.execPath, [...absolute, option], {
    cwd: directory,
    encoding: "utf8",
    env: { PATH: directory },
  });
}

describe.each(COMMANDS)("npm run %s", (name, args) => {
  test("--help says how it is called, what it does and gives an example; it does nothing else", () => {
    const { status, stdout, stderr } = run(args, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      new RegExp(`^usage: npm run ${name}\\b.*\\n\\n[A-Z][^]*\\n\\nExample:\\n  .*npm run ${name}`),
    );
    expect(readdirSync(directory)).toEqual([]);
  });

  test("fails on an option that it does not have: exit status 2, and how it is called", () => {
    const { status, stdout, stderr } = run(args, "--no-such-option");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^error: Unknown option '--no-such-option'.*\\nusage: npm run ${name}`));
    expect(readdirSync(directory)).toEqual([]);
  });
});
