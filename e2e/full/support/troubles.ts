import type { ClusterFile } from "../../../constructs/config/cluster";
import { CLUSTER, fqdnOf } from "../../lab/cluster";
import type { Run } from "../../lab/run";
import { addressesInState } from "./addresses";
import { apply, applyWell, complaints, secondsOf } from "./apply";
import type { Table } from "./report";

/** Something that is wrong while a cluster is applied. */
export interface Trouble {
  readonly name: string;
  /** The resource that fails, and the bound of its wait in seconds. */
  readonly resource: string;
  readonly bound: number;
  /** The cluster file. */
  readonly file: ClusterFile;
  /** Options of the apply. */
  readonly options?: readonly string[];
  /** The one message that has to come. */
  readonly message: RegExp;
}

/** Troubles of one story, and what was seen of each. */
export class Troubles {
  private readonly run: Run;
  private readonly rows: string[][] = [];

  public constructor(run: Run) {
    this.run = run;
  }

  public get table(): Table {
    return { head: ["trouble", "bound", "ended after", "message", "after mending"], rows: this.rows };
  }

  /** Applies while something is wrong: the apply ends in time, with one message. */
  public async expect({ name, resource, bound, file, options = [], message }: Trouble): Promise<void> {
    const { project, first } = this.run;
    await first.synth(file);
    const again = addressesInState(project).has(resource) ? [`-replace=${resource}`] : [];
    const applied = await apply(project, first, [...options, ...again]);
    expect(applied.code).toBe(1);
    const said = complaints(applied);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(message);
    const seconds = secondsOf(applied, resource);
    // A probe that hangs ends by itself, and is only asked again before the bound.
    expect(seconds).toBeLessThanOrEqual(bound + 30);
    this.add(name, `${bound}s`, `${seconds}s`, this.readable(said[0] ?? ""));
  }

  /** Applies what is right now, and expects it to end well. */
  public async mend(how: string, file: ClusterFile, options: readonly string[] = []): Promise<void> {
    await this.run.first.synth(file);
    const { seconds } = await applyWell(this.run.project, this.run.first, options);
    this.mended(`${how}: complete after ${seconds}s`);
  }

  /** What became of the last trouble. */
  public mended(how: string): void {
    this.rows.at(-1)?.push(how);
  }

  public add(...row: string[]): void {
    this.rows.push(row);
  }

  /** Without what differs from run to run. */
  private readable(message: string): string {
    return message
      .replaceAll(fqdnOf(this.run.project), `${CLUSTER}.example`)
      .replaceAll(/[^ ']*\/(talosconfig|known_hosts)\b/g, "…/$1");
  }
}
