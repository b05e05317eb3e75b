import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/root";
import { Shell } from "../support/shell";

const STACK = "cdktf.out/stacks/demo";
const SERVER = "openstack_compute_instance_v2";
const PORT = "openstack_networking_port_v2";

const CDK_TF_JSON = {
  provider: { openstack: [{ cloud: "blue", region: "north" }] },
  resource: {
    [PORT]: { port: { name: "demo-node-0", network_id: "net", tags: ["cluster=demo"] } },
    [SERVER]: { server: { name: "demo-node-0", network: [{ port: `\${${PORT}.port.id}` }] } },
  },
};

const state = (...resources: readonly object[]) =>
  JSON.stringify({ version: 4, serial: 7, lineage: "line", outputs: {}, resources });

const WITH_PORT = state({
  mode: "managed",
  type: PORT,
  name: "port",
  provider: "p",
  instances: [{ attributes: { id: "port", all_fixed_ips: ["10.0.0.7"] } }],
});

/** Keeps what is pushed. */
const TOFU =
  'case "$*" in *"state pull -no-color") cat state ;; *"state push -no-color -") cat >pushed ;; *" plan "*) [ ! -e drift ] || cat drift ;; esac';

/** Answers each list from a file. */
const OPENSTACK = `
case "$*" in
*"token issue"*) echo '{"project_id": "ours"}' ;;
*"server list"*) cat servers ;;
*"port list"*) cat ports ;;
*"group list"*) cat groups ;;
*"subnet list"*) cat subnets ;;
*" show "*) echo '{"created_at": "2026-01-01T00:00:00Z"}' ;;
*) echo "$*" >&2; exit 1 ;;
esac`;

const server = (id: string, status = "ACTIVE") => ({
  ID: id,
  Name: "demo-node-0",
  Status: status,
  Networks: { net: ["10.0.0.7"] },
});

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
  shell.stub("tofu", TOFU);
  shell.stub("openstack", OPENSTACK);
  shell.write(`${STACK}/cdk.tf.json`, JSON.stringify(CDK_TF_JSON));
  shell.write(`${STACK}/.terraform.lock.hcl`, 'provider "registry.opentofu.org/x/openstack" {\n}\n');
  shell.write("cluster.yaml", readFileSync(join(ROOT, "cluster.yaml"), "utf8"));
  shell.write("state", WITH_PORT);
  shell.write("servers", JSON.stringify([server("server")]));
});
afterEach(() => {
  shell.remove();
});

/** Runs the command as npm does, with no other programs than the stubs. */
function adopt(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "bin", "run.mjs"), "bin/adopt.ts", ...args],
    {
      cwd: shell.directory,
      encoding: "utf8",
      env: {
        PATH: shell.path("bin"),
        CLUSTER_FILE: shell.path("cluster.yaml"),
      },
    },
  );
  return { status, stdout, stderr };
}

test("what the state lost is put into it, and the earlier state is kept", () => {
  expect(adopt()).toEqual({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(
      new RegExp(`^Now in the state:
  server demo-node-0: server
The state before is in ${STACK}/before-adopt-[0-9TZ.-]+.tfstate\\.
Next: tofu -chdir=${STACK} plan, and if that destroys nothing, apply\\.
$`),
    ) as string,
  });
  expect(JSON.parse(shell.read("pushed"))).toMatchObject({
    serial: 8,
    lineage: "line",
    resources: [{ type: PORT }, { type: SERVER, instances: [{ attributes: { id: "server" } }] }],
  });
  const [kept = ""] = backups();
  expect(JSON.parse(shell.read(kept))).toEqual(JSON.parse(WITH_PORT));
  expect(shell.mode(kept)).toBe("600");
});

/** Files of earlier states. */
const backups = () =>
  readdirSync(shell.path(STACK))
    .filter((file) => file.startsWith("before-adopt"))
    .map((file) => join(STACK, file));

test("a second run leaves the first one's earlier state alone", () => {
  adopt();
  adopt();
  expect(backups()).toHaveLength(2);
});

