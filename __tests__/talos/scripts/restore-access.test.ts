import { Shell, TALOSCTL_GEN, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/restore-access", "nodes", "secrets", "talos", "kube");

const TALOSCTL = `${TALOSCTL_GEN}
case "$*" in
*" kubeconfig "*) echo kubeconfig >"$8" ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.write("secrets.yaml", "secret\n");
});
afterEach(() => {
  shell.remove();
});

const restore = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, {
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    SECRETS: "secrets.yaml",
    TALOS_CONTRACT: "v1.13",
    NODES: "a controlplane control-plane 10.0.0.11\nb controlplane control-plane 10.0.0.12",
    TALOSCONFIG_FILE: "talos/talosconfig",
    KUBECONFIG_FILE: "kube/kubeconfig-demo",
    ...changes,
  });

test("both files come back, for their owner only, and their paths are said", () => {
  const { status, stdout } = restore();
  expect(status).toBe(0);
  expect([shell.read("talos/talosconfig"), shell.mode("talos/talosconfig")]).toEqual([
    expect.stringMatching(/^context: "demo"\n/),
    "600",
  ]);
  expect([shell.read("kube/kubeconfig-demo"), shell.mode("kube/kubeconfig-demo")]).toEqual(["kubeconfig\n", "600"]);
  expect(stdout).toContain("talosconfig: talos/talosconfig\n");
  expect(stdout).toContain("kubeconfig: kube/kubeconfig-demo\n");
});

test("the kubeconfig is asked of the control planes through the endpoint, and replaces an older one", () => {
  shell.write("kube/kubeconfig-demo", "expired\n");
  restore();
  expect(shell.calls).toContainEqual(expect.stringMatching(/ config endpoint demo\.example\.org$/));
  expect(shell.calls).toContainEqual(expect.stringMatching(/ config node 10\.0\.0\.11 10\.0\.0\.12$/));
  expect(shell.read("kube/kubeconfig-demo")).toBe("kubeconfig\n");
});

test("without secrets.yaml nothing is written, and the message says that it is never made anew", () => {
  const { status, last } = restore({ SECRETS: "gone.yaml" });
  expect([status, last]).toEqual([1, expect.stringMatching(/^error: gone\.yaml is not here, .*restore it/)]);
  expect([shell.exists("talos"), shell.exists("kube")]).toEqual([false, false]);
});

// The nodes' own config names the address inside their network.
test("a kubeconfig calls the API as clients do, not as the nodes do", () => {
  shell.stub(
    "talosctl",
    TALOSCTL.replace("echo kubeconfig", "printf 'clusters:\\n- cluster:\\n    server: https://10.0.0.10:6443\\n'"),
  );
  expect(restore().status).toBe(0);
  expect(shell.read("kube/kubeconfig-demo")).toBe("clusters:\n- cluster:\n    server: https://demo.example.org:6443\n");
});
