import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./support/root";
import { PRELUDE, scriptFile, Shell } from "./support/shell";

const scripts = readdirSync(join(ROOT, "constructs"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".sh"))
  .sort();

test.each(scripts)("%s is shell, with the prelude in front of it", (file) => {
  const text = scriptFile(PRELUDE) + scriptFile(file);
  expect(() => execFileSync("bash", ["-n"], { input: text, stdio: ["pipe", "pipe", "pipe"] })).not.toThrow();
});

// What follows an apostrophe or a parenthesis that is never closed would be swallowed without a word.
test.each(scripts)("%s ends with a newline, so that the next one can follow", (file) => {
  expect(scriptFile(file)).toMatch(/[^\n]\n$/);
});

describe("the prelude", () => {
  let shell: Shell;
  beforeEach(() => {
    shell = new Shell();
  });
  afterEach(() => {
    shell.remove();
  });
  const run = (text: string) => shell.runText(`${scriptFile(PRELUDE)}\n${text}`, {});

  describe.each([
    ["with timeout(1)", ""],
    ["without it, by perl", "rm bin/timeout; "],
  ])("bounded, %s,", (_name, before) => {
    // Programs in Go ignore alarms.
    const DEAF = `perl -e '$SIG{ALRM} = "IGNORE"; select undef, undef, undef, 10'`;

    test("ends a command at its bound, also one that ignores alarms", () => {
      const start = Date.now();
      expect(run(`${before}bounded 1 ${DEAF}`).status).toBe(124);
      expect(Date.now() - start).toBeLessThan(8000);
    });

    test("passes input, output and exit status through", () => {
      const { status, stdout } = run(`${before}echo in | bounded 5 bash -c 'cat; exit 3'`);
      expect([status, stdout]).toEqual([3, "in\n"]);
    });
  });

  test("wait_for ends at once when the probe succeeds", () => {
    const { status, stdout } = run('wait_for 100 "the thing" true');
    expect([status, stdout]).toEqual([0, "the thing: done after 0s\n"]);
  });

  test("wait_for tries again until the probe succeeds", () => {
    const { status, stdout } = run(
      'n=0; probe() { n=$((n + 1)); seen="try $n"; [ $n -ge 3 ]; }; wait_for 100 "it" probe',
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^waiting for it: 0s of at most 100s \(try 1\)\nit: done after /);
  });

  test("wait_for ends at its bound, and leaves what was seen to who called it", () => {
    const start = Date.now();
    const { status, last } = run(
      'no() { seen="nobody there"; return 1; }; wait_for 1 "it" no || fail "not after 1s: $seen"',
    );
    expect([status, last]).toEqual([1, "error: not after 1s: nobody there"]);
    expect(Date.now() - start).toBeLessThan(15_000);
  });

  test("need names what is missing and what for", () => {
    expect(run('need talosctl "make secrets"').last).toBe(
      "error: talosctl is not installed on this machine; it is needed to make secrets",
    );
  });

  test("an error in the middle of a pipe, or a name that is not set, ends the script", () => {
    expect(run("false | true; say not here").stdout).toBe("");
    expect(run('say "$NOT_SET"; say not here')).toMatchObject({ status: 1, stdout: "" });
  });
});
