import { join } from "node:path";
import type { Checkout } from "./checkout";
import { fqdnOf } from "./cluster";
import type { LabProject } from "./lab";

export interface Node {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
  };
  readonly status: {
    readonly addresses: readonly { readonly type: string; readonly address: string }[];
    readonly conditions: readonly { readonly type: string; readonly status: string }[];
    readonly nodeInfo: { readonly kubeletVersion: string; readonly osImage: string };
  };
}

/** What an operator does with the files that an apply, or the restore command, wrote into a checkout. */
export class ClusterClient {
  /** Path of the kubeconfig. */
  public readonly kubeconfig: string;
  /** Path of the talosconfig. */
  public readonly talosconfig: string;
  private readonly project: LabProject;

  public constructor(project: LabProject, checkout: Checkout) {
    this.project = project;
    this.kubeconfig = join(checkout.kubeconfigsDir, `kubeconfig-${fqdnOf(project)}`);
    this.talosconfig = join(checkout.talosconfigDir, "talosconfig");
  }

  public kubectl(...args: string[]): Promise<string> {
    return this.project.commands.run("kubectl", ["--kubeconfig", this.kubeconfig, "--request-timeout=15s", ...args]);
  }

  public talosctl(...args: string[]): Promise<string> {
    return this.project.commands.run("talosctl", ["--talosconfig", this.talosconfig, ...args]);
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
