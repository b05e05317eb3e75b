import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Checkout } from "../../lab/checkout";
import type { LabProject } from "../../lab/project";
import { LOCK_KEY } from "../../lab/state";
import { type Applied, apply } from "./apply";

/** What ends: tofu only, with its children left to themselves, or all that it has started too. */
export type Victim = "tofu" | "all";

/** An apply that was killed, or that ended before its moment came. */
export interface Killed extends Applied {
  /** The line at which it was killed; undefined if that never came. */
  readonly moment: string | undefined;
}

/** Applies, and kills what runs at the first line that looks like this. */
export async function killed(
  project: LabProject,
  checkout: Checkout,
  moment: RegExp,
  victim: Victim,
  options: readonly string[] = [],
): Promise<Killed> {
  let line: string | undefined;
  let session = 0;
  const applied = await apply(project, checkout, options, ({ text }, tofu) => {
    if (line !== undefined || !moment.test(text) || tofu.pid === undefined) return;
    line = text;
    session = tofu.pid;
    process.kill(victim === "all" ? -session : session, "SIGKILL");
  });
  // What is left of it goes on for a while on a machine that lives, and is not to stay there for ever.
  if (victim === "tofu") {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    for (const pid of sessionMembers(session)) process.kill(pid, "SIGKILL");
  }
  return { ...applied, moment: line };
}

/** Processes of the session that an apply was started in. */
export function sessionMembers(session: number): number[] {
  if (session === 0) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/stat`))
    .map(Number)
    .filter((pid) => sessionOf(pid) === session);
}

function sessionOf(pid: number): number | undefined {
  try {
    // Fields after the name of the program, which may hold anything: state, parent, group, session.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[3]);
  } catch {
    return undefined;
  }
}

/** Removes the lock that a killed apply has left, as its owner may; whether there was one. */
export async function unlock(project: LabProject, checkout: Checkout): Promise<boolean> {
  const lock = project.bucket.get(LOCK_KEY);
  if (lock === undefined) return false;
  const { ID: id } = JSON.parse(lock) as Record<string, string>;
  await project.commands.run("tofu", ["force-unlock", "-force", id ?? ""], { cwd: checkout.stack });
  return true;
}
