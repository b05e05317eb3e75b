import { Shell, TALOSCTL_GEN, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/bootstrap", "nodes", "secrets", "talos", "etcd", "kube");

/** A node whose answers are files: `<address>.etcd`, `bootstrap`; an address in `dead` does not answer. */
const TALOSCTL = `${TALOSCTL_GEN}
case "$*" in
"gen config"*) while [ "$1" != --output ]; do shift; done; echo talosconfig >"$2"; exit ;;
esac
[ "$3" != config ] || exit 0
node=$6; shift 6
if [ -e dead ] && grep -qx "$node" dead; then echo "connection refused" >&2; exit 1; fi
case $1 in
version) ;;
service) if [ -e "$node.etcd" ]; then cat "$node.etcd"; else echo "STATE Preparing"; fi ;;
list) echo "NODE   NAME"; [ ! -e "$node.data" ] || echo "$node   member" ;;
bootstrap) if [ -e bootstrap ]; then cat bootstrap >&2; exit 1; fi ;;
kubeconfig) echo kubeconfig >"$2" ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.stub("curl", "printf 401");
  shell.write("secrets.yaml", "secret\n");
});
afterEach(() => {
  shell.remove();
});

const bootstrap = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, {
    CLUSTER: "demo",
    API_ENDPOINT: "demo.example.org",
    SECRETS: "secrets.yaml",
    TALOS_CONTRACT: "v1.13",
    NODES: [1, 2, 3].map((n) => `cp-${n} controlplane control-plane 10.0.0.1${n}`).join("\n"),
    LB_IP: "192.0.2.10",
    TALOSCONFIG_FILE: "talos/talosconfig",
    KUBECONFIG_FILE: "kube/kubeconfig-demo",
    TALOS_API_TIMEOUT: "1",
    KUBERNETES_API_TIMEOUT: "1",
    ...changes,
  });

/** The nodes that were told to bootstrap. */
const bootstraps = () =>
  shell.calls.filter((call) => / bootstrap$/.test(call)).map((call) => / --nodes (\S+) /.exec(call)?.[1]);

test("bootstraps the first control plane, and no other", () => {
  expect(bootstrap().status).toBe(0);
  expect(bootstraps()).toEqual(["10.0.0.11"]);
});

test("saves talosconfig and kubeconfig, for their owner only", () => {
  bootstrap();
  expect([shell.mode("talos/talosconfig"), shell.mode("kube/kubeconfig-demo")]).toEqual(["600", "600"]);
  expect(shell.runText("ls -A tmp", {}).stdout).toBe("");
});

test("a node that is bootstrapped already is success", () => {
  shell.write("bootstrap", "rpc error: code = AlreadyExists desc = etcd data directory is not empty");
  expect(bootstrap().status).toBe(0);
});

test("bootstraps nothing when etcd runs on any control plane, else there would be two", () => {
  shell.write("10.0.0.12.etcd", "STATE    Running\nHEALTH   OK\n");
  expect(bootstrap()).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing to bootstrap") as string });
  expect(bootstraps()).toEqual([]);
});

test("bootstraps nothing when etcd runs somewhere but is not healthy", () => {
  shell.write("10.0.0.12.etcd", "STATE    Running\nHEALTH   Fail\n");
  bootstrap();
  expect(bootstraps()).toEqual([]);
});

test("bootstraps nothing when a control plane has a member's data and etcd is not up yet", () => {
  shell.write("10.0.0.13.data", "");
  expect(bootstrap()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("cp-3 is a member of etcd already") as string,
  });
  expect(bootstraps()).toEqual([]);
});

test("fails before it bootstraps, when a control plane is not far enough to tell", () => {
  shell.write("10.0.0.12.etcd", "STATE    Waiting\n");
  expect(bootstrap().last).toMatch(
    /^error: cp-2 does not say whether it is a member of etcd.*: etcd on 10\.0\.0\.12 is Waiting/,
  );
  expect(bootstraps()).toEqual([]);
});

test("fails before it bootstraps, when a control plane does not answer: etcd may run there", () => {
  shell.write("dead", "10.0.0.13\n");
  const { status, last } = bootstrap();
  expect(status).toBe(1);
  expect(last).toMatch(/^error: the Talos API of cp-3 does not answer .* after 1s: connection refused\. See /);
  expect(bootstraps()).toEqual([]);
});

test("fails at once on a node that is no control plane", () => {
  shell.write("bootstrap", "rpc error: code = Unimplemented desc = bootstrap is only available on control plane nodes");
  expect(bootstrap({ TALOS_API_TIMEOUT: "600" }).last).toMatch(/^error: cp-1 is no control plane/);
});

describe("while the Kubernetes API does not serve, says where it is stuck:", () => {
  const silence = (curl: string) => {
    shell.stub("curl", curl);
    return bootstrap().last;
  };
  const CLOSED = "echo 'curl: (35) SSL_ERROR_SYSCALL' >&2; printf 000; exit 35";

  test.each([
    ["the answer is another one", "printf 503", "the API server answers 503; "],
    ["the load balancer has nobody", CLOSED, "the load balancer has no API server yet; "],
    ["nobody is there", "echo 'curl: (7) refused' >&2; printf 000; exit 7", "curl: (7) refused; "],
  ])("%s", (_name, curl, expected) => {
    expect(silence(curl)).toContain(
      `error: https://192.0.2.10:6443 does not answer 200 or 401 after 1s but ${expected}etcd on 10.0.0.11 is Preparing`,
    );
  });

  test("etcd is up, and the API server comes next", () => {
    shell.write("10.0.0.11.etcd", "STATE    Running\nHEALTH   OK\n");
    expect(silence(CLOSED)).toContain("etcd of cp-1 is healthy, its kubelet starts the API server. See ");
  });
});

test("fails without secrets, and says what to restore", () => {
  expect(bootstrap({ SECRETS: "gone.yaml" }).last).toMatch(/^error: gone\.yaml is not here, .*restore it/);
});
