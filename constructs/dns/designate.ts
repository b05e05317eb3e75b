import { DataOpenstackDnsZoneV2 } from "@cdktf/provider-openstack/data-openstack-dns-zone-v2";
import { DnsRecordsetV2 } from "@cdktf/provider-openstack/dns-recordset-v2";
import type { ResolvedDns } from "../config/sections/dns";
import type { DnsKind } from "./kind";

/** Records in Designate, OpenStack's own DNS service. */
export const designate: DnsKind<Extract<ResolvedDns, { kind: "designate" }>> = (scope, settings, names) => {
  const zone = new DataOpenstackDnsZoneV2(scope, "zone", { name: `${settings.zone}.` });
  const add = (id: string, name: string) =>
    new DnsRecordsetV2(scope, id, {
      zoneId: zone.id,
      name: `${name}.`,
      type: "A",
      ttl: settings.ttl,
      records: [...names.addresses],
      // The provider forgets a record whose wait for ACTIVE was interrupted; the gate waits instead.
      // https://github.com/terraform-provider-openstack/terraform-provider-openstack/issues/1111
      disableStatusCheck: true,
    });
  const wildcard = names.wildcardDomain;
  return {
    records: [add("record", names.name), ...(wildcard === undefined ? [] : [add("wildcard", `*.${wildcard}`)])],
    gate: { triggers: { ttl: String(settings.ttl) } },
  };
};
