import type { Construct } from "constructs";
import type { IDnsRecords } from "../contracts";

/** The names of a cluster, and the addresses that they must resolve to. */
export interface DnsNames {
  /** The cluster's name, without a trailing dot. */
  readonly name: string;
  /**
   * Domain below which every name must resolve too, without a trailing dot.
   *
   * @default - none
   */
  readonly wildcardDomain?: string | undefined;
  /** IPv4 addresses; may be tokens. */
  readonly addresses: readonly string[];
}

/**
 * What a kind of DNS is: one file that exports one of these, and one line in the index.
 *
 * It makes the A records of the names in this scope, and removes them when the cluster goes; the gate waits for them.
 */
export type DnsKind<Settings> = (scope: Construct, settings: Settings, names: DnsNames) => IDnsRecords;

/** Names of the A records, without trailing dots. */
export const recordNames = ({ name, wildcardDomain }: DnsNames): readonly string[] => [
  name,
  ...(wildcardDomain === undefined ? [] : [`*.${wildcardDomain}`]),
];
