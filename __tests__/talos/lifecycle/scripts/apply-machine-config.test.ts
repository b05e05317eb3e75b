import { HEALTHY, KUBECTL, leaveTurn, NODES, shellWithCluster, turnOf, UNHEALTHY } from "../../../support/cluster-stub";
import { scriptFile, type Shell, talosScripts } from "../../../support/shell";

const LIBRARIES = [
  "nodes",
  "secrets",
  "talos",
  "etcd",
  "kube",
  "cilium",
  "health",
  "turns",
  "manifests",
  "render",
] as const;
const SCRIPTS = talosScripts("lifecycle/scripts/apply-machine-config", ...LIBRARIES);

let shell: Shell;
beforeEach(() => {
  shell = shellWithCluster();
});
afterEach(() => {
  shell.remove();
});

const environment = (changes: Readonly<Record<string, string>> = {}) => ({
  NODE: "w-0",
  CLUSTER: "demo",
  API_ENDPOINT: "demo.example.org",
  NODE_ENDPOINT: "10.0.0.5",
  NODE_ENDPOINT_ADDRESS: "",
  SANS: "192.0.2.10",
  KUBERNETES_VERSION: "v1.36.3",
  TALOS_CONTRACT: "v1.13",
  MACHINE_TYPE: "worker",
  SECRETS: "secrets.yaml",
  ROLE_PATCHES: "",
  NODE_PATCHES: "",
  SECRET_PATCHES: "",
  PINNED_MANIFESTS: "",
  BLOCK_METADATA: "true",
  MAX_BYTES: "65535",
  NODES,
  POD_NETWORK: "true",
  ALLOW_REBOOT: "false",
  TIMEOUT: "1",
  PATIENCE: "0",
  ...changes,
});
const apply = (changes?: Readonly<Record<string, string>>) => shell.run(SCRIPTS, environment(changes));

/** Addresses of the nodes that were changed. */
const changed = () =>
  shell.calls.flatMap((call) => (/--nodes (\S+) apply-config --file \S+ --mode auto$/.exec(call) ?? []).slice(1));

const CP_1 = { MACHINE_TYPE: "controlplane", NODE: "cp-1" };
const NO_CHANGES = "No changes.\n";

test("a running node of a Talos that cannot block the metadata service gets the rest of its config", () => {
  shell.write("dry-run-of-blocking", "error decoding document v1alpha1/BlackholeRouteConfig: not registered");
  const { status, stdout } = apply();
  expect(status).toBe(0);
  expect(stdout).toContain("w-0 cannot keep its pods from the metadata service: it runs a Talos before 1.13");
  const renders = shell.calls.filter((call) => call.includes("--output-types worker"));
  expect(renders.map((call) => call.includes("patch-metadata"))).toEqual([true, false]);
  expect(changed()).toEqual(["10.0.0.20"]);
});

describe("a node that has its config", () => {
  beforeEach(() => {
    shell.write("dry-run", NO_CHANGES);
  });

  test("is left alone, and takes no turn", () => {
    const { status, stdout } = apply();
    expect([status, stdout]).toEqual([0, expect.stringContaining("w-0 has this machine config already")]);
    expect([changed(), turnOf(shell)]).toEqual([[], undefined]);
  });

  test("fails when it is not healthy with it", () => {
    shell.write("10.0.0.20.kubelet", UNHEALTHY);
    expect(apply().last).toMatch(
      /^error: w-0 is not healthy after 1s .*: kubelet on 10\.0\.0\.20 is Running, health Fail/,
    );
  });

  test("may lack a pod network that nobody has asked for", () => {
    const ready = "w-0=False|container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady\n";
    shell.write("ready", ready);
    expect(apply({ POD_NETWORK: "false" }).status).toBe(0);
    expect(apply().status).toBe(1);
    shell.write("ready", "w-0=False|PLEG is not healthy\n");
    expect(apply({ POD_NETWORK: "false" }).status).toBe(1);
  });

  test("ends the turn that an earlier apply has left to it, once it stays healthy", () => {
    leaveTurn(shell, "w-0", { state: "failed" });
    shell.write("10.0.0.20.kubelet", UNHEALTHY);
    expect(apply().last).toMatch(/^error: w-0 is not healthy after 1s/);
    expect(turnOf(shell)).toMatchObject({ holder: "w-0", state: "failed" });
    shell.write("10.0.0.20.kubelet", HEALTHY);
    expect(apply().status).toBe(0);
    expect(turnOf(shell)?.holder).toBe("");
  });
});

