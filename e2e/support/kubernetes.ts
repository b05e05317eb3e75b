import type { Commands } from "./commands";

export interface Node {
  readonly metadata: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
  readonly status: {
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly conditions: readonly { readonly type: string; readonly status: string }[];
    readonly nodeInfo: { readonly kubeletVersion: string; readonly osImage: string };
  };
}

/** Where the credentials of a cluster are. */
export interface CredentialFiles {
  readonly kubeconfig: string;
  readonly talosconfig: string;
}

/** What an operator does with the files that an apply, or the restore command, wrote. */
export class ClusterClient {
  /** Path of the kubeconfig. */
  public readonly kubeconfig: string;
  /** Path of the talosconfig. */
  public readonly talosconfig: string;
  private readonly commands: Commands;

  public constructor(commands: Commands, { kubeconfig, talosconfig }: CredentialFiles) {
    this.commands = commands;
    this.kubeconfig = kubeconfig;
    this.talosconfig = talosconfig;
  }

  public kubectl(...args: string[]): Promise<string> {
    return this.commands.run("kubectl", ["--kubeconfig", this.kubeconfig, "--request-timeout=15s", ...args]);
  }

  public talosctl(...args: string[]): Promise<string> {
    return this.commands.run("talosctl", ["--talosconfig", this.talosconfig, ...args]);
  }

  /** Waits with kubectl for at most so many seconds. */
  public wait(seconds: number, ...args: string[]): Promise<string> {
    return this.commands.run("kubectl", ["--kubeconfig", this.kubeconfig, "wait", `--timeout=${seconds}s`, ...args]);
  }

  /** The same with other credentials. */
  public with(files: Partial<CredentialFiles>): ClusterClient {
    return new ClusterClient(this.commands, { kubeconfig: this.kubeconfig, talosconfig: this.talosconfig, ...files });
  }

  /** Nodes as the API server knows them, by name. */
  public async nodes(): Promise<Map<string, Node>> {
    const { items } = JSON.parse(await this.kubectl("get", "nodes", "-o", "json")) as { items: Node[] };
    return new Map(items.map((node) => [node.metadata.name, node]));
  }
}

export const isReady = (node: Node | undefined): boolean =>
  node?.status.conditions.some(({ type, status }) => type === "Ready" && status === "True") ?? false;

export const internalAddress = (node: Node | undefined): string | undefined =>
  node?.status.addresses.find(({ type }) => type === "InternalIP")?.address;
