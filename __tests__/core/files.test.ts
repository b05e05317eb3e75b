import { execFileSync } from "node:child_process";
import { PRELUDE, scriptFile, Shell } from "../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => {
  shell.remove();
});
/** Runs a text as a script that has secrets in `talos`. */
const run = (text: string) => shell.runText(`${scriptFile(PRELUDE)}\n${text}`, { SECRETS: "talos/secrets.yaml" });
const list = (directory: string) => shell.runText(`ls -A ${directory}`, {}).stdout.split("\n").filter(Boolean);
const git = (...args: string[]) => execFileSync("git", ["-C", shell.directory, ...args], { encoding: "utf8" });

describe("keep", () => {
  beforeEach(() => {
    shell.write("from", "content", 0o644);
  });

  test("puts a file in its place for its owner only, directories too, without a half of it beside", () => {
    expect(run("keep from some/where/to").status).toBe(0);
    expect([shell.read("some/where/to"), shell.mode("some/where/to"), shell.mode("some")]).toEqual([
      "content",
      "600",
      "700",
    ]);
    expect(list("some/where")).toEqual([".gitignore", "to"]);
  });

  test("follows no link that somebody has planted", () => {
    shell.runText("mkdir some; ln -s ../elsewhere some/to.new; ln -s ../elsewhere some/to", {});
    run("keep from some/to");
    expect([shell.exists("elsewhere"), shell.read("some/to")]).toEqual([false, "content"]);
  });

  test("removes what one that was killed has left, and leaves what another one is writing", () => {
    run(
      'keep from some/to; : >"some/.to.new.$HOSTNAME.1.0.abc"; process $PPID 22 lstart; : >"some/.to.new.$HOSTNAME.$PPID.$fact.abc"',
    );
    // The second one's writer lives for as long as these tests do; the first one's has ended long ago.
    run(`process ${process.pid} 22 lstart; : >"some/.to.new.$HOSTNAME.${process.pid}.$fact.abc"; keep from some/to`);
    expect(list("some")).toEqual([".gitignore", expect.stringContaining(`.${process.pid}.`), "to"]);
  });

  test("has the file on the disk before it has its name", () => {
    shell.stub("sync", "ls some >>order; exit");
    run("keep from some/to");
    expect([shell.calls, shell.read("order")]).toEqual([[expect.stringMatching(/^sync some\/\.to\.new\./)], ""]);
  });

  test("warns of a directory that everybody can write to", () => {
    shell.runText("mkdir -m 777 some; chmod 777 some", {});
    expect(run("keep from some/to").stdout).toMatch(
      /^warning: everybody on this machine can write to some, .*chmod 700 some\n$/,
    );
  });
});

describe("git takes nothing", () => {
  beforeEach(() => {
    git("init", "--quiet");
    shell.write("from", "content");
  });

  test.each(["talos", "clusters/blue/keys", "kube"])("of a directory that a script has made: %s", (directory) => {
    run(`keep from ${directory}/kubeconfig-demo; mkdir ${directory}/nodes; keep from ${directory}/nodes/a.yaml`);
    expect(git("ls-files", "--others", "--exclude-standard", directory)).toBe("");
    expect(git("check-ignore", `${directory}/kubeconfig-demo`, `${directory}/nodes/a.yaml`).split("\n")).toHaveLength(
      3,
    );
  });

  test("of one that the operator has made for secrets.yaml", () => {
    shell.write("talos/secrets.yaml", "secret");
    run("true");
    expect(git("ls-files", "--others", "--exclude-standard", "talos")).toBe("");
  });

  test("but a directory with other files in it is left as it is, and git's taking is said", () => {
    shell.write("some/readme", "mine");
    shell.runText(`ln -s ${execFileSync("which", ["git"], { encoding: "utf8" }).trim()} bin/git`, {});
    expect(run("keep from some/kubeconfig-demo").stdout).toBe(
      "warning: git does not ignore some/kubeconfig-demo, which holds keys; add it to a .gitignore\n",
    );
    expect(list("some")).toEqual(["kubeconfig-demo", "readme"]);
  });
});

describe("a directory for the work", () => {
  test("is below that of the secrets, for its owner only, and is removed", () => {
    const { stdout } = run('echo secret >"$WORK/key"; ls -ld "$WORK"; echo "$TMPDIR"');
    expect(stdout).toMatch(/^drwx------ .* (talos\/\.work\/\S+)\n\1\n$/);
    expect(list("talos/.work")).toEqual([]);
  });

  test("of a script that was killed, watchman and all, is removed by the next one; that of another one is not", () => {
    run('kill -KILL -- "-$WATCHMAN"; kill -KILL $$');
    expect(list("talos/.work")).toHaveLength(1);
    run(`process ${process.pid} 22 lstart; mkdir "talos/.work/$HOSTNAME.${process.pid}.$fact"`);
    run("true");
    expect(list("talos/.work")).toEqual([expect.stringContaining(`.${process.pid}.`)]);
  });

  test("of another machine is removed after a day", () => {
    shell.runText(
      "mkdir -p talos/.work/elsewhere.1.1 talos/.work/elsewhere.2.2; touch -t 202601010000 talos/.work/elsewhere.1.1",
      {},
    );
    run("true");
    expect(list("talos/.work")).toEqual(["elsewhere.2.2"]);
  });

  test("is where the load balancer's host key is, for the script that has no secrets; others have none", () => {
    const text = `${scriptFile(PRELUDE)}\n[ -z "$WORK" ] || dirname "$WORK"; [ -z "$WORK" ] || ls -d "$WORK" >/dev/null`;
    expect(shell.runText(text, { KNOWN_HOSTS_DIR: "talos" }).stdout).toBe("talos/.work\n");
    expect(shell.runText(text, {})).toMatchObject({ status: 0, stdout: "" });
  });
});
