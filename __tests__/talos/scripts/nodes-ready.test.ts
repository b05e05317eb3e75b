import { Shell, TALOSCTL_GEN, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/nodes-ready", "nodes", "secrets", "talos", "etcd", "kube", "cilium");

const CONTROL_PLANE = "cp-0 controlplane control-plane 10.0.0.11";

const TALOSCTL = `${TALOSCTL_GEN}
case "$*" in
*" --output "*) while [ "$1" != --output ]; do shift; done; echo talosconfig >"$2" ;;
*" kubeconfig "*) echo kubeconfig >"$8" ;;
*" service etcd") if [ -e "$6.etcd" ]; then cat "$6.etcd"; else cat etcd; fi ;;
*" etcd members") [ -e members ] || { echo "no quorum" >&2; exit 1; }; cat members ;;
esac`;

const KUBECTL = `
case "$*" in
*" get jobs "*) [ ! -e jobs ] || cat jobs ;;
*" get clusterrolebinding "*) [ -e binding ] || { echo NotFound >&2; exit 1; } ;;
*" create clusterrolebinding "*) touch binding; sed -i 's/abcd=$/abcd=Complete/' jobs ;;
*" delete clusterrolebinding "*) rm -f binding ;;
*" -o name") cat known ;;
*" get pods "*) cat pods ;;
*" -o jsonpath"*) cat ready ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.stub("kubectl", KUBECTL);
  shell.write("secrets.yaml", "secret\n");
  shell.write("etcd", "STATE    Running\nHEALTH   OK\n");
  shell.write("known", "node/cp-0\nnode/w-0\nnode/w-1\n");
  shell.write("pods", "cp-0=True\ncp-0=True\ncp-0=True\n");
  shell.write("ready", "cp-0=True|\nw-0=True|\nw-1=True|\n");
});
afterEach(() => {
  shell.remove();
});

const nodesReady = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, {
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    SECRETS: "secrets.yaml",
    TALOS_CONTRACT: "v1.13",
    NODES: `${CONTROL_PLANE}\nw-0 worker w 10.0.0.21\nw-1 worker w 10.0.0.22`,
    POD_NETWORK: "true",
    CNI: "cilium",
    TIMEOUT: "1",
    TALOSCONFIG_FILE: "talos/talosconfig",
    ...changes,
  });

const labelled = () => shell.calls.filter((call) => call.includes(" label "));

test("labels the workers and nobody else, so that it can run again", () => {
  expect(nodesReady().status).toBe(0);
  expect(labelled()).toEqual([
    expect.stringMatching(/label nodes w-0 w-1 node-role\.kubernetes\.io\/worker= --overwrite$/),
  ]);
});

test("labels nobody in a cluster without workers", () => {
  expect(nodesReady({ NODES: CONTROL_PLANE }).status).toBe(0);
  expect(labelled()).toEqual([]);
});

test("fails with a worker that does not register", () => {
  shell.write("known", "node/cp-0\nnode/w-0\n");
  expect(nodesReady().last).toMatch(/^error: not every worker has registered after 1s: .*w-1/);
});

describe("while a control plane is no voter of etcd yet, says why:", () => {
  const NODES = [1, 2, 3].map((n) => `cp-${n} controlplane control-plane 10.0.0.1${n}`).join("\n");
  const member = (n: number, learner: boolean, name = `cp-${n}`) =>
    `10.0.0.11   7d408d   ${name}   https://10.0.0.1${n}:2380   https://10.0.0.1${n}:2379   ${learner}\n`;
  const etcd = (n: number, state: string, health: string) => {
    shell.write(`10.0.0.1${n}.etcd`, `STATE    ${state}\nHEALTH   ${health}\n`);
  };
  const told = () => {
    const { status, last } = nodesReady({ NODES });
    expect([status, last]).toEqual([1, expect.stringMatching(/^error: etcd is not healthy on every control plane/)]);
    return last;
  };
  const members = (...lines: readonly string[]) => {
    shell.write("members", `NODE   ID   HOSTNAME   PEER URLS   CLIENT URLS   LEARNER\n${lines.join("")}`);
  };

  test("one is a learner, and the next one waits for it", () => {
    etcd(2, "Preparing", "?");
    etcd(3, "Running", "Fail");
    // A member that has not started yet has no name.
    members(member(1, false), member(3, true, ""));
    expect(told()).toContain(
      "1 of 3 are healthy voters; cp-2 waits to join, since etcd takes one learner at a time, " +
        "cp-3 is a learner, which Talos tries to make a voter every 15 s",
    );
  });

  test("one is a voter that Talos has not looked at again, and the next one is about to join", () => {
    etcd(2, "Preparing", "?");
    etcd(3, "Running", "Fail");
    members(member(1, false), member(3, false));
    expect(told()).toContain(
      "cp-2 is about to join, cp-3 has become a voter, and Talos looks at its health every 20 s",
    );
  });

  test("nobody can say who is a member", () => {
    for (const n of [1, 2, 3]) etcd(n, "Running", "Fail");
    expect(told()).toContain("0 of 3 are healthy voters; cp-1: etcd on 10.0.0.11 is Running, health Fail, cp-2: ");
  });
});

