import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { ClusterFile } from "../../constructs/config/cluster";
import { ClusterClient } from "../support/kubernetes";
import { CLUSTER, fqdnOf } from "./cluster";
import type { Ended } from "../support/commands";
import type { LabProject } from "./project";

const REPOSITORY = join(__dirname, "..", "..");
const PROGRAM = [
  "main.ts",
  "startup.ts",
  "bin",
  "cdktf.json",
  "package.json",
  "tsconfig.json",
  "constructs",
  "patches",
  "manifests",
  "tools",
  ".gen",
];

/** A directory that holds the program and a cluster file, and nothing that an apply made: what a fresh clone is. */
export class Checkout {
  public readonly directory: string;
  private readonly project: LabProject;

  public constructor(project: LabProject, name: string) {
    this.project = project;
    this.directory = join(project.directory, name);
    // All checkouts of a run hold the same program, whatever is edited meanwhile.
    const program = join(project.directory, "program");
    if (!existsSync(program)) copy(REPOSITORY, program);
    copy(program, this.directory);
    symlinkSync(join(REPOSITORY, "node_modules"), join(this.directory, "node_modules"));
  }

  /** Where OpenTofu runs. */
  public get stack(): string {
    return this.stackOf(CLUSTER);
  }

  /** Where OpenTofu runs for a cluster of this name. */
  public stackOf(cluster: string): string {
    return join(this.directory, "cdktf.out", "stacks", cluster);
  }

  /** Directory of secrets.yaml, talosconfig and machine configs. */
  public get talosconfigDir(): string {
    return join(this.directory, "talosconfig", CLUSTER);
  }

  /** Directory of the kubeconfigs. */
  public get kubeconfigsDir(): string {
    return join(this.directory, "kubeconfigs");
  }

  /** Uses the credentials that were written into this checkout. */
  public client(): ClusterClient {
    return new ClusterClient(this.project.commands, {
      kubeconfig: join(this.kubeconfigsDir, `kubeconfig-${fqdnOf(this.project)}`),
      talosconfig: join(this.talosconfigDir, "talosconfig"),
    });
  }

  /** Writes the cluster file, synthesizes it and initializes the stack, as an operator does before a plan. */
  public async prepare(file: ClusterFile): Promise<void> {
    await this.synth(file);
    await this.tofu("init", "-input=false");
  }

  /** Writes the cluster file and synthesizes it. */
  public synth(file: ClusterFile): Promise<string> {
    writeFileSync(join(this.directory, "cluster.yaml"), stringify(file));
    return this.project.commands.run("node", ["--import", "tsx", "main.ts"], { cwd: this.directory });
  }

  /** Runs tofu in the stack, and returns what it printed. */
  public tofu(...args: string[]): Promise<string> {
    return this.project.commands.run("tofu", withoutColour(args), { cwd: this.stack });
  }

  /** Runs tofu in the stack, however it ends. */
  public attempt(...args: string[]): Promise<Ended> {
    return this.project.commands.attempt("tofu", withoutColour(args), { cwd: this.stack });
  }

  /** Starts tofu in the stack, with its standard input open. */
  public start(...args: string[]): ChildProcess {
    return this.project.commands.start("tofu", withoutColour(args), { cwd: this.stack, interactive: true });
  }

  /** Plans, and expects no difference between the file and the cloud. */
  public async expectNoDiff(...args: string[]): Promise<void> {
    const { code, text } = await this.attempt("plan", "-input=false", "-detailed-exitcode", ...args);
    if (code !== 0) throw new Error(`a plan without changes ends with 0, this one with ${String(code)}:\n${text}`);
    expect(text).toContain("No changes.");
  }

  /** Text of a file of the checkout. */
  public read(...path: string[]): string {
    return readFileSync(join(this.directory, ...path), "utf8");
  }
}

const withoutColour = ([command = "", ...rest]: readonly string[]): string[] => [command, "-no-color", ...rest];

function copy(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of PROGRAM) cpSync(join(from, entry), join(to, entry), { recursive: true });
}