describe("a node whose config has changed", () => {
  test("gets it in its turn, and gives the turn back", () => {
    expect(apply()).toMatchObject({ status: 0, stdout: expect.stringMatching(/it is the turn of w-0\n/) as string });
    expect(changed()).toEqual(["10.0.0.20"]);
    expect(turnOf(shell)).toEqual({ holder: "", apply: "", state: "", lender: "" });
  });

  test("keeps its Kubernetes version, since talosctl upgrade-k8s changes it", () => {
    apply();
    expect(shell.calls.find((call) => call.includes("--with-docs"))).toContain("--kubernetes-version 1.35.9");
  });

  test("is not betrayed: nothing of the difference is printed, which has secrets in it", () => {
    const { stdout, stderr } = apply();
    expect(stdout + stderr).not.toContain("8rqsnr");
  });

  test("leaves no file behind", () => {
    apply();
    expect(shell.runText("ls -A tmp", {}).stdout).toBe("");
  });

  test("is not touched when it would reboot and the file does not allow it", () => {
    shell.write("dry-run", "Applied configuration with a reboot\n");
    expect(apply().last).toContain("talos.allowReboots: true");
    expect([changed(), turnOf(shell)]).toEqual([[], undefined]);
    expect(apply({ ALLOW_REBOOT: "true" }).status).toBe(0);
    expect(changed()).toHaveLength(1);
  });

  test("may go before it has answered, when it reboots", () => {
    shell.write("dry-run", "Applied configuration with a reboot\n");
    shell.write("refusal", "error reading from server: EOF\n");
    shell.write("gone", "");
    expect(apply({ ALLOW_REBOOT: "true" }).last).toMatch(/^error: w-0 has not come back after 1s/);
    expect(turnOf(shell)).toMatchObject({ holder: "w-0", state: "failed" });
  });

  test("may refuse it", () => {
    shell.write("refusal", "error: unknown keys found\n");
    expect(apply().last).toBe("error: w-0 refuses its machine config: error: unknown keys found");
  });

  test("fails when it does not answer, and holds nobody up", () => {
    shell.write("10.0.0.20.dead", "");
    expect(apply().last).toMatch(/^error: the Talos API of w-0 does not answer after 1s: connection refused/);
    expect(turnOf(shell)).toBeUndefined();
  });

  test("fails when it does not become healthy, and keeps its turn", () => {
    shell.write("after", `printf '${UNHEALTHY.replace(/\n/g, "\\n")}' >"$node.kubelet"`);
    expect(apply().last).toMatch(/^error: w-0 is not healthy after 1s .*No other node is touched/);
    expect(turnOf(shell)).toMatchObject({ holder: "w-0", state: "failed" });
  });
});

describe("the quorum", () => {
  test.each([
    ["a control plane", CP_1],
    ["a worker", {}],
  ])("%s is not touched while etcd is not healthy on another control plane", (_name, node) => {
    shell.write("10.0.0.12.etcd", UNHEALTHY);
    expect(apply(node).last).toMatch(/is not touched while the control plane is not healthy: etcd on 10\.0\.0\.12/);
    expect(changed()).toEqual([]);
  });

  test("a control plane is not touched while another one is not Ready", () => {
    shell.write("ready", "cp-0=False|\ncp-1=True|\ncp-2=True|\n");
    expect(apply(CP_1).last).toMatch(/cp-1 is not touched .*: 1 of 2 not Ready, among them cp-0/);
    expect(changed()).toEqual([]);
  });

  test("a control plane that is broken itself can be mended", () => {
    shell.write("10.0.0.11.etcd", UNHEALTHY);
    shell.write("ready", "cp-0=True|\ncp-1=False|\ncp-2=True|\n");
    expect(apply(CP_1).last).toMatch(/^error: cp-1 is not healthy after 1s/);
    expect(changed()).toEqual(["10.0.0.11"]);
  });

  test("the first control plane can be mended too, though it gives no kubeconfig", () => {
    shell.write("10.0.0.10.dead", "");
    shell.stub(
      "talosctl",
      scriptOf("talosctl").replace(/\*" kubeletspec "\*\) [^;]*;[^;]*;[^;]*;/, '*" kubeletspec "*)'),
    );
    expect(apply({ MACHINE_TYPE: "controlplane", NODE: "cp-0" }).status).toBe(0);
  });

  test("the only control plane needs no turn, and can be mended while the Kubernetes API is down", () => {
    const alone = { MACHINE_TYPE: "controlplane", NODE: "cp-0", NODES: "cp-0 controlplane control-plane 10.0.0.10" };
    shell.write("api-down", "");
    shell.write("after", "rm api-down");
    expect(apply(alone).status).toBe(0);
    expect(changed()).toEqual(["10.0.0.10"]);
    expect(turnOf(shell)).toBeUndefined();
  });

  test("of several control planes none is touched while the turn cannot be seen", () => {
    shell.write("api-down", "");
    expect(apply(CP_1).last).toMatch(/^error: cp-1 is not touched, .*connection refused/);
    expect(changed()).toEqual([]);
  });
});

