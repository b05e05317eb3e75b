import type { ChildProcess } from "node:child_process";
import type { Checkout } from "../../lab/checkout";
import { ended } from "../../support/commands";
import type { LabProject } from "../../lab/project";

/** A line that tofu printed, and when. */
export interface Line {
  readonly at: number;
  readonly text: string;
}

/** How an apply ended. */
export interface Applied {
  readonly code: number | null;
  readonly lines: readonly Line[];
  readonly seconds: number;
  /** All of it, for messages of failed tests. */
  readonly text: string;
}

/** What to do while an apply runs; called with each line. */
export type Watcher = (line: Line, tofu: ChildProcess) => void;

/** Applies, in a session of its own so that all it starts can be ended with it, and shows each line to a watcher. */
export async function apply(
  project: LabProject,
  checkout: Checkout,
  options: readonly string[] = [],
  watcher: Watcher = () => undefined,
): Promise<Applied> {
  const start = Date.now();
  const arguments_ = ["apply", "-no-color", "-input=false", "-auto-approve", ...options];
  const tofu = project.commands.start("setsid", ["tofu", ...arguments_], { cwd: checkout.stack });
  const lines: Line[] = [];
  for (const channel of [tofu.stdout, tofu.stderr]) {
    let rest = "";
    channel?.on("data", (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split("\n");
      rest = parts.pop() ?? "";
      for (const text of parts) {
        const line = { at: Date.now(), text };
        lines.push(line);
        watcher(line, tofu);
      }
    });
  }
  const { code, text } = await ended(tofu);
  return { code, lines, seconds: Math.round((Date.now() - start) / 1000), text };
}

/** Applies, and expects it to end well. */
export async function applyWell(
  project: LabProject,
  checkout: Checkout,
  options?: readonly string[],
): Promise<Applied> {
  const applied = await apply(project, checkout, options);
  if (applied.code !== 0) throw new Error(`this apply ended with ${String(applied.code)}:\n${applied.text}`);
  return applied;
}

/** What the scripts of an apply complained of, each once. */
export const complaints = ({ lines }: Applied): string[] =>
  lines.flatMap(({ text }) => / \(local-exec\): error: (.*)/.exec(text)?.[1] ?? []);

/** Seconds from when a resource began to be made until the apply was over. */
export function secondsOf(applied: Applied, resource: string): number {
  const began = applied.lines.find(({ text }) => text.startsWith(`${resource}: Creating...`));
  const failed = applied.lines.filter(({ text }) => text.includes("(local-exec): error: ")).at(-1);
  return began === undefined || failed === undefined ? NaN : Math.round((failed.at - began.at) / 1000);
}
