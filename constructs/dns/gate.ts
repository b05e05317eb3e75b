import type { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { asset } from "../assets";
import type { IDnsRecords } from "../contracts";
import { localExec } from "../core/local-exec";
import type { DnsNames } from "./kind";

/** What the gate waits for. */
export interface DnsGateInputs extends DnsNames {
  /** Kind of DNS; a record that moves to another kind is waited for again. */
  readonly kind: string;
  /** What makes the records. */
  readonly records: IDnsRecords["records"];
  /** What makes the gate look again, and what it says first. */
  readonly gate: NonNullable<IDnsRecords["gate"]>;
  /** How long to wait, in seconds. */
  readonly timeoutSeconds: number;
}

/** The null_resource that waits until the names resolve to the addresses, and does nothing else. */
export function dnsGate(scope: Construct, inputs: DnsGateInputs): Resource {
  const { kind, name, wildcardDomain, gate, timeoutSeconds } = inputs;
  const addresses = inputs.addresses.join(" ");
  return new Resource(scope, "Resource", {
    triggers: {
      kind,
      name,
      address: addresses,
      ...gate.triggers,
      ...(wildcardDomain === undefined ? {} : { wildcard: wildcardDomain }),
    },
    provisioners: [
      localExec(scope, {
        script: asset("constructs/dns/scripts/a-records.sh"),
        environment: {
          NAMES: [name, ...(wildcardDomain === undefined ? [] : [`any.${wildcardDomain}`])].join(" "),
          ADDRESSES: addresses,
          HINT: gate.hint ?? "",
          TIMEOUT: String(timeoutSeconds),
        },
      }),
    ],
    dependsOn: [...inputs.records],
  });
}
