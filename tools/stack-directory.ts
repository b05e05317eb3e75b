import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack, State } from "./adopt/stack";

/** Room for what a command says about everything that a large project has, in bytes. */
export const MAX_BUFFER = 256 * 1024 * 1024;

/** Where OpenTofu runs for the cluster, and what it knows there. */
export class StackDirectory {
  public readonly path: string;

  public constructor(cluster: string) {
    this.path = join(process.env["CDKTF_OUTDIR"] ?? "cdktf.out", "stacks", cluster);
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

  /** Stores a state in the place of the one that was read, which is kept in a file. */
  public push(before: State | undefined, after: State): void {
    if (before !== undefined) {
      writeFileSync(join(this.path, "before-adopt.tfstate"), JSON.stringify(before), { mode: 0o600 });
    }
    this.tofu(["state", "push", "-no-color", "-"], JSON.stringify(after));
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
    const command = [`-chdir=${this.path}`, ...args];
    const { status, stdout, stderr, error } = spawnSync("tofu", command, {
      encoding: "utf8",
      input,
      maxBuffer: MAX_BUFFER,
    });
    if (error !== undefined && "code" in error && error.code === "ENOENT") {
      throw new Error("tofu is not installed on this machine: https://opentofu.org/docs/intro/install/");
    }
    if (error !== undefined || status !== 0) {
      // Who refuses early does not read the state that is pushed; what it says counts, not that the pipe broke.
      const said = [stderr, errors(stdout), error?.message].find(Boolean) ?? "";
      throw new Error(`tofu ${command.join(" ")} failed: ${said.trim()}`);
    }
    return stdout;
  }

  private get hint(): string {
    return `run npm run synth and tofu -chdir=${this.path} init first, with access to the state`;
  }
}

/** A line that OpenTofu writes for machines. https://opentofu.org/docs/internals/machine-readable-ui/ */
interface Message {
  readonly type?: string;
  readonly change?: { readonly action: string; readonly resource: { readonly addr: string } };
  readonly diagnostic?: { readonly severity: string; readonly summary: string };
}

const messages = (text: string): Message[] =>
  text
    .split("\n")
    .filter((line) => line.startsWith('{"@level":'))
    .map((line) => JSON.parse(line) as Message);

const errors = (text: string): string =>
  messages(text)
    .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic.summary] : []))
    .join("; ");
