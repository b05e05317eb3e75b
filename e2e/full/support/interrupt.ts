import { readFileSync } from "node:fs";
import type { Checkout } from "../../lab/checkout";
import type { LabProject } from "../../lab/project";
import { apply } from "./apply";
import { sessionMembers } from "./kill";

/** How an apply is interrupted: by Ctrl-C, which everything in the terminal's foreground gets, or OpenTofu is killed. */
export type Interruption = "Ctrl-C" | "SIGKILL";

/** What is left of an apply that was interrupted. */
export interface Interrupted {
  /** The line at which it was interrupted. */
  readonly line: string;
  /** How long after it the last process of the apply ended, in seconds. */
  readonly gone: number;
}

/** OpenTofu's plugins stay when it is killed; they are its own, and what a script does has no hold on them. */
const isProvider = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("terraform-provi");
  } catch {
    return false; // it has just ended
  }
};

const split = <T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] => [
  all.filter(isFirst),
  all.filter((one) => !isFirst(one)),
];

/** How long what an apply has started may go on without it, in seconds: a script looks once a second, and is given five. */
const BOUND_SECONDS = 10;

/**
 * Applies, interrupts it at the first line that looks like this, and waits until nothing runs that it has started.
 *
 * @throws Error if the line never comes, or something still runs at the bound.
 */
export async function interrupted(
  project: LabProject,
  checkout: Checkout,
  moment: RegExp,
  how: Interruption,
  options: readonly string[],
): Promise<Interrupted> {
  let line: string | undefined;
  let at = 0;
  let session = 0;
  const { text } = await apply(project, checkout, options, (seen, tofu) => {
    if (line !== undefined || !moment.test(seen.text) || tofu.pid === undefined) return;
    [line, at, session] = [seen.text, Date.now(), tofu.pid];
    if (how === "Ctrl-C") process.kill(-session, "SIGINT");
    else process.kill(session, "SIGKILL");
  });
  if (line === undefined) throw new Error(`this apply ended before its moment:\n${text}`);
  for (;;) {
    const [providers, left] = split(sessionMembers(session), isProvider);
    const gone = (Date.now() - at) / 1000;
    if (left.length === 0) {
      for (const pid of providers) process.kill(pid, "SIGKILL");
      return { line, gone };
    }
    if (gone > BOUND_SECONDS)
      throw new Error(`after ${gone}s there are still processes of the apply: ${left.join(" ")}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
