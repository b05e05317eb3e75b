import { strict as assert } from "node:assert";
import type { LabProject } from "../lab/project";
import type { Contender } from "./contenders";
import { type Footprint, footprint } from "./footprint";

/** What is measured, in the order of a turn. */
export const MEASURES = ["first plan", "apply up to the servers", "plan of the cluster"] as const;
export type Measure = (typeof MEASURES)[number];

/** Seconds that a contender took, by measure, and what it made. */
export interface Result {
  readonly contender: Contender;
  readonly seconds: Readonly<Record<Measure, number[]>>;
  /** What the cloud had after its last apply, and how many resources that apply had made. */
  footprint: Footprint;
  resources: number;
}

/** Plans are short: each turn measures several. */
export const PLANS_A_TURN = 2;

/** A contender that has had no turn yet. */
export const noResult = (contender: Contender): Result => ({
  contender,
  seconds: { "first plan": [], "apply up to the servers": [], "plan of the cluster": [] },
  footprint: {},
  resources: 0,
});

/** One turn: from nothing to the servers, and back to nothing. */
export async function takeTurn(project: LabProject, result: Result): Promise<void> {
  const { contender } = result;
  const tofu = async (command: string, ...args: readonly string[]) =>
    project.commands.run("tofu", [command, "-no-color", "-input=false", ...args], { cwd: contender.directory });
  const measured = async (measure: Measure, ...command: [string, ...string[]]) => {
    const start = performance.now();
    const text = await tofu(...command);
    const seconds = (performance.now() - start) / 1000;
    result.seconds[measure].push(seconds);
    console.log(`${contender.name}: ${measure} ${seconds.toFixed(1)} s`);
    return text;
  };

  contender.forget();
  for (let plan = 0; plan < PLANS_A_TURN; plan++) await measured("first plan", "plan");
  const applied = await measured("apply up to the servers", "apply", "-auto-approve", ...contender.upToTheServers);
  result.resources = resourcesAdded(contender, applied);
  result.footprint = await footprint(project, contender.secrets);
  for (let plan = 0; plan < PLANS_A_TURN; plan++) {
    expectNothingNew(contender, await measured("plan of the cluster", "plan"));
  }
  await tofu("destroy", "-auto-approve");
}

function resourcesAdded({ name }: Contender, applied: string): number {
  const added = /Resources: (\d+) added, 0 changed, 0 destroyed/.exec(applied)?.[1];
  assert(added !== undefined, `${name}: the apply does not end with what it added:\n${applied}`);
  // What the program remembers is in the state alone; the module remembers nothing.
  return Number(added) - Array.from(applied.matchAll(/^terraform_data\..*: Creation complete/gm)).length;
}

/** Nothing but what the apply left out is still to be made. */
function expectNothingNew({ name, leftOut }: Contender, plan: string): void {
  const expected = `Plan: ${leftOut} to add, 0 to change, 0 to destroy.`;
  assert(plan.includes(expected), `${name}: the plan of the cluster does not say "${expected}":\n${plan}`);
}
