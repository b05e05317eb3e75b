import { setTimeout as sleep } from "node:timers/promises";
import type { ClusterFile } from "../../constructs/config/cluster";
import { CLUSTER, CONTROL_PLANES } from "../lab/cluster";
import { inventory } from "../support/inventory";
import { type ClusterClient, isReady } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { servers } from "../support/nova";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { ApiCalls } from "./support/api-calls";
import { type Applied, apply, applyWell, complaints } from "./support/apply";
import { report } from "./support/report";

const SYSCTL = { machine: { sysctls: { "vm.max_map_count": "262144" } } };
/** Talos takes it over by a reboot only. */
const REBOOT = { machine: { env: { GRPC_GO_LOG_SEVERITY_LEVEL: "info" } } };
const BROKEN = { cluster: { apiServer: { extraArgs: { "no-such-flag": "true" } } } };
/** Longer without the Kubernetes API, and the quorum was lost. */
const MAX_SILENCE_SECONDS = 30;

describe("changed machine configs reach a control plane of three, one node at a time", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const rows: (string | number)[][] = [];
  let file: ClusterFile;
  let client: ClusterClient;
  let ids: string[];

  /** The cluster file with these patches of control planes. */
  const patched = (controlPlane: readonly object[], more: Partial<ClusterFile> = {}): ClusterFile =>
    ({ ...file, ...more, patches: { ...file.patches, controlPlane } }) as ClusterFile;
  const serverIds = async () => Array.from((await servers(run.project.cloud)).values(), ({ id }) => id).sort();
  /** Which control planes have a text in their machine config. */
  const holders = async (text: string) => {
    const addresses = await neutron.nodeAddresses(run.project.cloud, CONTROL_PLANES);
    const configs = await Promise.all(
      CONTROL_PLANES.map((name) => client.talosctl("-n", addresses[name] ?? "", "get", "mc", "-o", "yaml")),
    );
    return CONTROL_PLANES.filter((_, i) => configs[i]?.includes(text));
  };
  const expectHealthy = async () => {
    const nodes = await client.nodes();
    expect([...nodes.values()].map(isReady)).toEqual([...nodes.values()].map(() => true));
    expect(await serverIds()).toEqual(ids);
    await run.first.expectNoDiff();
  };

  step("a cluster of one control plane and one worker", async () => {
    file = {
      ...run.file,
      controlPlane: { ...run.file.controlPlane, count: 1 },
      workers: { general: { ...run.file.workers.general, count: 1 } },
    };
    await run.first.prepare(file);
    const { seconds } = await applyWell(run.project, run.first);
    rows.push(["one control plane, one worker", `${seconds}s`, "complete"]);
    client = run.first.client();
    ids = await serverIds();
  });

  step("two control planes more", async () => {
    file = { ...file, controlPlane: { ...run.file.controlPlane, count: 3 } };
    await run.first.synth(file);
    const { seconds } = await applyWell(run.project, run.first);
    expect(await serverIds()).toEqual(expect.arrayContaining(ids));
    ids = await serverIds();
    const addresses = Object.values(await neutron.nodeAddresses(run.project.cloud, CONTROL_PLANES));
    const members = await client.talosctl("-n", addresses[0] ?? "", "etcd", "members");
    for (const name of CONTROL_PLANES) expect(members).toContain(name);
    for (const address of addresses) expect(run.first.read("talosconfig", CLUSTER, "talosconfig")).toContain(address);
    await expectHealthy();
    rows.push(["two control planes more", `${seconds}s`, "three members of etcd, the other servers untouched"]);
  });

  step("a patch", async () => {
    const applied = await rollOut(patched([SYSCTL]));
    expect(turns(applied)).toHaveLength(3);
    expect(await holders("vm.max_map_count")).toEqual(CONTROL_PLANES);
    await expectHealthy();
    rows.push(["a patch of control planes (a sysctl)", `${applied.seconds}s`, "one after the other"]);
  });

  step("a patch with which the API server does not start stops at the first node", async () => {
    const broken = patched([SYSCTL, BROKEN], { timeouts: { ...file.timeouts, nodesReady: 60 } });
    await run.first.synth(broken);
    const applied = await apply(run.project, run.first);
    expect(applied.code).toBe(1);
    const said = complaints(applied);
    const [first = ""] = said.filter((message) => message.includes("is not healthy after 60s"));
    expect(first).toMatch(/^e2e-control-plane-\d is not healthy after 60s .*No other node is touched/);
    expect(said.filter((message) => message.includes("is not touched: "))).toHaveLength(2);
    const touched = await holders("no-such-flag");
    expect(touched).toEqual([first.split(" ")[0]]);
    await client.kubectl("get", "nodes");
    rows.push(["a patch with which no API server starts", `${applied.seconds}s`, `stops: ${first}`]);
  });

  step("applied again, it stops there again", async () => {
    const { code, seconds } = await apply(run.project, run.first);
    expect(code).toBe(1);
    expect(await holders("no-such-flag")).toHaveLength(1);
    rows.push(["the same applied again", `${seconds}s`, "stops, no other node touched"]);
  });

  step("taken back, the node is mended", async () => {
    const applied = await rollOut(patched([SYSCTL]));
    expect(await holders("no-such-flag")).toEqual([]);
    await expectHealthy();
    rows.push(["the patch taken back", `${applied.seconds}s`, "the node is mended, all healthy"]);
  });

  step("a patch that needs reboots, which the file allows", async () => {
    const calls = new ApiCalls(await neutron.floatingIp(run.project.cloud), client.kubeconfig);
    let over = false;
    const watching = silence(calls, () => over);
    const applied = await rollOut(patched([SYSCTL, REBOOT], { talos: { ...file.talos, allowReboots: true } }));
    over = true;
    const seconds = await watching;
    expect(turns(applied)).toHaveLength(3);
    expect(seconds).toBeLessThan(MAX_SILENCE_SECONDS);
    expect(await holders("GRPC_GO_LOG_SEVERITY_LEVEL")).toEqual(CONTROL_PLANES);
    rows.push([
      "a patch that needs reboots (talos.allowReboots)",
      `${applied.seconds}s`,
      `one after the other; the Kubernetes API was never away for more than ${Math.ceil(seconds)}s`,
    ]);
  });

  step("a destroy leaves nothing behind", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    expect(await inventory(run.project.cloud)).toEqual(run.before);
    report(
      "rollout",
      file,
      "The number of control planes and their patches change, one apply each; servers stay the same.",
      { head: ["change", "apply took", "what happened"], rows },
    );
  });

  const rollOut = async (wanted: ClusterFile): Promise<Applied> => {
    await run.first.synth(wanted);
    return applyWell(run.project, run.first);
  };
});

/** The nodes that were changed, in order; none of them before the one before was done. */
function turns({ lines }: Applied): string[] {
  const events = lines.flatMap(({ text }) => {
    const [, begun] = /\(local-exec\): it is the turn of (\S+)/.exec(text) ?? [];
    const [, done] = /\(local-exec\): (\S+) has its new machine config/.exec(text) ?? [];
    return begun === undefined ? (done === undefined ? [] : [`${done} ends`]) : [`${begun} begins`];
  });
  const nodes = events.filter((_, i) => i % 2 === 0).map((event) => event.split(" ")[0] ?? "");
  expect(events).toEqual(nodes.flatMap((node) => [`${node} begins`, `${node} ends`]));
  return nodes;
}

/** The longest time in which no call of the Kubernetes API went well, in seconds. */
async function silence(calls: ApiCalls, over: () => boolean): Promise<number> {
  let [longest, last] = [0, Date.now()];
  while (!over()) {
    if (await calls.call()) last = Date.now();
    longest = Math.max(longest, (Date.now() - last) / 1000);
    await sleep(500);
  }
  return longest;
}
