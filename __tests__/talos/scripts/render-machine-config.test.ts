import { createHash } from "node:crypto";
import { parse } from "yaml";
import { incompressible } from "../../support/clusters";
import { Shell, TALOSCTL_GEN, talosScripts } from "../../support/shell";

const SCRIPTS = talosScripts("scripts/render-machine-config", "secrets", "manifests", "render");
const OUTPUT = "talos/nodes/demo-general-0.yaml";

/** Writes down its patches, and prints a machine config. */
const TALOSCTL = `
case $1 in
gen) for argument in "$@"; do case $argument in @*) cat "\${argument#@}" >>patches; echo --- >>patches ;; esac; done
  cat config ;;
validate) [ ! -e refuse ] || { echo "1 error occurred: no CA key" >&2; exit 1; } ;;
esac`;

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("talosctl", TALOSCTL);
  shell.write("config", "version: v1alpha1\n");
  shell.write("talos/secrets.yaml", "token: 8rqsnr.i6vqzvx9kuww2dnc\n");
});
afterEach(() => {
  shell.remove();
});

const render = (changes: Readonly<Record<string, string>> = {}) =>
  shell.run(SCRIPTS, {
    NODE: "demo-general-0",
    CLUSTER: "demo",
    NODE_ENDPOINT: "demo.example.org",
    NODE_ENDPOINT_ADDRESS: "",
    SANS: "192.0.2.10,demo.example.org",
    KUBERNETES_VERSION: "v1.36.3",
    TALOS_CONTRACT: "v1.13",
    MACHINE_TYPE: "worker",
    SECRETS: "talos/secrets.yaml",
    ROLE_PATCHES: '{"machine":{"type":"worker"}}\n{"cluster":{"text":"a\\nb \\"c\\""}}',
    NODE_PATCHES: '{"machine":{"env":{"A":"$HOME `b`"}}}',
    SECRET_PATCHES: "",
    PINNED_MANIFESTS: "",
    BLOCK_METADATA: "false",
    MAX_BYTES: "65535",
    OUTPUT,
    ...changes,
  });

test("writes the config for its owner only, and leaves nothing else", () => {
  expect(render()).toMatchObject({ status: 0, stdout: expect.stringContaining("of demo-general-0: ") as string });
  expect([shell.read(OUTPUT), shell.mode(OUTPUT)]).toEqual(["version: v1alpha1\n", "600"]);
  expect(shell.runText("ls -A tmp", {}).stdout).toBe("");
});

test("keeps the node and its pods from the metadata service, before anybody's patches", () => {
  render({ BLOCK_METADATA: "true" });
  const [first] = shell.read("patches").split("\n---\n");
  expect(JSON.parse(first ?? "")).toEqual({
    apiVersion: "v1alpha1",
    kind: "BlackholeRouteConfig",
    name: "169.254.169.254/32",
    metric: 1,
  });
});

test("a talosctl that is too old for that is named", () => {
  shell.stub("talosctl", `${TALOSCTL_GEN}\necho '"BlackholeRouteConfig" "v1alpha1": not registered' >&2; exit 1`);
  expect(render({ BLOCK_METADATA: "true" }).last).toMatch(/it is older than 1\.13; install one/);
});

describe("a file of patches.secret", () => {
  test("is merged last, read by talosctl alone, and nothing of it is said when it is wrong", () => {
    shell.write("keys/registry.yaml", "password: hunter2\n");
    expect(render({ SECRET_PATCHES: "keys/registry.yaml" }).status).toBe(0);
    expect(shell.read("patches")).toMatch(/\n---\npassword: hunter2\n---\n$/);
    expect(shell.calls.join("\n")).not.toContain("hunter2");
    shell.stub("talosctl", `${TALOSCTL_GEN}\necho 'cannot unmarshal hunter2' >&2; exit 1`);
    const { status, stderr, last } = render({ SECRET_PATCHES: "keys/registry.yaml" });
    expect([status, last]).toEqual([1, expect.stringContaining("the files of patches.secret")]);
    expect(stderr).not.toContain("hunter2");
  });

  test("that is not here is named", () => {
    expect(render({ SECRET_PATCHES: "keys/registry.yaml" }).last).toMatch(
      /^error: keys\/registry\.yaml cannot be read/,
    );
  });
});

