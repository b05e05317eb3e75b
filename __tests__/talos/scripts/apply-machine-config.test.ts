import { PRELUDE, Shell } from "../../support/shell";

const SCRIPTS = [
  PRELUDE,
  "talos/scripts/access.sh",
  "talos/scripts/render.sh",
  "talos/scripts/apply-machine-config.sh",
];

/** Nodes whose answers are files: `etcd` or `<address>.etcd`, `kubelet`, `dry-run`, `stage`. */
const TALOSCTL = `
case "$*" in
*"--output-types talosconfig"*) while [ "$1" != --output ]; do shift; done; echo talosconfig >"$2" ;;
"gen config"*) echo "token: 8rqsnr.i6vqzvx9kuww2dnc" ;;
*" --dry-run "*) cat dry-run ;;
*" kubeletspec "*) printf 'ghcr.io/siderolabs/kubelet:v1.35.9@sha256:abc' ;;
*" machinestatus "*) cat stage ;;
*" service etcd") if [ -e "$4.etcd" ]; then cat "$4.etcd"; else cat etcd; fi ;;
*" service kubelet") cat kubelet ;;
*" kubeconfig "*) echo kubeconfig >"$6" ;;
*" apply-config "*) if [ -e refusal ]; then cat refusal >&2; exit 1; fi ;;
esac`;

const KUBECTL = `
case "$*" in
*" get pods "*) for node in demo-general-0 cp-0 cp-1 cp-2; do echo "$node=True"; echo "$node=True"; echo "$node=True"; done ;;
*" get nodes "*) cat ready ;;
esac`;

const HEALTHY = "STATE    Running\nHEALTH   OK\n";
const UNHEALTHY = "STATE    Running\nHEALTH   Fail\n";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.stub("kubectl", KUBECTL);
  shell.write("secrets.yaml", "secret\n");
  shell.write("etcd", HEALTHY);
  shell.write("kubelet", HEALTHY);
  shell.write("ready", "demo-general-0=True\ncp-0=True\ncp-1=True\ncp-2=True\n");
  shell.write("stage", "rebooting");
  shell.write("dry-run", "Config diff:\n+ token: 8rqsnr.i6vqzvx9kuww2dnc\nApplied configuration without a reboot\n");
});
afterEach(() => {
  shell.remove();
});

const apply = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, {
    NODE: "demo-general-0",
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    API_ADDRESS: "",
    SANS: "192.0.2.10",
    KUBERNETES_VERSION: "v1.36.3",
    TALOS_CONTRACT: "v1.13",
    MACHINE_TYPE: "worker",
    SECRETS: "secrets.yaml",
    ROLE_PATCHES: "",
    NODE_PATCHES: "",
    MAX_BYTES: "65535",
    CONTROL_PLANES: "10.0.0.11 10.0.0.12 10.0.0.13",
    CONTROL_PLANE_NODES: "cp-0 cp-1 cp-2",
    ADDRESS: "10.0.0.21",
    ALLOW_REBOOT: "false",
    TURN: "turn",
    TIMEOUT: "1",
    ...changes,
  });

/** The node that has not been seen healthy since it was changed, and the apply that did. */
const unwell = () => shell.runText("readlink turn.unwell", {}).stdout.trim();

/** The calls that changed a node. */
const changes = () => shell.calls.filter((call) => call.includes(" apply-config ") && !call.includes("--dry-run"));

test("leaves a node alone that has its config", () => {
  shell.write("dry-run", "No changes.\n");
  expect(apply()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("has this machine config already") as string,
  });
  expect(changes()).toEqual([]);
});

test("brings a changed config to the node, and gives the turn back", () => {
  expect(apply().status).toBe(0);
  expect(changes()).toEqual([expect.stringMatching(/--nodes 10\.0\.0\.21 apply-config --file \S+ --mode auto$/)]);
  expect(shell.exists("turn")).toBe(false);
});

test("renders for the Kubernetes version that the node runs, since talosctl upgrade-k8s changes it", () => {
  apply();
  expect(shell.calls.find((call) => call.includes("--with-docs"))).toContain("--kubernetes-version 1.35.9");
});

test("prints nothing of the difference, which has secrets in it", () => {
  const { stdout, stderr } = apply();
  expect(stdout + stderr).not.toContain("8rqsnr");
});