test("what has only the name is listed, and adopted when its ID is given", () => {
  const groups = { openstack_networking_secgroup_v2: { nodes: { name: "demo-nodes", tags: ["cluster=demo"] } } };
  shell.write(`${STACK}/cdk.tf.json`, JSON.stringify({ ...CDK_TF_JSON, resource: groups }));
  shell.write("groups", JSON.stringify([{ ID: "g1", Name: "demo-nodes", Project: "ours", Tags: [] }]));
  expect(adopt()).toEqual({
    status: 1,
    stderr: "",
    stdout: `These have the name of something that is missing, and nothing else says that they are this cluster's:
  security group demo-nodes: g1, made 2026-01-01T00:00:00Z
If they are, run this command again with the IDs of those that are; if not, take another name:
  npm run adopt -- --also g1
The state is as it was.
`,
  });
  expect(shell.exists("pushed")).toBe(false);
  expect(adopt("--also", "g1")).toMatchObject({ status: 0 });
  expect(shell.read("pushed")).toContain('"id":"g1"');
});

test("what has the tags of somebody else is named and left alone", () => {
  const groups = { openstack_networking_secgroup_v2: { nodes: { name: "demo-nodes", tags: ["cluster=demo"] } } };
  shell.write(`${STACK}/cdk.tf.json`, JSON.stringify({ ...CDK_TF_JSON, resource: groups }));
  shell.write("groups", JSON.stringify([{ ID: "g1", Name: "demo-nodes", Project: "ours", Tags: ["team=payments"] }]));
  const { status, stdout } = adopt("--also", "g1");
  expect([status, stdout.split("\n").slice(0, 2)]).toEqual([
    0,
    [
      "These have the name of something that is missing, and tags of somebody else. They are left alone:",
      "  security group demo-nodes: g1",
    ],
  ]);
  expect(shell.exists("pushed")).toBe(false);
});

const drift = (message: object) => `OpenTofu v1.12.6\n${JSON.stringify({ "@level": "info", ...message })}\n`;

test("what replaces something that is gone takes its place in the state", () => {
  const old = {
    mode: "managed",
    type: SERVER,
    name: "server",
    provider: "p",
    instances: [{ attributes: { id: "old" } }],
  };
  const before = JSON.parse(WITH_PORT) as { resources: object[] };
  shell.write("state", JSON.stringify({ ...before, resources: [...before.resources, old] }));
  expect(adopt().stdout).toContain("Nothing is in OpenStack");
  const change = { action: "delete", resource: { addr: `${SERVER}.server` } };
  shell.write("drift", drift({ type: "resource_drift", change }));
  expect(adopt().status).toBe(0);
  expect((JSON.parse(shell.read("pushed")) as { resources: object[] }).resources).toEqual([
    expect.objectContaining({ type: PORT }),
    expect.objectContaining({ type: SERVER, instances: [expect.objectContaining({ schema_version: 0 })] }),
  ]);
});

test("a state that is lost is made anew", () => {
  shell.write("state", "");
  shell.write(
    "ports",
    JSON.stringify([
      {
        ID: "port",
        Name: "demo-node-0",
        "Fixed IP Addresses": [{ ip_address: "10.0.0.7", subnet_id: "s" }],
        Tags: ["cluster=demo"],
      },
    ]),
  );
  shell.write("subnets", JSON.stringify([{ ID: "s", Network: "net" }]));
  expect(adopt()).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(shell.read("pushed"))).toMatchObject({
    version: 4,
    serial: 1,
    resources: [{ type: PORT }, { type: SERVER }],
  });
});

test("secrets that are missing too are asked for, where nodes have some and no state says so", () => {
  const node = "demo-control-plane-0";
  shell.write(`${STACK}/cdk.tf.json`, JSON.stringify(CDK_TF_JSON).replaceAll("demo-node-0", node));
  shell.write("servers", JSON.stringify([{ ...server("server"), Name: node }]));
  const restore = "talosconfig/demo/secrets.yaml from your backup first";
  expect(adopt().stdout).toContain(restore);
  shell.write("talosconfig/demo/secrets.yaml", "secret");
  expect(adopt().stdout).not.toContain(restore);
});

test("cloud and region of the stack's provider are those of the lists; one list for each kind", () => {
  adopt();
  expect(shell.calls.filter((call) => call.startsWith("openstack"))).toEqual([
    "openstack --os-cloud blue --os-region-name north token issue -c project_id -f json",
    "openstack --os-cloud blue --os-region-name north server list --long --no-name-lookup --limit -1 -f json",
  ]);
});

