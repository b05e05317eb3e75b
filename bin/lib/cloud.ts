import { spawnSync } from "node:child_process";
import type { JsonObject, Stack } from "./stack";
import { MAX_BUFFER } from "./tofu";

/** One line of a list of the openstack command. */
export type Row = JsonObject;

/** The cloud, by the lists of the openstack command. */
export interface Cloud {
  /** ID of the project. */
  readonly project: string;
  list(...command: readonly string[]): readonly Row[];
}

/** The cloud as the openstack command shows it; each list is asked for once. */
export class OpenstackCommand implements Cloud {
  public readonly project: string;
  private readonly options: readonly string[];
  private readonly lists = new Map<string, readonly Row[]>();

  public constructor({ provider }: Stack) {
    const { cloud, region } = provider?.["openstack"]?.[0] ?? {};
    this.options = [
      ...(cloud === undefined ? [] : ["--os-cloud", cloud]),
      ...(region === undefined ? [] : ["--os-region-name", region]),
    ];
    const { project_id: project } = this.run("token", "issue", "-c", "project_id") as { project_id: string };
    this.project = project;
  }

  public list(...command: readonly string[]): readonly Row[] {
    const key = command.join(" ");
    const rows = this.lists.get(key) ?? (this.run(...command) as readonly Row[]);
    this.lists.set(key, rows);
    return rows;
  }

  /** When something was made, as far as OpenStack says. */
  public created(command: string, id: string): string {
    const shown = this.run(...command.split(" "), "show", ...id.split(" ")) as Row;
    const created = shown["created_at"] ?? shown["created"];
    return typeof created === "string" ? created : "at an unknown time";
  }

  private run(...command: readonly string[]): unknown {
    const { status, stdout, stderr, error } = spawnSync("openstack", [...this.options, ...command, "-f", "json"], {
      encoding: "utf8",
      maxBuffer: MAX_BUFFER,
    });
    if (error !== undefined && "code" in error && error.code === "ENOENT") {
      throw new Error("the openstack command is not installed on this machine: install python-openstackclient");
    }
    if (error !== undefined || status !== 0) {
      throw new Error(`openstack ${command.join(" ")} failed: ${error?.message ?? reason(stderr)}`);
    }
    return JSON.parse(stdout) as unknown;
  }
}

/** What a failed call said, in one line. */
function reason(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const unknown = lines.find((line) => /is not an openstack command/.test(line));
  if (unknown === undefined) return lines.at(-1) ?? "it did not say why";
  return /'(recordset|zone)/.test(unknown) ? `${unknown} Install python-designateclient.` : unknown;
}
