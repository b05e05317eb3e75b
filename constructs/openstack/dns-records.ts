import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { DataOpenstackDnsZoneV2 } from "@cdktf/provider-openstack/data-openstack-dns-zone-v2";
import { DnsRecordsetV2 } from "@cdktf/provider-openstack/dns-recordset-v2";
import { asset } from "../assets";
import type { ResolvedDns } from "../config/types";
import { localExec } from "../core/local-exec";
import { fromStack } from "../core/paths";

/** The functions that send dynamic updates. */
const UPDATE_LIBRARY = asset("constructs/openstack/scripts/nsupdate.sh");

/** The gate that everything which uses the cluster's name waits on. */
export interface IDnsRecords {
  /** The records, as far as they are this program's to make in OpenStack. */
  readonly records: readonly ITerraformDependable[];
  /** Done when the name resolves to the address. */
  readonly gate: ITerraformDependable;
}

export interface DnsRecordsProps {
  /** Who makes the record. */
  readonly dns: ResolvedDns;
  /** The name, without a trailing dot. */
  readonly name: string;
  /** The IPv4 address that the name must resolve to; may be a token. */
  readonly address: string;
  /** How long to wait for the name to resolve, in seconds. */
  readonly timeoutSeconds: number;
}

/** The A record of a name, and the wait until the name resolves to its address. */
export class DnsRecords extends Construct implements IDnsRecords {
  public readonly records: readonly ITerraformDependable[];
  /** The null_resource that makes or checks the record and waits. */
  public readonly gate: Resource;

  public constructor(scope: Construct, id: string, props: DnsRecordsProps) {
    super(scope, id);
    const { dns, name, address } = props;
    this.records = this.addRecords(dns, name, address);
    this.gate = new Resource(this, "Resource", {
      triggers: {
        kind: dns.kind,
        name,
        address,
        // Where the record stands; another place has none yet.
        ...(dns.kind === "rfc2136" ? { zone: dns.zone, server: dns.server, key: dns.keyFile ?? "" } : {}),
        ...("ttl" in dns ? { ttl: String(dns.ttl) } : {}),
        ...(dns.wildcardDomain === undefined ? {} : { wildcard: dns.wildcardDomain }),
      },
      provisioners: [
        localExec(this, {
          script: asset("constructs/openstack/scripts/a-records.sh"),
          libraries: [UPDATE_LIBRARY],
          environment: {
            KIND: dns.kind,
            NAME: name,
            ADDRESS: address,
            WILDCARD: dns.wildcardDomain ?? "",
            TIMEOUT: String(props.timeoutSeconds),
            ...(dns.kind === "rfc2136" ? { TTL: String(dns.ttl), ...this.updateTarget(dns) } : {}),
          },
        }),
      ],
      dependsOn: [...this.records],
    });
  }

  private addRecords(dns: ResolvedDns, name: string, address: string): ITerraformDependable[] {
    switch (dns.kind) {
      case "designate":
        return this.addRecordsets(dns, name, address);
      case "rfc2136":
        return [
          this.addRemoval("record", dns, name),
          ...(dns.wildcardDomain === undefined
            ? []
            : [this.addRemoval("wildcard-record", dns, `*.${dns.wildcardDomain}`)]),
        ];
      case "external":
        return [];
    }
  }

  private updateTarget(dns: Extract<ResolvedDns, { kind: "rfc2136" }>): Record<string, string> {
    return {
      ZONE: dns.zone,
      SERVER: dns.server,
      KEY_FILE: dns.keyFile === undefined ? "" : fromStack(this, dns.keyFile),
    };
  }

  /** A block of its own, so that a changed ttl or address updates the record without removing it in between. */
  private addRemoval(id: string, dns: Extract<ResolvedDns, { kind: "rfc2136" }>, name: string): Resource {
    const target = { NAME: name, WILDCARD: "", ...this.updateTarget(dns) };
    return new Resource(this, id, {
      triggers: target,
      // Another way to the same record is no reason to remove it: resolvers would remember that there is none.
      lifecycle: { ignoreChanges: ['triggers["SERVER"]', 'triggers["KEY_FILE"]'] },
      provisioners: [
        localExec(this, {
          script: asset("constructs/openstack/scripts/remove-a-record.sh"),
          libraries: [UPDATE_LIBRARY],
          // Not by TerraformSelf, which would write the keys in lower case.
          environment: Object.fromEntries(Object.keys(target).map((key) => [key, `\${self.triggers.${key}}`])),
          when: "destroy",
        }),
      ],
    });
  }

  private addRecordsets(
    dns: Extract<ResolvedDns, { kind: "designate" }>,
    name: string,
    address: string,
  ): DnsRecordsetV2[] {
    const zone = new DataOpenstackDnsZoneV2(this, "zone", { name: `${dns.zone}.` });
    const recordset = (id: string, of: string) =>
      new DnsRecordsetV2(this, id, {
        zoneId: zone.id,
        name: `${of}.`,
        type: "A",
        ttl: dns.ttl,
        records: [address],
        // The provider forgets a record whose wait for ACTIVE was interrupted; the gate waits instead.
        // https://github.com/terraform-provider-openstack/terraform-provider-openstack/issues/1111
        disableStatusCheck: true,
      });
    return [
      recordset("record", name),
      ...(dns.wildcardDomain === undefined ? [] : [recordset("wildcard", `*.${dns.wildcardDomain}`)]),
    ];
  }
}
