import { Shell, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/make-secrets", "secrets");

/** Takes a file for whole secrets unless it says that it is half. */
const GEN_CONFIG = `
case "$*" in
"gen config "*)
  ! grep -q half "$6" || { printf 'failed:\\n\\t* certs.os is required\\n\\t* cannot unmarshal 8rqsnr.i6vqzvx9\\n' >&2; exit 1; }
  exit ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", `${GEN_CONFIG}\n while [ "$1" != --output-file ]; do shift; done; echo "made by $$" >"$2"`);
});
afterEach(() => {
  shell.remove();
});

const makeSecrets = (environment: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, { CLUSTER: "demo", SECRETS: "talos/secrets.yaml", TALOS_CONTRACT: "v1.13", ...environment });
const leftovers = () => shell.runText("ls -A talos talos/.work", {}).stdout.split(/\n+/).filter(Boolean);
const NOTHING = ["talos:", ".gitignore", ".work", "talos/.work:"];

test("makes the secrets, for their owner only, and says to keep a copy", () => {
  expect(makeSecrets()).toMatchObject({ status: 0, stdout: expect.stringContaining("keep a copy") as string });
  expect([shell.mode("talos"), shell.mode("talos/secrets.yaml")]).toEqual(["700", "600"]);
  expect(shell.calls).toEqual([expect.stringMatching(/^talosctl gen secrets .*--talos-version v1\.13 /)]);
  expect(leftovers()).toEqual(NOTHING.flatMap((name) => (name === ".work" ? [name, "secrets.yaml"] : name)));
});

test("never makes them anew", () => {
  makeSecrets();
  const made = shell.read("talos/secrets.yaml");
  expect(makeSecrets().status).toBe(0);
  expect(shell.read("talos/secrets.yaml")).toBe(made);
  expect(shell.calls.filter((call) => call.includes("gen secrets"))).toHaveLength(1);
});

test("uses a file that was restored, and closes it to others", () => {
  shell.write("talos/secrets.yaml", "restored", 0o644);
  expect(makeSecrets().status).toBe(0);
  expect([shell.read("talos/secrets.yaml"), shell.mode("talos/secrets.yaml")]).toEqual(["restored", "600"]);
});

test.each(["half a fi", ""])("does not take a file for secrets that are not whole: %j", (content) => {
  shell.write("talos/secrets.yaml", content);
  shell.stub("talosctl", `[ -s "$6" ] || { echo "failed to load secrets bundle: EOF" >&2; exit 1; } ${GEN_CONFIG}`);
  const { status, last, stderr } = makeSecrets();
  expect(status).toBe(1);
  expect(last).toMatch(
    /^error: talos\/secrets\.yaml is no whole secrets\.yaml.*: restore it from your backup, or make it again/,
  );
  expect(last).toContain(
    "talosctl gen secrets --from-controlplane-config CONTROL_PLANE.yaml --output-file talos/secrets.yaml",
  );
  expect(stderr).not.toContain("8rqsnr");
  expect(shell.read("talos/secrets.yaml")).toBe(content);
});

test.each(["true", "1", "yes"])("a pipeline, CI=%s, makes none, and says both ways to have them", (CI) => {
  const { status, last } = makeSecrets({ CI });
  expect(status).toBe(1);
  expect(last).toMatch(/^error: talos\/secrets\.yaml is not here, and this is a pipeline/);
  expect(last).toContain("talosctl gen secrets --talos-version v1.13 --output-file talos/secrets.yaml");
  expect(last).toContain(
    "talosctl gen secrets --from-controlplane-config CONTROL_PLANE.yaml --output-file talos/secrets.yaml",
  );
  expect(shell.calls).toEqual([]);
});

test.each(["", "false", "0"])("CI=%j is no pipeline", (CI) => {
  expect(makeSecrets({ CI }).status).toBe(0);
});

test("a pipeline that was given them uses them", () => {
  shell.write("talos/secrets.yaml", "restored");
  expect(makeSecrets({ CI: "true" }).status).toBe(0);
});

test("fails when they are gone but machine configs are there, and says what to restore", () => {
  shell.write("talos/nodes/demo-general-0.yaml", "config");
  const { status, last } = makeSecrets();
  expect(status).toBe(1);
  expect(last).toMatch(/^error: talos\/secrets\.yaml is gone, .*restore it from your backup/);
  expect(shell.exists("talos/secrets.yaml")).toBe(false);
});

test.each([
  ["talosctl fails", "exit 1"],
  ["it is interrupted", "kill -TERM $PPID; sleep 1; sleep 1; sleep 1"],
])("leaves no half of a file when %s", (_name, end) => {
  shell.stub("talosctl", `${GEN_CONFIG}\n while [ "$1" != --output-file ]; do shift; done; echo half >"$2"; ${end}`);
  expect(makeSecrets().status).not.toBe(0);
  expect(leftovers()).toEqual(NOTHING);
});
