import { PRELUDE, Shell } from "../../support/shell";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", 'while [ "$1" != --output-file ]; do shift; done; echo "made by $$" >"$2"');
});
afterEach(() => {
  shell.remove();
});

const makeSecrets = () =>
  shell.run([PRELUDE, "talos/scripts/make-secrets.sh"], { DIRECTORY: "talos", TALOS_CONTRACT: "v1.13" });
const leftovers = () => shell.runText("ls -A talos", {}).stdout;

test("makes the secrets, for their owner only, and says to keep a copy", () => {
  expect(makeSecrets()).toMatchObject({ status: 0, stdout: expect.stringContaining("keep a copy") as string });
  expect([shell.mode("talos"), shell.mode("talos/secrets.yaml")]).toEqual(["700", "600"]);
  expect(shell.calls).toEqual([expect.stringMatching(/^talosctl gen secrets .*--talos-version v1\.13 /)]);
  expect(leftovers()).toBe("secrets.yaml\n");
});

test("never makes them anew", () => {
  makeSecrets();
  const made = shell.read("talos/secrets.yaml");
  expect(makeSecrets().status).toBe(0);
  expect(shell.read("talos/secrets.yaml")).toBe(made);
  expect(shell.calls).toHaveLength(1);
});

test("uses a file that was restored, and closes it to others", () => {
  shell.write("talos/secrets.yaml", "restored", 0o644);
  expect(makeSecrets().status).toBe(0);
  expect([shell.read("talos/secrets.yaml"), shell.mode("talos/secrets.yaml")]).toEqual(["restored", "600"]);
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
  shell.stub("talosctl", `while [ "$1" != --output-file ]; do shift; done; echo half >"$2"; ${end}`);
  expect(makeSecrets().status).not.toBe(0);
  expect(leftovers()).toBe("");
});
