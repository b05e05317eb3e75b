import type { ChildProcess } from "node:child_process";
import type { LabProject } from "../../lab/project";
import type { ClusterClient } from "../../support/kubernetes";
import { waitUntil } from "../../support/wait";

/** A kubectl that goes on for as long as its connection does: it never connects anew. */
export class Follower {
  private readonly child: ChildProcess;
  private text = "";
  private running = true;

  public constructor(project: LabProject, client: ClusterClient, ...args: string[]) {
    // Without the bound of a request that short commands have.
    this.child = project.commands.start("kubectl", ["--kubeconfig", client.kubeconfig, ...args]);
    for (const channel of [this.child.stdout, this.child.stderr]) {
      channel?.on("data", (chunk: Buffer) => {
        this.text += chunk.toString();
      });
    }
    this.child.on("close", () => {
      this.running = false;
    });
  }

  public get lines(): string[] {
    return this.text.split("\n").slice(0, -1);
  }

  /** Waits for a line that comes over the connection which was opened first. */
  public async shows(expected: (lines: readonly string[]) => boolean): Promise<void> {
    const seen = waitUntil("the next line of what is followed", 30, () =>
      Promise.resolve(!this.running || expected(this.lines) || undefined),
    );
    await seen.catch((error: unknown) => {
      throw new Error(`${String(error)}; so far:\n${this.text}`);
    });
    if (!this.running) throw new Error(`what was followed has ended:\n${this.text}`);
  }

  public end(): void {
    this.child.kill("SIGKILL");
  }
}