describe("a manifest of manifests.pinned", () => {
  const MANIFEST = '  # begins with blanks\nkind: Namespace\n\nmetadata: { name: "a: b" }\n';
  const sum = createHash("sha256").update(MANIFEST).digest("hex");
  const pinned = { PINNED_MANIFESTS: `${sum} https://example.org/a.yaml?b=$c` };

  beforeEach(() => {
    shell.write("manifest", MANIFEST);
    shell.stub("curl", 'while [ "$1" != --output ]; do shift; done; cat manifest >"$2"');
  });

  test("is fetched, compared, and applied as it is", () => {
    expect(render(pinned).status).toBe(0);
    const [first = ""] = shell.read("patches").split("\n---\n");
    expect(parse(first)).toEqual({
      cluster: { inlineManifests: [{ name: `pinned-${sum.slice(0, 12)}`, contents: MANIFEST }] },
    });
    expect(shell.calls.join("\n")).toContain("--url https://example.org/a.yaml?b=$c");
  });

  test("that is another one reaches no node", () => {
    shell.write("manifest", `${MANIFEST}---\nkind: ClusterRoleBinding\n`);
    const { status, last } = render(pinned);
    expect([status, last]).toEqual([
      1,
      expect.stringMatching(
        /^error: the manifest https:\S+ is not the one that manifests\.pinned names: .* instead of/,
      ),
    ]);
    expect(shell.exists(OUTPUT)).toBe(false);
  });

  test("that cannot be fetched is named, with the reason", () => {
    shell.stub("curl", "echo 'curl: (6) Could not resolve host' >&2; exit 6");
    expect(render(pinned).last).toMatch(
      /^error: the manifest https:\S+ cannot be fetched: curl: \(6\) Could not resolve host; make it reachable/,
    );
  });
});

test("hands over each patch as a file of its own, in order, as it was written", () => {
  render();
  expect(shell.read("patches")).toBe(
    '{"machine":{"type":"worker"}}\n---\n{"cluster":{"text":"a\\nb \\"c\\""}}\n---\n{"machine":{"env":{"A":"$HOME `b`"}}}\n---\n',
  );
});

test("lets the node find the API's name by itself, before anybody's patches", () => {
  render({ NODE_ENDPOINT_ADDRESS: "10.0.0.10" });
  const [first] = shell.read("patches").split("\n---\n");
  expect(JSON.parse(first ?? "")).toEqual({
    apiVersion: "v1alpha1",
    kind: "StaticHostConfig",
    name: "10.0.0.10",
    hostnames: ["demo.example.org"],
  });
});

test("works without any patch", () => {
  expect(render({ ROLE_PATCHES: "", NODE_PATCHES: "" }).status).toBe(0);
});

test("tells talosctl names, versions and the path of the secrets, on a command line without a secret or a patch", () => {
  render();
  const generate = shell.calls.find((call) => call.includes("--output-types worker")) ?? "";
  expect(generate).toContain("gen config demo https://demo.example.org:6443 --with-secrets talos/secrets.yaml");
  expect(generate).toContain("--additional-sans 192.0.2.10,demo.example.org --kubernetes-version 1.36.3");
  expect(generate).toContain("--output-types worker --output -");
  expect(shell.calls.join("\n")).not.toMatch(/8rqsnr|\{/);
});

test("prints nothing of what it renders", () => {
  shell.write("config", "token: 8rqsnr.i6vqzvx9kuww2dnc\n");
  const { stdout, stderr } = render();
  expect(stdout + stderr).not.toContain("8rqsnr");
});

test("fails without secrets, says what to restore, and makes none", () => {
  const { status, last } = render({ SECRETS: "gone/secrets.yaml" });
  expect(status).toBe(1);
  expect(last).toMatch(/^error: gone\/secrets\.yaml is not here, .*restore it from your backup, .*never made anew/);
  expect(shell.calls).toEqual([]);
});

test("fails on a config that talosctl refuses, and keeps the one before", () => {
  shell.write(OUTPUT, "before");
  shell.write("refuse", "");
  const { status, last } = render();
  expect([status, last]).toEqual([
    1,
    "error: the machine config of demo-general-0 is not valid: 1 error occurred: no CA key",
  ]);
  expect(shell.read(OUTPUT)).toBe("before");
});

test("fails on a config that does not fit into user data, with the size and the limit", () => {
  shell.write("config", incompressible(2_000));
  const { status, last } = render({ MAX_BYTES: "1000" });
  expect(status).toBe(1);
  expect(last).toMatch(/takes \d+ bytes of user data, at most 1000 are possible: make its patches smaller/);
  expect(shell.exists(OUTPUT)).toBe(false);
});