test.each([
  ["is not there", "cp-0=True\ncp-0=True\n", "2 of the control plane's pods on cp-0"],
  ["is not Ready", "cp-0=True\ncp-0=True\ncp-0=True\ncp-0=False\n", "3 of the control plane's pods on cp-0"],
])("fails while a pod of a control plane %s", (_name, pods, seen) => {
  shell.write("pods", pods);
  const { status, last } = nodesReady();
  expect(status).toBe(1);
  expect(last).toContain(`error: not every control plane serves the Kubernetes API after 1s: ${seen}`);
});

test("writes the talosconfig anew, since the cluster may have other control planes", () => {
  nodesReady();
  expect(shell.read("talos/talosconfig")).toMatch(/^context: "demo"\n/);
  expect(shell.mode("talos/talosconfig")).toBe("600");
});

test("fails with a node that does not become Ready", () => {
  shell.write("pods", "cp-0=True\ncp-0=True\ncp-0=True\n");
  shell.write("ready", "cp-0=True|\nw-0=False|\nw-1=True|\n");
  expect(nodesReady()).toMatchObject({
    status: 1,
    last: expect.stringMatching(/^error: not every node is Ready after 1s: 1 of 3 not Ready, among them w-0/) as string,
  });
});

test.each([
  ["the pod network is somebody else's", { CNI: "none", POD_NETWORK: "false" }],
  ["the file says so", { POD_NETWORK: "false" }],
])("does not wait until nodes are Ready when %s, but labels the workers", (_name, changes) => {
  shell.write("ready", "cp-0=False\n");
  expect(nodesReady(changes).status).toBe(0);
  expect(labelled()).toHaveLength(1);
});

describe("the rights of the Job that installs Cilium", () => {
  const bindings = () =>
    shell.calls.flatMap((call) => / (get|create|delete) clusterrolebinding .*/.exec(call)?.[0].trim() ?? []);
  const REMOVED = "delete clusterrolebinding cilium-install --ignore-not-found";

  beforeEach(() => {
    shell.write("binding", "");
  });

  test("end when it is done, also where an earlier Job has failed for good", () => {
    shell.write(
      "jobs",
      "other=\ncilium-install-0123=FailureTarget Failed\ncilium-install-abcd=SuccessCriteriaMet Complete\n",
    );
    expect(nodesReady().status).toBe(0);
    expect([shell.exists("binding"), bindings()]).toEqual([false, [REMOVED]]);
  });

  test("are left to one that is at work, which fails nothing", () => {
    shell.write("jobs", "cilium-install-abcd=\n");
    const { status, stdout } = nodesReady();
    expect([status, shell.exists("binding")]).toEqual([0, true]);
    expect(stdout).toContain(
      "cilium-install keeps its rights until an apply finds it done: the Job cilium-install-abcd is at work",
    );
  });

  // Talos makes the binding once; a Job of later values finds none.
  test("are given again to a Job that came after they ended, and end with it", () => {
    shell.write("jobs", "cilium-install-0123=Complete\ncilium-install-abcd=\n");
    shell.runText("rm binding", {});
    expect(nodesReady().status).toBe(0);
    expect(bindings()).toEqual([
      "get clusterrolebinding cilium-install -o name",
      "create clusterrolebinding cilium-install --clusterrole=cluster-admin --serviceaccount=kube-system:cilium-install",
      REMOVED,
    ]);
  });

  test("are no matter of a cluster with another pod network", () => {
    shell.write("jobs", "cilium-install-abcd=Complete\n");
    expect(nodesReady({ CNI: "flannel" }).status).toBe(0);
    expect([shell.exists("binding"), bindings()]).toEqual([true, []]);
  });
});
