import { PRELUDE, Shell } from "../../support/shell";

const SCRIPTS = [
  PRELUDE,
  "talos/scripts/access.sh",
  "talos/scripts/render.sh",
  "talos/scripts/apply-machine-config.sh",
];

const TALOSCTL = `
case "$*" in
*"--output-types talosconfig"*) while [ "$1" != --output ]; do shift; done; echo talosconfig >"$2" ;;
"gen config"*) echo "token: 8rqsnr.i6vqzvx9kuww2dnc" ;;
*" --dry-run "*) cat dry-run ;;
*" kubeletspec "*) printf 'ghcr.io/siderolabs/kubelet:v1.35.9@sha256:abc' ;;
*" service etcd") cat etcd ;;
*" kubeconfig "*) echo kubeconfig >"$6" ;;
esac`;

const KUBECTL = `
case "$*" in
*" get pods "*) yes demo-general-0=True | head -n 3 ;;
*" get nodes "*) printf 'demo-general-0=True\\n' ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.stub("kubectl", KUBECTL);
  shell.write("secrets.yaml", "secret\n");
  shell.write("etcd", "STATE    Running\nHEALTH   OK\n");
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
    SANS: "192.0.2.10",
    KUBERNETES_VERSION: "v1.36.3",
    TALOS_CONTRACT: "v1.13",
    MACHINE_TYPE: "worker",
    SECRETS: "secrets.yaml",
    ROLE_PATCHES: "",
    NODE_PATCHES: "",
    MAX_BYTES: "65535",
    CONTROL_PLANES: "10.0.0.11",
    ADDRESS: "10.0.0.21",
    ALLOW_REBOOT: "false",
    TURN: "turn",
    TIMEOUT: "1",
    ...changes,
  });

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

test("fails without touching a control plane while etcd is not healthy", () => {
  shell.write("etcd", "STATE    Running\nHEALTH   Fail\n");
  expect(apply({ MACHINE_TYPE: "controlplane" }).last).toMatch(
    /is not touched while the cluster is not healthy: etcd on/,
  );
  expect(changes()).toEqual([]);
});

test("takes over the turn of a process that is gone", () => {
  shell.runText("ln -s 999999999 turn", {});
  expect(apply({ TIMEOUT: "2" }).status).toBe(0);
});