test("fails before anything is done, when the node would reboot and the file does not allow it", () => {
  shell.write("dry-run", "Applied configuration with a reboot\n");
  expect(apply()).toMatchObject({ status: 1, last: expect.stringContaining("talos.allowReboots: true") as string });
  expect(changes()).toEqual([]);
  shell.write("calls", "");
  expect(apply({ ALLOW_REBOOT: "true" }).status).toBe(0);
  expect(changes()).toHaveLength(1);
});

const CP_1 = { MACHINE_TYPE: "controlplane", NODE: "cp-1", ADDRESS: "10.0.0.12" };

test.each([
  ["a control plane", CP_1],
  ["a worker", {}],
])("%s is not touched while etcd is not healthy on another control plane", (_name, node) => {
  shell.write("10.0.0.13.etcd", UNHEALTHY);
  expect(apply(node).last).toMatch(/is not touched while the control plane is not healthy: etcd on 10\.0\.0\.13/);
  expect(changes()).toEqual([]);
  expect(unwell()).toBe("");
});

test("a control plane is not touched while another one is not Ready", () => {
  shell.write("ready", "cp-0=False\ncp-1=True\ncp-2=True\n");
  expect(apply(CP_1).last).toMatch(/cp-1 is not touched .*: 1 of 2 not Ready, among them cp-0/);
  expect(changes()).toEqual([]);
});

test("a control plane that is broken itself can be mended", () => {
  shell.write("10.0.0.12.etcd", UNHEALTHY);
  shell.write("ready", "cp-0=True\ncp-1=False\ncp-2=True\n");
  expect(apply(CP_1).last).toMatch(/^error: cp-1 is not healthy after 1s/);
  expect(changes()).toHaveLength(1);
});

describe("a node that does not become healthy", () => {
  beforeEach(() => {
    shell.write("kubelet", UNHEALTHY);
  });

  test("ends the apply, and is remembered", () => {
    expect(apply().last).toMatch(
      /^error: demo-general-0 is not healthy .*: kubelet on 10\.0\.0\.21 is Running, health Fail/,
    );
    expect(unwell()).toMatch(/^demo-general-0 \d+/);
    expect(shell.exists("turn")).toBe(false);
  });

  test("keeps the other nodes of this apply from being touched, at once", () => {
    apply();
    shell.write("kubelet", HEALTHY);
    shell.write("calls", "");
    const { status, last } = apply({ NODE: "demo-general-1", ADDRESS: "10.0.0.22", TIMEOUT: "600" });
    expect(status).toBe(1);
    expect(last).toMatch(/^error: demo-general-1 is not touched: demo-general-0 is not healthy/);
    expect(changes()).toEqual([]);
  });

  test("comes first in the next apply: the others wait for it", () => {
    shell.runText("ln -s 'demo-general-0 anotherapply' turn.unwell", {});
    const { last } = apply({ NODE: "demo-general-1", ADDRESS: "10.0.0.22", TIMEOUT: "0" });
    expect(last).toMatch(/demo-general-1 did not get its turn: demo-general-0 is not healthy/);
    expect(changes()).toEqual([]);
  });

  test("is waited for when it has its config already, and forgotten once it is healthy", () => {
    apply();
    shell.write("dry-run", "No changes.\n");
    expect(apply().last).toMatch(/^error: demo-general-0 is not healthy after 1s/);
    shell.write("kubelet", HEALTHY);
    expect(apply().status).toBe(0);
    expect(unwell()).toBe("");
  });
});

test("a node that reboots may go before it has answered", () => {
  shell.write("dry-run", "Applied configuration with a reboot\n");
  shell.write("refusal", "error reading from server: EOF\n");
  shell.stub(
    "talosctl",
    `case "$*" in *" version "*) [ ! -e refused ] || exit 1 ;; *" apply-config --file"*) touch refused ;; esac\n${TALOSCTL}`,
  );
  expect(apply({ ALLOW_REBOOT: "true" }).last).toMatch(/^error: demo-general-0 has not come back after 1s/);
  expect(unwell()).toMatch(/^demo-general-0 /);
});

test("a config that the node refuses is an error", () => {
  shell.write("refusal", "error: unknown keys found\n");
  expect(apply().last).toBe("error: demo-general-0 refuses its machine config: error: unknown keys found");
});

test("takes over the turn of a process that is gone", () => {
  shell.runText("ln -s '999999999 x' turn", {});
  expect(apply({ TIMEOUT: "2" }).status).toBe(0);
});
