import { leaveTurn, NODES, shellWithCluster, turnOf, UNHEALTHY } from "../../../support/cluster-stub";
import { PRELUDE, type Run, scriptFile, type Shell } from "../../../support/shell";

const LIBRARIES = ["nodes", "secrets", "talos", "etcd", "kube", "cilium", "health", "turns"].map((name) =>
  scriptFile(`talos/scripts/lib/${name}.sh`),
);

let shell: Shell;
beforeEach(() => {
  shell = shellWithCluster();
});
afterEach(() => {
  shell.remove();
});

/** Runs a text as a verb of a node would, in an apply of its own. */
const run = (node: string, text: string, changes: Readonly<Record<string, string>> = {}): Run =>
  shell.runText([scriptFile(PRELUDE), ...LIBRARIES, text].join("\n"), {
    API_ENDPOINT: "demo.example.org",
    NODE: node,
    NODES,
    POD_NETWORK: "true",
    TIMEOUT: "1",
    PATIENCE: "1",
    ...changes,
  });
/** A verb that changes nothing. */
const VERB = "take_turn; my_turn; finish_turn";
const FREE = { holder: "", apply: "", state: "", lender: "" };
const ROUNDS_MILLISECONDS = 600_000;
const ill = (address: string) => shell.write(`${address}.kubelet`, UNHEALTHY);

test("the first turn makes the Lease, the next ones use it", () => {
  expect([run("w-0", VERB).status, run("w-1", VERB).status]).toEqual([0, 0]);
  expect(turnOf(shell)).toEqual(FREE);
});

test("the Lease says whose turn it is, for people and for the next apply", () => {
  run("w-0", "take_turn; trap - EXIT");
  expect(JSON.parse(shell.read("manifest"))).toMatchObject({
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { name: "talos-openstack-turn", namespace: "kube-system" },
    spec: {
      holderIdentity: "w-0",
      acquireTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as string,
    },
  });
});

test("all scripts of one OpenTofu are of one apply, those of another are not", () => {
  const both = run("w-0", "apply_id; echo; APPLY=$$ apply_id").stdout.split("\n");
  expect(both[0]).toMatch(/^[\w.-]+-\d+-\d+$/);
  expect(both[1]).not.toBe(both[0]);
  expect(run("w-1", "apply_id").stdout).toBe(both[0]);
});

