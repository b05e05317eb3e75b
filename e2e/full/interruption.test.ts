import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { CLUSTER, CONTROL_PLANES } from "../lab/cluster";
import { type Inventory, inventory } from "../support/inventory";
import { isReady } from "../support/kubernetes";
import * as neutron from "../support/neutron";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { addressesInState, addressIn } from "./support/addresses";
import { adopt } from "./support/adopt";
import { applyWell } from "./support/apply";
import { killed, unlock, type Victim } from "./support/kill";
import { type Moment, MOMENTS, MOMENTS_OF_LIFE } from "./support/moments";
import { orphans } from "./support/orphans";
import { report } from "./support/report";

const VICTIMS: readonly Victim[] = ["tofu", "all"];
const NOT_YET = "not yet";

describe("an apply that is killed at any moment is finished by the next one", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);
  const first: string[][] = [];
  const later: string[][] = [];
  let file: ClusterFile;
  let secrets: string | undefined;

  step("a cluster of three control planes and one worker is wanted", async () => {
    file = { ...run.file, workers: { general: { ...run.file.workers.general, count: 1 } } };
    await run.first.prepare(file);
  });

  for (const [i, moment] of MOMENTS.entries()) {
    step(`killed ${moment.name}`, async () => {
      first.push(await killAt(moment, VICTIMS[i % VICTIMS.length] ?? "all"));
    });
  }

  step("the next apply completes the cluster", async () => {
    const { seconds } = await applyWell(run.project, run.first);
    first.push(["not killed", "-", `after ${seconds}s`, "no", "none", ...(await state())]);
  });

  for (const [i, name] of MOMENTS_OF_LIFE.entries()) {
    step(`the cluster lives: killed ${name}, and completed`, async () => {
      const moment = MOMENTS.find((one) => one.name === name);
      if (moment === undefined) throw new Error(`there is no moment ${name}`);
      const row = await killAt(moment, VICTIMS[i % VICTIMS.length] ?? "all");
      const { seconds } = await applyWell(run.project, run.first);
      later.push([...row.slice(0, 5), `complete after ${seconds}s`, ...(await state())]);
    });
  }

  step("there is no difference, and nothing twice", async () => {
    await run.first.expectNoDiff();
    expect(await orphans(run.project, run.before)).toEqual([]);
    expect(doubles(await inventory(run.project.cloud))).toEqual([]);
    report(
      "interruption",
      file,
      "Every apply is killed by SIGKILL: tofu alone, with its children left to themselves, or all that it has started. A lock that is left is removed by `tofu force-unlock`; what was made and is not in the stored state is put there by `npm run adopt`; then the next apply goes on, to the next moment of the table, or, where that has been, begins anew after a destroy.",
      {
        head: ["moment", "killed", "came", "lock left", "lost, and adopted", "etcd members", "same secrets"],
        rows: first,
      },
      {
        head: [
          "moment in a cluster that lives",
          "killed",
          "came",
          "lock left",
          "lost, and adopted",
          "next apply",
          "etcd members",
          "same secrets",
        ],
        rows: later,
      },
    );
  });

  step("a destroy leaves nothing behind", async () => {
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    expect(await inventory(run.project.cloud)).toEqual(run.before);
  });

  /** One killed apply, and what it left, until the next one may begin. */
  const killAt = async (moment: Moment, victim: Victim): Promise<string[]> => {
    const address = addressIn(run.first, moment.resource);
    const options = addressesInState(run.project).has(address) ? await makeRoomFor(address) : [];
    const pattern = new RegExp(`^${address.replaceAll(".", "\\.")}${moment.line}`);
    const { moment: line, seconds, text } = await killed(run.project, run.first, pattern, victim, options);
    if (line === undefined) throw new Error(`this apply ended before its moment:\n${text}`);
    const locked = await unlock(run.project, run.first);
    const lost = await orphans(run.project, run.before);
    const deleted = await adopt(run.project, run.first);
    expect(await orphans(run.project, run.before)).toEqual([]);
    const what = victim === "tofu" ? "tofu" : "tofu and all it started";
    const left = [
      lost.join(", ") || "nothing",
      ...deleted.map((command) => `then deleted by \`openstack ${command}\``),
    ];
    const row = [moment.name, what, `after ${seconds}s`, locked ? "yes" : "no", left.join("; ")];
    process.stderr.write(`${row.join(" | ")}\n`);
    return [...row, NOT_YET, sameSecrets()];
  };

  /** What the apply before has made is made again: scripts by themselves, the rest from nothing. */
  const makeRoomFor = async (address: string): Promise<string[]> => {
    if (address.startsWith("null_resource.")) return [`-replace=${address}`];
    await run.first.tofu("destroy", "-input=false", "-auto-approve");
    return [];
  };

  /** What there is now: the cluster is complete. */
  const state = async (): Promise<string[]> => {
    const client = run.first.client();
    const nodes = await client.nodes();
    expect([...nodes.values()].map(isReady)).toEqual([true, true, true, true]);
    const addresses = await neutron.nodeAddresses(run.project.cloud, CONTROL_PLANES);
    const members = await client.talosctl("-n", addresses[CONTROL_PLANES[0] ?? ""] ?? "", "etcd", "members");
    const names = Array.from(members.matchAll(new RegExp(`${CLUSTER}-control-plane-\\d`, "g")), ([name]) => name);
    expect(names.sort()).toEqual(CONTROL_PLANES);
    return [String(names.length), sameSecrets()];
  };

  /** The secrets are made once, whatever happens. */
  const sameSecrets = (): string => {
    const path = join(run.first.talosconfigDir, "secrets.yaml");
    const hash = existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : undefined;
    secrets ??= hash;
    expect(hash).toBe(secrets);
    return hash === undefined ? NOT_YET : "yes";
  };
});

/** Names that two things of a kind have. */
const doubles = (found: Inventory): string[] =>
  Object.values(found).flatMap((names) => names.filter((name, i) => names.indexOf(name) !== i));
