import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { ResolvedDns } from "../config/sections/dns";
import type { IApiEndpoint, KnownResources } from "../contracts";
import { designate } from "./designate";
import { external } from "./external";
import { dnsGate } from "./gate";
import type { DnsKind, DnsNames } from "./kind";
import { none } from "./none";
import { rfc2136 } from "./rfc2136";

/** The kinds of DNS: a new one of the cluster file does not compile until it stands here. */
const KINDS = { designate, rfc2136, external, none } satisfies {
  readonly [K in ResolvedDns["kind"]]: DnsKind<Extract<ResolvedDns, { kind: K }>>;
};

export interface ClusterDnsProps extends Omit<DnsNames, "addresses"> {
  /** Who makes the records. */
  readonly dns: ResolvedDns;
  /** Where the API is reached. */
  readonly endpoint: IApiEndpoint;
  /** How long to wait for the names to resolve, in seconds. */
  readonly timeoutSeconds: number;
}

/** How a cluster's API is called: by names with records and a wait until they resolve, or by its address. */
export class ClusterDns extends Construct {
  /** What clients call the API by: the cluster's name, or its address. May be a token. */
  public readonly host: string;
  /** What the nodes call the API by: the cluster's name, or its address within their network. May be a token. */
  public readonly nodeHost: string;
  /** Whether `nodeHost` is a name. */
  public readonly hasName: boolean;
  /** What makes the records. */
  public readonly records: readonly ITerraformDependable[];
  /** Done when the names resolve. */
  public readonly done: readonly ITerraformDependable[];
  public readonly known: KnownResources;

  public constructor(scope: Construct, id: string, props: ClusterDnsProps) {
    super(scope, id);
    const { dns, endpoint, timeoutSeconds } = props;
    const names: DnsNames = { ...props, addresses: endpoint.addresses };
    // The table ties each kind to its settings; TypeScript cannot follow that through a look-up.
    const make = KINDS[dns.kind] as DnsKind<ResolvedDns>;
    const { records, gate } = make(this, dns, names);
    const waits = gate && dnsGate(this, { ...names, kind: dns.kind, records, gate, timeoutSeconds });
    this.hasName = waits !== undefined;
    this.host = waits === undefined ? (endpoint.addresses[0] ?? "") : props.name;
    this.nodeHost = waits === undefined ? endpoint.nodeAddress : props.name;
    this.records = records;
    this.done = waits === undefined ? [] : [waits];
    this.known = waits === undefined ? {} : { a_records: waits };
  }
}
