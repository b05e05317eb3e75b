import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stacksDirectory } from "./cluster-file";
import type { Stack, State } from "./stack";
import { messages, tofu } from "./tofu";

/** Where OpenTofu runs for the cluster, and what it knows there. */
export class StackDirectory {
  public readonly path: string;

  public constructor(cluster: string) {
    this.path = join(stacksDirectory(), cluster);
  }

  public get stack(): Stack {
    return JSON.parse(this.read("cdk.tf.json")) as Stack;
  }

  /** The state, or undefined where there is none. */
  public get state(): State | undefined {
    const text = this.tofu(["state", "pull", "-no-color"]);
    return text.trim() === "" ? undefined : (JSON.parse(text) as State);
  }

  /** Addresses of what is in the state and in OpenStack no more: a replacement was killed between its two halves. */
  public get gone(): ReadonlySet<string> {
    const said = this.tofu(["plan", "-refresh-only", "-json", "-input=false", "-lock=false"]);
    return new Set(
      messages(said).flatMap(({ type, change }) =>
        type === "resource_drift" && change?.action === "delete" ? [change.resource.addr] : [],
      ),
    );
  }

  /** Where the provider comes from, as `tofu init` found out. */
  public get provider(): string {
    const source = /^provider "(.*\/openstack)"/m.exec(this.read(".terraform.lock.hcl"))?.[1];
    if (source === undefined) throw new Error(`${this.path} is not initialized: ${this.hint}`);
    return source;
  }

  /** Stores a state in the place of the one that was read; returns the file in which that one is kept, if there was one. */
  public push(before: State | undefined, after: State): string | undefined {
    const kept = before === undefined ? undefined : this.keep(before);
    this.tofu(["state", "push", "-no-color", "-"], JSON.stringify(after));
    return kept;
  }

  /** Writes a state into a file of its own, so that a second run leaves the first one's alone. */
  private keep(state: State): string {
    const time = new Date().toISOString().replaceAll(":", "");
    const file = join(this.path, `before-adopt-${time}.tfstate`);
    writeFileSync(file, JSON.stringify(state), { mode: 0o600, flag: "wx" });
    return file;
  }

  /** The value of an output, as the state has it. */
  public output(name: string): unknown {
    return JSON.parse(this.tofu(["output", "-no-color", "-json", name]));
  }

  private read(file: string): string {
    const path = join(this.path, file);
    if (!existsSync(path)) throw new Error(`${path} is not here: ${this.hint}`);
    return readFileSync(path, "utf8");
  }

  private tofu(args: readonly string[], input = ""): string {
    return tofu(this.path, args, input);
  }

  private get hint(): string {
    return `run npm run synth and tofu -chdir=${this.path} init first, with access to the state`;
  }
}