describe("a patch that makes workers ill, applied by fresh runners in a row", () => {
  const RUNNERS = [1, 2, 3, 4];
  /** An apply: scripts of three workers side by side, and nothing of the applies before on its disk. */
  const fresh = () =>
    shell.runText('for NODE in w-0 w-1 w-2; do NODE=$NODE bash -c "$VERB" & done; wait', {
      ...environment({ TIMEOUT: "2", PATIENCE: "30" }),
      VERB: SCRIPTS.map(scriptFile).join("\n"),
    }).stderr;
  const applied = () => ["10.0.0.20", "10.0.0.21", "10.0.0.22"].filter((address) => shell.exists(`${address}.applied`));

  test("makes one of them ill, however often it is tried", () => {
    const ill = `printf '${UNHEALTHY.replace(/\n/g, "\\n")}' >"$node.kubelet"`;
    shell.write("after", `${ill}; echo '${NO_CHANGES.trim()}' >"$node.dry-run"`);
    for (const runner of RUNNERS) {
      const said = fresh();
      expect([runner, applied()]).toEqual([runner, [expect.any(String)]]);
      expect(said.match(/w-\d is not healthy after 2s/g)).toHaveLength(1);
      expect(said.match(/w-\d is not touched/g)).toHaveLength(2);
    }
  });

  test("and taken back, mends that one first", () => {
    leaveTurn(shell, "w-1", { state: "failed" });
    shell.write("10.0.0.21.kubelet", UNHEALTHY);
    shell.write("after", `printf '${HEALTHY.replace(/\n/g, "\\n")}' >"$node.kubelet"`);
    expect(fresh()).toBe("");
    expect([changed()[0], applied()]).toEqual(["10.0.0.21", ["10.0.0.20", "10.0.0.21", "10.0.0.22"]]);
    expect(turnOf(shell)?.holder).toBe("");
  });
});

// The watchman looks once a second, a script before it touches a node.
test("an orphan of an apply that was killed touches nothing", () => {
  const text = SCRIPTS.map(scriptFile).join("\n");
  const orphan = text.replace("my_turn\n[", 'kill -KILL -- "-$WATCHMAN"; kill -KILL "$APPLY"; sleep 1\nmy_turn\n[');
  const parent = `bash -c 'eval "$ORPHAN"' >out 2>&1 & wait`;
  const { stdout } = shell.runText(`bash -c "$PARENT"; until grep -q error: out; do sleep 1; done; cat out`, {
    ...environment(),
    ORPHAN: orphan,
    PARENT: parent,
  });
  expect(stdout).toContain("error: w-0 is not touched: the OpenTofu that started this has ended");
  expect(changed()).toEqual([]);
});

/** What a stub does. */
const scriptOf = (command: string): string => shell.read(`bin/${command}`).split("\n").slice(2).join("\n");

describe("a control plane's new machine config may hold a Job that installs Cilium", () => {
  const removals = () => shell.calls.filter((call) => call.includes("delete clusterrolebinding cilium-install"));

  test.each([
    ["a control plane", CP_1, 1],
    ["a worker", {}, 0],
  ])("whose rights end: %s", (_, node, times) => {
    shell.stub("kubectl", `case "$*" in *" get jobs "*) echo "cilium-install-abcd=Complete"; exit ;; esac\n${KUBECTL}`);
    expect(apply(node).status).toBe(0);
    expect(removals()).toHaveLength(times);
  });

  test("of another pod network it has none", () => {
    expect(apply(CP_1).status).toBe(0);
    expect(removals()).toEqual([]);
  });
});
