import { spawnSync } from "node:child_process";
import { ROOT } from "../support/root";

/** What a command says whose work ends with the error of an expression. */
function said(error: string, environment: Readonly<Record<string, string>> = {}) {
  const program = `
    const { command } = require("./bin/lib/command");
    void command({ usage: "npm run synth", does: "Checks.", example: "npm run synth" }, () => { throw ${error}; });`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", program], {
    cwd: ROOT,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], ...environment },
  });
  return [status, stdout, stderr];
}

test("a mistake of the program is one sentence that says what to do, without a trace", () => {
  expect(said('new TypeError("cannot read what is not there\\nmore")')).toEqual([
    1,
    "",
    "error: a mistake of this program, TypeError: cannot read what is not there; please report it with the cluster file, without what is secret in it; TRACE=1 shows where it is\n",
  ]);
});

test("TRACE=1 shows where it is", () => {
  expect(said('new TypeError("broken")', { TRACE: "1" })).toEqual([1, "", expect.stringMatching(/\n +at .*command/)]);
});

test("what a command throws for its user is said as it is", () => {
  expect(said('new Error("no such cluster")')).toEqual([1, "", "error: no such cluster\n"]);
});
