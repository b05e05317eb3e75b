/**
 * What the rooms of the house promise each other; types only, in the words of who uses them.
 *
 * A kind (of load balancer, DNS, network) implements one of these and stands in the table of its folder's index.
 */
import type { ITerraformDependable, TerraformElement } from "cdktf";
import type { MachineType } from "./config/sections/pool";

/** The cloud that the credentials are for. */
export interface ICloud {
  /** ID of the project. A token. */
  readonly projectId: string;
  /** Name of the project. A token. */
  readonly projectName: string;
  /** Name of the region; empty where neither the credentials nor the catalogue say one. A token. */
  readonly region: string;
}

/** A network that ports can be made in. */
export interface INodeNetwork {
  /** ID in Neutron. A token: pass it on, do not parse it. */
  readonly networkId: string;
  /** What must exist before a port gets an address. */
  readonly subnets: readonly ITerraformDependable[];
  /** What must exist before a server reaches anything, or is reached. */
  readonly ready: readonly ITerraformDependable[];
}

/** An image that nodes can boot from. */
export interface INodeImage {
  /** ID in Glance. A token: pass it on, do not parse it. */
  readonly imageId: string;
}

/** A node: a thing with a name; the server behind it may come and go. */
export interface INode {
  /** Name of the server, the port, the machine config and the Kubernetes node. */
  readonly name: string;
  /** `control-plane`, or the pool's name in the cluster file. */
  readonly pool: string;
  readonly machineType: MachineType;
  /** IPv4 address of the node's port. A token. */
  readonly address: string;
  /** ID of the node's port, which outlives its server. A token. */
  readonly portId: string;
  /** ID of the node's server. A token. */
  readonly serverId: string;
}

/** Nodes that are alike. */
export interface INodePool {
  readonly name: string;
  readonly machineType: MachineType;
  /** In the order of their numbers. */
  readonly nodes: readonly INode[];
  /** The servers, for what must wait until they are asked for. */
  readonly servers: readonly ITerraformDependable[];
}

/** Where the APIs of a cluster are reached; it exists before any server does and outlives them all. */
export interface IApiEndpoint {
  /** IPv4 addresses that clients use, at least one. Tokens. */
  readonly addresses: readonly string[];
  /** IPv4 address that the nodes use: within their own network where the load balancer has one there. A token. */
  readonly nodeAddress: string;
}

/** What a load balancer must know of a node. */
export type Backend = Pick<INode, "name" | "address">;

/** What a load balancer passes on, and to whom. */
export interface Backends<Node extends Backend = INode> {
  /** They serve the Kubernetes API on 6443 and the Talos API on 50000. */
  readonly controlPlanes: readonly Node[];
  /**
   * Ports 80 and 443.
   *
   * @default - closed
   */
  readonly ingress?: IngressPorts<Node>;
  /**
   * The servers of all nodes, for what must wait until they have been asked for.
   *
   * @default - nothing is waited for
   */
  readonly servers?: readonly ITerraformDependable[];
}

/** Ports 80 and 443, and the node ports that they lead to. */
export interface IngressPorts<Node extends Backend = INode> {
  readonly nodes: readonly Node[];
  readonly httpNodePort: number;
  readonly httpsNodePort: number;
}

/** A load balancer: an endpoint first, which serves its backends when it has been told of them. */
export interface ILoadBalancer {
  readonly endpoint: IApiEndpoint;
  /** Passes the ports on to these backends; called once. */
  serve(backends: Backends): ServedEndpoint;
}

/** An endpoint that serves. */
export interface ServedEndpoint {
  /** What takes long to make, for a checkpoint of the state. */
  readonly resources: readonly ITerraformDependable[];
  /** Done when the load balancer serves what this apply wants, as far as that can be known before its backends do. */
  readonly done: ITerraformDependable;
  readonly known: KnownResources;
}

/** From where a load balancer reaches nodes: from ports of a security group of its own, or from these IPv4 networks. */
export type LoadBalancerSource = "security-group" | { readonly cidrs: readonly string[] };

/** What a kind of DNS makes for a cluster. */
export interface IDnsRecords {
  /** What makes the records. */
  readonly records: readonly ITerraformDependable[];
  /**
   * What the apply waits for.
   *
   * @default - nothing: the cluster has no name, and its API is an address
   */
  readonly gate?: {
    /** What besides names and addresses makes the gate look again when it changes. */
    readonly triggers: Readonly<Record<string, string>>;
    /**
     * What the operator is told before the wait; the addresses follow it.
     *
     * @default - nothing
     */
    readonly hint?: string;
  };
}

/** Resources that people know by a name of their own, which a stack of a single cluster gives them. */
export type KnownResources = Readonly<Record<string, TerraformElement>>;
