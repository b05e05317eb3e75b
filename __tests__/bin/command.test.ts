import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json";
import { ROOT } from "../support/root";

/** Every command of package.json that is a program of this repository. */
const COMMANDS = Object.entries(packageJson.scripts).flatMap(([name, line]) => {
  const file = /^node .*?(\S+\.ts)$/.exec(line)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "command-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

const run = (file: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ["--import", require.resolve("tsx"), join(ROOT, file), ...args], {
    cwd: directory,
    encoding: "utf8",
    env: { PATH: directory, TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json") },
  });

describe.each(COMMANDS)("npm run %s", (name, file) => {
  test("--help says how it is called, what it does and gives an example; it does nothing else", () => {
    const { status, stdout, stderr } = run(file, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      new RegExp(`^usage: npm run ${name}\\b.*\\n\\n[A-Z][^]*\\n\\nExample:\\n  .*npm run ${name}`),
    );
    expect(readdirSync(directory)).toEqual([]);
  });

  test("fails on an option that it does not have: exit status 2, and how it is called", () => {
    const { status, stdout, stderr } = run(file, "--no-such-option");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(new RegExp(`^error: Unknown option '--no-such-option'.*\\nusage: npm run ${name}`));
    expect(readdirSync(directory)).toEqual([]);
  });
});