describe("a turn of the same apply", () => {
  test("is waited for", () => {
    const { status, last } = run("w-0", `NODE=w-1 write_turn "" w-1 "$(apply_id)" running ""; take_turn`);
    expect([status, last]).toEqual([1, expect.stringMatching(/w-0 is not touched, .* in 5s: it is the turn of w-1/)]);
  });

  test("that has failed ends the others at once", () => {
    const start = Date.now();
    const { last } = run("w-0", `write_turn "" w-1 "$(apply_id)" failed ""; TIMEOUT=600 take_turn`);
    expect(last).toMatch(/^error: w-0 is not touched: w-1 has failed in this apply/);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  test("is one's own when the answer to taking it was lost", () => {
    expect(run("w-0", `write_turn "" w-0 "$(apply_id)" running ""; ${VERB}`).status).toBe(0);
  });
});

describe("a turn that another apply has left", () => {
  test("is taken over by its own node, which mends itself first", () => {
    leaveTurn(shell, "w-0");
    ill("10.0.0.20");
    expect(run("w-0", VERB).status).toBe(0);
    expect(turnOf(shell)).toEqual(FREE);
  });

  test("is over when its node is healthy", () => {
    leaveTurn(shell, "w-0", { state: "failed" });
    expect(run("w-1", VERB).status).toBe(0);
  });

  test("is over when the cluster has no such node any more", () => {
    leaveTurn(shell, "w-9");
    expect(run("w-1", VERB).status).toBe(0);
  });

  test("is not for others while its node is ill: they give way, and say what to do", () => {
    leaveTurn(shell, "w-0");
    ill("10.0.0.20");
    expect(run("w-1", VERB).last).toMatch(
      /^error: w-1 is not touched, it did not get its turn in 1s: w-0 was changed by another apply and has not been healthy since: kubelet on 10\.0\.0\.20 is Running, health Fail\. Apply again; if w-0 is not to be waited for: kubectl -n kube-system delete lease talos-openstack-turn$/,
    );
    expect(turnOf(shell)).toMatchObject({ holder: "w-0", apply: "another-apply" });
  });

  test("is waited for in full once its node's own script has taken it over", () => {
    leaveTurn(shell, "w-0");
    ill("10.0.0.20");
    const announced = `(NODE=w-0 TIMEOUT=600; sleep 1; take_turn; for i in 1 2 3 4 5 6; do sleep 1; done; finish_turn) & PATIENCE=20 take_turn; wait; finish_turn`;
    expect(run("w-1", announced, { TIMEOUT: "10" }).status).toBe(0);
  });
});

describe("a control plane", () => {
  test("does not wait for a worker, whose script waits for it, and gives the turn back", () => {
    leaveTurn(shell, "w-0", { state: "failed" });
    ill("10.0.0.20");
    expect(run("cp-0", VERB).status).toBe(0);
    expect(turnOf(shell)).toEqual({ holder: "w-0", apply: "another", state: "failed", lender: "" });
  });

  test("that fails remembers the worker too", () => {
    leaveTurn(shell, "w-0");
    ill("10.0.0.20");
    run("cp-0", "take_turn; exit 1");
    expect(turnOf(shell)).toMatchObject({ holder: "cp-0", state: "failed", lender: "w-0" });
    leaveTurn(shell, "cp-0", { state: "failed", lender: "w-0" });
    expect(run("cp-1", VERB).status).toBe(0);
    expect(turnOf(shell)).toMatchObject({ holder: "w-0", state: "failed" });
  });

  test("that is healthy again leaves the worker to be mended, and others wait for that", () => {
    leaveTurn(shell, "cp-0", { lender: "w-0" });
    ill("10.0.0.20");
    expect(run("w-1", VERB).last).toMatch(/^error: w-1 is not touched, .*: w-0 was changed by another apply/);
    expect(run("w-0", VERB).status).toBe(0);
    expect(turnOf(shell)).toEqual(FREE);
  });

  test("waits for another control plane that is ill", () => {
    leaveTurn(shell, "cp-1");
    shell.write("10.0.0.11.etcd", UNHEALTHY);
    expect(run("cp-0", VERB).last).toMatch(/^error: cp-0 is not touched, .*: cp-1 was changed by another apply/);
  });
});

describe("right before a node is touched", () => {
  test("a turn that another apply has taken over is noticed", () => {
    const { last } = run("w-0", "take_turn; write_turn 1 w-0 another-apply running ''; my_turn; echo touched");
    expect(last).toMatch(/^error: w-0 is not touched: another apply took its turn over/);
    expect(turnOf(shell)).toMatchObject({ apply: "another-apply", state: "running" });
  });

  test("a turn that cannot be seen is none", () => {
    expect(run("w-0", "take_turn; touch api-down; my_turn").last).toMatch(
      /^error: w-0 is not touched, whether it is still its turn cannot be seen: connection refused/,
    );
  });
});

test.each([
  ["fails", "exit 1"],
  ["is interrupted", "kill -TERM $$; sleep 1; sleep 1"],
])("a script that %s leaves a failed turn", (_name, end) => {
  run("w-0", `take_turn; ${end}`);
  expect(turnOf(shell)).toMatchObject({ holder: "w-0", state: "failed" });
});

// Each round begins with a turn that nobody is responsible for any more, which three want to have.
test(
  "in a hundred rounds of a stale turn there are never two at once",
  () => {
    const verb = `take_turn; mkdir held || echo "two at once"; my_turn; rmdir held; finish_turn; echo "$NODE" >>done`;
    const rounds = `
    for round in {1..100}; do
      printf '%s' "$round|w-9|another-apply|running|" >lease
      for NODE in w-0 w-1 w-2; do NODE=$NODE bash -c "$VERB" & done; wait
    done`;
    const { stdout, stderr } = shell.runText(
      rounds,
      { NODES, TIMEOUT: "60", PATIENCE: "60", VERB: [scriptFile(PRELUDE), ...LIBRARIES, verb].join("\n") },
      "",
      ROUNDS_MILLISECONDS,
    );
    expect([stdout.match(/two at once/g), stderr]).toEqual([null, ""]);
    expect(shell.read("done").split("\n").filter(Boolean).sort()).toEqual(
      ["w-0", "w-1", "w-2"].flatMap((node) => Array.from({ length: 100 }, () => node)),
    );
  },
  ROUNDS_MILLISECONDS,
);
