import { shellWithCluster } from "../../support/cluster-stub";
import { type Shell, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/rotate-cas", "nodes", "secrets", "talos", "kube");
const NODES = "cp-0 controlplane control-plane 10.0.0.10\nw-0 worker w 10.0.0.20";
const KEY = "8rqsnr.i6vqzvx9kuww2dnc";

/** Rotates; `fails` holds the CA whose rotation fails. Nodes take certificates of the CA that they have, in the file `ca`. */
const ROTATE = `
case "$*" in
*" rotate-ca "*--kubernetes=false*)
  printf '> New Talos CA:\\n  key: ${KEY}\\n  - 10.0.0.10: OK\\n'
  ! grep -q talos fails 2>/dev/null || exit 1
  while [ "$1" != --output ]; do shift; done
  echo "context: rotated" >"$2"; echo new >ca; exit ;;
*" rotate-ca "*) ! grep -q kubernetes fails 2>/dev/null || { echo "a node is gone" >&2; exit 1; }; exit ;;
*" machineconfig "*) echo "machine: config of $(cat ca)"; exit ;;
"gen secrets "*--from-controlplane-config*)
  while [ "$1" != --from-controlplane-config ]; do shift; done
  sed 's/machine: config/secrets/' "$2" >"$4"; exit ;;
*" version --short") ! grep -qxF "$6" dead 2>/dev/null || exit 1
  case $2 in */before) ! [ -e ca ] && exit; exit 1 ;; esac; exit ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = shellWithCluster();
  shell.stub("talosctl", `${ROTATE}\n${shell.read("bin/talosctl").split("\n").slice(2).join("\n")}`);
  shell.write("talos/secrets.yaml", "secrets of old\n");
  shell.write("talos/nodes/cp-0.yaml", "config of old\n");
});
afterEach(() => {
  shell.remove();
});

const rotate = () =>
  shell.run(SCRIPTS, {
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    SECRETS: "talos/secrets.yaml",
    TALOS_CONTRACT: "v1.13",
    NODES,
    POD_NETWORK: "true",
    TALOSCONFIG_FILE: "talos/talosconfig",
    KUBECONFIG_FILE: "kube/kubeconfig-demo",
  });
const rotations = () =>
  shell.calls.flatMap((call) => (call.includes("rotate-ca") ? [/--(talos|kubernetes)=false/.exec(call)?.[0]] : []));

test("rotates both CAs of every node, and makes secrets.yaml of what a control plane has then", () => {
  const { status, stdout } = rotate();
  expect([status, stdout]).toEqual([0, expect.stringContaining("done: what the old CAs have signed is refused")]);
  expect(rotations()).toEqual(["--kubernetes=false", "--talos=false"]);
  const [first] = shell.calls.filter((call) => call.includes("rotate-ca"));
  expect(first).toContain("--control-plane-nodes 10.0.0.10 --worker-nodes 10.0.0.20");
  expect([shell.read("talos/secrets.yaml"), shell.mode("talos/secrets.yaml")]).toEqual(["secrets of new\n", "600"]);
  expect(shell.read("talos/secrets.yaml.before-rotation")).toBe("secrets of old\n");
  expect([shell.exists("talos/talosconfig"), shell.exists("kube/kubeconfig-demo")]).toEqual([true, true]);
});

test("leaves no machine config with the old CAs, and no new key but in secrets.yaml", () => {
  rotate();
  const left = shell.runText("ls -A talos talos/nodes", {}).stdout;
  expect(left).not.toMatch(/cp-0\.yaml|rotate-ca\.log|rotated/);
});

test("shows what talosctl does, and no key that it prints", () => {
  const { stdout, stderr } = rotate();
  expect(stdout).toContain("  - 10.0.0.10: OK\n");
  expect(stdout + stderr).not.toContain(KEY);
});

test("touches nothing while a node does not answer", () => {
  shell.write("dead", "10.0.0.20");
  const { status, last } = rotate();
  expect([status, last]).toEqual([
    1,
    expect.stringMatching(/^error: nothing is rotated: 10\.0\.0\.20 does not answer/),
  ]);
  expect(rotations()).toEqual([]);
});

test("goes on where it has ended: the CA of Talos is rotated once", () => {
  shell.write("fails", "kubernetes");
  const { status, last } = rotate();
  expect([status, last]).toEqual([
    1,
    "error: the rotation has failed: a node is gone. Run this again, it goes on here",
  ]);
  expect(shell.read("talos/secrets.yaml")).toBe("secrets of old\n");
  shell.write("fails", "");
  expect(rotate().status).toBe(0);
  expect(rotations()).toEqual(["--kubernetes=false", "--talos=false", "--talos=false"]);
  expect(shell.read("talos/secrets.yaml")).toBe("secrets of new\n");
});
