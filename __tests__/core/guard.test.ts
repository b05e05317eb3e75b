import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { PRELUDE, scriptFile, Shell } from "../support/shell";

const linux = existsSync("/proc/self/stat");
let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  // The stub of the tests does not wait.
  shell.runText("rm bin/sleep", {});
});
afterEach(() => {
  shell.remove();
});

const TEXT = `${scriptFile(PRELUDE)}
echo secret >"$WORK/key"
mark() { exec -a "mark-$MARK" perl -e '$SIG{TERM} = "IGNORE" if @ARGV; select undef, undef, undef, 30' -- "$@"; }
mark & mark deaf & (bounded 30 bash -c "exec -a mark-$MARK perl -e 'select undef, undef, undef, 30'") &
: >begun
mark`;

/** The command lines of processes that the script has started. */
const atWork = (mark: string) =>
  readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && commandLine(pid).startsWith(`mark-${mark}`));

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

async function until(what: () => boolean): Promise<void> {
  for (let tries = 0; !what(); tries++) {
    if (tries > 100) throw new Error(`not seen in ten seconds: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Starts the script as OpenTofu does, by a process between; returns both, and a word that marks what it starts. */
async function start() {
  const mark = String(Math.random()).slice(2);
  const bash = shell.path("bin", "bash");
  const opentofu = spawn(bash, ["--norc", "-c", '"$BASH" --norc -c \'eval "$SCRIPT"\' & echo $! >script; wait'], {
    cwd: shell.directory,
    stdio: "ignore",
    env: { PATH: `${shell.path("bin")}:/usr/bin:/bin`, SECRETS: "talos/secrets.yaml", SCRIPT: TEXT, MARK: mark },
  });
  await until(() => shell.exists("begun") && atWork(mark).length === 4);
  return { mark, opentofu: opentofu.pid ?? 0, script: Number(shell.read("script")) };
}

// As OpenTofu does it at Ctrl-C, and as a machine that runs out of memory does it to OpenTofu.
(linux ? test.each : test.skip.each)(["script", "opentofu"] as const)(
  "when the %s is killed, nothing that it has started goes on, and nothing of its work is left",
  async (victim) => {
    const started = await start();
    process.kill(started[victim], "SIGKILL");
    await until(() => atWork(started.mark).length === 0 && readdirSync(shell.path("talos/.work")).length === 0);
  },
  30_000,
);

test("a script ends with its own status, and takes along what it has left at work", () => {
  const mark = `exec -a mark-left perl -e 'sleep 30'`;
  const { status } = shell.runText(`${scriptFile(PRELUDE)}\n(${mark}) >&2 & touch begun; exit 7`, {}, "", 9000);
  expect([status, atWork("left")]).toEqual([7, []]);
});

test("nothing is said of the process between", () => {
  expect(shell.runText(`${scriptFile(PRELUDE)}\necho out; echo err >&2; false`, {})).toMatchObject({
    status: 1,
    stdout: "out\n",
    stderr: "err\n",
  });
});
