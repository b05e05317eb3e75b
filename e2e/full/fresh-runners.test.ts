import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { Checkout } from "../lab/checkout";
import { CLUSTER } from "../lab/cluster";
import { type ClusterClient, isReady } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { type Applied, apply, applyWell, complaints } from "./support/apply";
import { killed, unlock } from "./support/kill";
import { report } from "./support/report";

const WORKERS = [0, 1, 2].map((index) => `${CLUSTER}-general-${index}`);
const SYSCTL = { machine: { sysctls: { "vm.max_map_count": "262144" } } };
/** With it no kubelet starts. */
const BROKEN = { machine: { kubelet: { extraArgs: { "no-such-flag": "true" } } } };

describe("a rollout goes on where it stopped, on whatever machine applies next", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const rows: (string | number)[][] = [];
  let file: ClusterFile;
  let client: ClusterClient;
  let runners = 0;

  /** A machine that has never applied: the program, the file and secrets.yaml. */
  const freshRunner = async (worker: readonly object[]): Promise<Checkout> => {
    const runner = new Checkout(run.project, `runner-${runners++}`);
    mkdirSync(runner.talosconfigDir, { recursive: true, mode: 0o700 });
    cpSync(join(run.first.talosconfigDir, "secrets.yaml"), join(runner.talosconfigDir, "secrets.yaml"));
    await runner.prepare({ ...file, patches: { ...file.patches, worker } } as ClusterFile);
    return runner;
  };
  /** Which workers have a text in their machine config. */
  const holders = async (text: string): Promise<string[]> => {
    const addresses = await neutron.nodeAddresses(run.project.cloud, WORKERS);
    const configs = await Promise.all(
      WORKERS.map((name) => client.talosctl("-n", addresses[name] ?? "", "get", "mc", "-o", "yaml")),
    );
    return WORKERS.filter((_, i) => configs[i]?.includes(text));
  };
  const holderOfTheTurn = () =>
    client.kubectl(
      "-n",
      "kube-system",
      "get",
      "lease",
      "talos-openstack-turn",
      "-o",
      "jsonpath={.spec.holderIdentity}",
    );
  const row = (what: string, { seconds }: Applied, happened: string) => rows.push([what, `${seconds}s`, happened]);

  step("a cluster of one control plane and three workers", async () => {
    file = {
      ...run.file,
      controlPlane: { ...run.file.controlPlane, count: 1 },
      workers: { general: { ...run.file.workers.general, count: 3 } },
      timeouts: { ...run.file.timeouts, nodesReady: 240 },
    };
    await run.first.prepare(file);
    row("one control plane, three workers", await applyWell(run.project, run.first), "complete");
    client = run.first.client();
    file = { ...file, timeouts: { ...file.timeouts, nodesReady: 60 } };
  });

  step("a patch with which no kubelet starts, by three fresh runners in a row: one worker is ill", async () => {
    let ill: string[] = [];
    for (const number of [1, 2, 3]) {
      const applied = await apply(run.project, await freshRunner([BROKEN]));
      expect(applied.code).toBe(1);
      const now = await holders("no-such-flag");
      expect(now).toHaveLength(1);
      if (number > 1) expect(now).toEqual(ill);
      ill = now;
      const said = complaints(applied);
      expect(said.filter((message) => message.startsWith(`${ill[0] ?? ""} is not healthy after 60s`))).toHaveLength(1);
      expect(said.filter((message) => message.includes(" is not touched"))).toHaveLength(2);
      expect(await holderOfTheTurn()).toBe(ill[0]);
      row(`a patch with which no kubelet starts, fresh runner ${number}`, applied, `1 of 3 ill: ${ill.join()}`);
    }
  });

  step("another patch instead, by fresh runners: the one that is ill is mended first, then the others", async () => {
    file = { ...file, timeouts: { ...file.timeouts, nodesReady: 300 } };
    for (let number = 1; ; number++) {
      const applied = await apply(run.project, await freshRunner([SYSCTL]));
      row(
        `another patch instead, fresh runner ${number}`,
        applied,
        applied.code === 0 ? "complete" : complaints(applied).join("; "),
      );
      if (applied.code === 0) break;
      expect(number).toBeLessThan(3);
    }
    expect([await holders("no-such-flag"), await holders("vm.max_map_count")]).toEqual([[], WORKERS]);
    expect([...(await client.nodes()).values()].map(isReady)).toEqual([true, true, true, true]);
    expect(await holderOfTheTurn()).toBe("");
  });

  step("killed when a node has its turn, its orphans touch nothing, and a fresh runner completes it", async () => {
    const runner = await freshRunner([]);
    const { moment, ...applied } = await killed(run.project, runner, /it is the turn of/, "tofu");
    expect(moment).toBeDefined();
    await unlock(run.project, runner);
    const untouched = await holders("vm.max_map_count");
    row("the patch taken back, OpenTofu killed at a turn", applied, `${untouched.length} of 3 not touched`);
    const next = await applyWell(run.project, await freshRunner([]));
    expect(await holders("vm.max_map_count")).toEqual([]);
    expect(await holderOfTheTurn()).toBe("");
    row("applied again by a fresh runner", next, "complete");
  });

  step("a destroy, and the report", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    report(
      "fresh-runners",
      file,
      "Each apply is of a new checkout that has nothing of the ones before but secrets.yaml.",
      { head: ["change", "apply took", "what happened"], rows },
    );
  });
});
