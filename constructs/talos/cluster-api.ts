import { Fn, TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import type { INode } from "../contracts";
import type { ITalosSecrets } from "./talos-secrets";

/** What a script must be told about a node. */
export type NodeRow = Pick<INode, "name" | "machineType" | "pool" | "address">;

/** How scripts reach a cluster, and which nodes it has. */
export interface IClusterApi {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Host of the Talos API and the Kubernetes API. */
  readonly endpoint: string;
  /** Control planes first. */
  readonly nodes: readonly INode[];
  /** What the libraries `nodes`, `talos`, `etcd`, `kube` and `health` read. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface ClusterApiProps {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Host of the Talos API and the Kubernetes API: a name or an address; may be a token. */
  readonly endpoint: string;
  readonly secrets: ITalosSecrets;
  /** Version contract, for example v1.13. */
  readonly contract: string;
  /** Every node: control planes first, in the order of their numbers. */
  readonly nodes: readonly INode[];
  /** Whether a node without a pod network counts as not Ready. */
  readonly podNetwork: boolean;
}

/**
 * How scripts reach a cluster.
 *
 * The table of nodes is a local, so that it stands in the JSON once, however many scripts read it. Linux passes 128 KiB of
 * one variable to a script, which is enough for a thousand nodes with long names.
 */
export class ClusterApi extends Construct implements IClusterApi {
  public readonly cluster: string;
  public readonly endpoint: string;
  public readonly nodes: readonly INode[];
  public readonly environment: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: ClusterApiProps) {
    super(scope, id);
    this.cluster = props.cluster;
    this.endpoint = props.endpoint;
    this.nodes = props.nodes;
    // A list: cdktf takes its time with a thousand tokens in one text.
    const table = new TerraformLocal(this, "Resource", props.nodes.map(nodeRow));
    this.environment = apiEnvironment({
      cluster: props.cluster,
      endpoint: props.endpoint,
      secretsFile: props.secrets.file,
      contract: props.contract,
      table: Fn.join("\n", table.asList),
      podNetwork: props.podNetwork,
    });
  }
}

/** A line of the table of nodes, see `scripts/lib/nodes.sh`. */
export const nodeRow = ({ name, machineType, pool, address }: NodeRow): string =>
  [name, machineType, pool, address].join(" ");

/** What `apiEnvironment` needs; all of it may be tokens. */
export interface ApiEnvironment {
  readonly cluster: string;
  readonly endpoint: string;
  readonly secretsFile: string;
  readonly contract: string;
  /** Lines of `nodeRow`. */
  readonly table: string;
  readonly podNetwork: boolean;
}

/** The environment of scripts that speak to a cluster, by the names that they know. */
export const apiEnvironment = (api: ApiEnvironment): Record<string, string> => ({
  CLUSTER: api.cluster,
  API_ENDPOINT: api.endpoint,
  SECRETS: api.secretsFile,
  TALOS_CONTRACT: api.contract,
  NODES: api.table,
  POD_NETWORK: String(api.podNetwork),
});
