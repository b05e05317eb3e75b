import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import type { ClusterFile } from "../../constructs/config/cluster";
import { Commands } from "../support/commands";
import { type Inventory, inventory } from "../support/inventory";
import { ClusterClient } from "../support/kubernetes";
import { type Cloud, connect } from "../support/openstack";

const REPOSITORY = join(__dirname, "..", "..");

/** A cluster made for one run, of somebody's cluster file. */
export class Trial {
  /** Name of the cluster. */
  public readonly name: string;
  private readonly cloud: Cloud;
  /** The file that names networks, flavors and the like. */
  private readonly original: string;
  /** State, credentials and logs of the run. */
  private readonly directory: string;
  private readonly commands: Commands;

  private constructor(cloud: Cloud, original: string) {
    this.name = `e2e-${Date.now().toString(36)}`;
    this.cloud = cloud;
    this.original = original;
    this.directory = join(homedir(), ".cache", "talos-openstack", "e2e-cloud", this.name);
    mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    this.commands = new Commands(this.directory, {
      ...process.env,
      CHECKPOINT_DISABLE: "1",
      TF_IN_AUTOMATION: "1",
      CI: "", // the files stay on this machine
    });
  }

  /** Logs in at the cloud of `OS_CLOUD`, to make a cluster of `E2E_CLUSTER_FILE`. */
  public static async begin(): Promise<Trial> {
    const { OS_CLOUD: cloud, E2E_CLUSTER_FILE: file } = process.env;
    if (cloud === undefined || file === undefined) throw new Error("run this by npm run e2e:cloud");
    return new Trial(await connect(cloud), file);
  }

  /** Writes the cluster file and synthesizes it. */
  public async synth({ workers }: { readonly workers: number }): Promise<void> {
    const given = parse(readFileSync(this.original, "utf8")) as ClusterFile;
    const flavor = Object.values(given.workers ?? {})[0]?.flavor ?? given.controlPlane.flavor;
    const file: ClusterFile = {
      ...given,
      name: this.name,
      // A destroy is to leave nothing.
      image: { ...given.image, keep: false },
      protect: false,
      controlPlane: { ...given.controlPlane, count: 1 },
      workers: { e2e: { count: workers, flavor } },
      state: { kind: "local", path: join(this.directory, "terraform.tfstate") },
      directories: { talosconfig: join(this.directory, "talosconfig"), kubeconfigs: this.directory },
    };
    writeFileSync(this.file, stringify(file));
    await this.commands.run("node", ["bin/run.mjs", "main.ts"], {
      cwd: REPOSITORY,
      env: { CLUSTER_FILE: this.file, CDKTF_OUTDIR: join(this.directory, "cdktf.out") },
    });
  }

  /** Runs tofu in the stack, and returns what it printed. */
  public tofu(command: string, ...args: readonly string[]): Promise<string> {
    return this.commands.run("tofu", [command, "-no-color", ...args], { cwd: this.stack });
  }

  /** Plans, and expects no difference between the file and the cloud. */
  public async expectNoDiff(): Promise<void> {
    const args = ["plan", "-no-color", "-input=false", "-detailed-exitcode"];
    const { code, text } = await this.commands.attempt("tofu", args, { cwd: this.stack });
    if (code !== 0) throw new Error(`a plan without changes ends with 0, this one with ${String(code)}:\n${text}`);
  }

  /** Uses the credentials that the apply wrote. */
  public async client(): Promise<ClusterClient> {
    const output = async (name: string) => (await this.tofu("output", "-raw", name)).trim();
    const inStack = async (name: string) => resolve(this.stack, await output(name));
    return new ClusterClient(this.commands, {
      kubeconfig: await inStack("kubeconfig"),
      talosconfig: await inStack("talosconfig"),
    });
  }

  /** What the cloud has by the cluster's name. */
  public async leftovers(): Promise<Inventory> {
    return leftOf(await inventory(this.cloud), this.name);
  }

  /** Removes what the run wrote on this machine. */
  public removeFiles(): void {
    rmSync(this.file, { force: true });
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** What to do with a failed run. */
  public farewell(): string {
    return [
      `The run failed; its state, credentials and log are in ${this.directory}`,
      `(all that was run and said: ${this.commands.log}). To look for the cause, then to remove what it made:`,
      "",
      `  OS_CLOUD=${process.env["OS_CLOUD"] ?? ""} tofu -chdir=${this.stack} destroy`,
      `  rm -r ${this.directory} ${this.file}`,
    ].join("\n");
  }

  /** Beside the original, since paths in it begin there. */
  private get file(): string {
    return join(dirname(this.original), `.${this.name}.${basename(this.original)}`);
  }

  private get stack(): string {
    return join(this.directory, "cdktf.out", "stacks", this.name);
  }
}

/** The part of an inventory that carries a cluster's name. */
export function leftOf(found: Inventory, name: string): Inventory {
  const ours = Object.entries(found).map(([kind, things]) => [kind, things.filter((thing) => thing.includes(name))]);
  return Object.fromEntries(ours.filter(([, things]) => things?.length !== 0)) as Inventory;
}