test("nothing missing: OpenStack is not asked, nothing is stored", () => {
  shell.write(`${STACK}/cdk.tf.json`, JSON.stringify({ ...CDK_TF_JSON, resource: {} }));
  expect(adopt()).toEqual({
    status: 0,
    stderr: "",
    stdout: "Nothing is in OpenStack that the state should have and has not.\n",
  });
  expect(shell.calls.filter((call) => call.startsWith("openstack"))).toEqual([]);
});

describe("what is left to people: exit status 1, and the state stays as it was", () => {
  afterEach(() => {
    expect(shell.exists("pushed")).toBe(false);
  });

  test("two of one name", () => {
    shell.write("servers", JSON.stringify([server("one"), server("two")]));
    expect(adopt()).toEqual({
      status: 1,
      stderr: "",
      stdout: `One of these is wanted, and nothing says which. Delete the others, and run this command again:
  server demo-node-0: one, made 2026-01-01T00:00:00Z
  server demo-node-0: two, made 2026-01-01T00:00:00Z
The state is as it was.
`,
    });
  });

  test("a server in ERROR, and one that is being built", () => {
    shell.write("servers", JSON.stringify([server("one", "ERROR"), server("two", "BUILD")]));
    expect(adopt()).toEqual({
      status: 1,
      stderr: "",
      stdout: `These are in error, or were never completed. Delete or repair them, and run this command again:
  server demo-node-0: one, ERROR, made 2026-01-01T00:00:00Z
    openstack server delete one
OpenStack is at work on these. Run this command again when they are active or stopped:
  server demo-node-0: two, BUILD
The state is as it was.
`,
    });
  });
});

describe("fails with one sentence", () => {
  const lastLine = () => {
    const { status, stderr } = adopt();
    expect(status).toBe(1);
    return stderr;
  };

  test("without a synthesized stack", () => {
    shell.write(`${STACK}/cdk.tf.json`, "{}");
    shell.runText(`rm ${STACK}/cdk.tf.json`, {});
    expect(lastLine()).toBe(
      `error: ${STACK}/cdk.tf.json is not here: run npm run synth and tofu -chdir=${STACK} init first, with access to the state\n`,
    );
  });

  test("without tofu", () => {
    shell.runText("rm bin/tofu", {});
    expect(lastLine()).toMatch(/^error: tofu is not installed on this machine/);
  });

  test("without the openstack command", () => {
    shell.runText("rm bin/openstack", {});
    expect(lastLine()).toBe(
      "error: the openstack command is not installed on this machine: install python-openstackclient\n",
    );
  });

  test("when the openstack command fails", () => {
    shell.stub("openstack", "echo 'Missing value auth-url required' >&2; exit 1");
    expect(lastLine()).toBe("error: openstack token issue -c project_id failed: Missing value auth-url required\n");
  });

  test("when the openstack command knows no records", () => {
    const record = { name: "demo.example.org.", type: "A", zone_id: "zone" };
    shell.write(`${STACK}/cdk.tf.json`, JSON.stringify({ resource: { openstack_dns_recordset_v2: { record } } }));
    const unknown = "openstack: 'recordset list zone' is not an openstack command. See 'openstack --help'.";
    shell.stub("openstack", `case "$*" in token*) echo '{}' ;; *) echo ${JSON.stringify(unknown)} >&2; exit 2 ;; esac`);
    expect(lastLine()).toBe(
      `error: openstack recordset list zone failed: ${unknown} Install python-designateclient.\n`,
    );
  });

  test("when OpenTofu cannot compare state and cloud", () => {
    const diagnostic = { severity: "error", summary: "Invalid power_state for instance a: BUILD" };
    shell.write("drift", drift({ type: "diagnostic", diagnostic }));
    shell.stub("tofu", `${TOFU}; case "$*" in *" plan "*) exit 1 ;; esac`);
    expect(lastLine()).toMatch(/^error: tofu .* failed: Invalid power_state for instance a: BUILD\n$/);
  });

  test("when the state is locked", () => {
    shell.stub(
      "tofu",
      'case "$*" in *pull*) cat state ;; *plan*) ;; *) echo "Error acquiring the state lock" >&2; exit 1 ;; esac',
    );
    expect(lastLine()).toBe(
      `error: tofu -chdir=${STACK} state push -no-color - failed: Error acquiring the state lock\n`,
    );
  });
});
