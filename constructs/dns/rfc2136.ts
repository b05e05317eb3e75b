import type { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { asset } from "../assets";
import type { ResolvedDns } from "../config/sections/dns";
import { localExec } from "../core/local-exec";
import { fromStack } from "../core/paths";
import { type DnsKind, type DnsNames, recordNames } from "./kind";

type Settings = Extract<ResolvedDns, { kind: "rfc2136" }>;

/** The function that sends dynamic updates. */
const UPDATE_LIBRARY = asset("constructs/dns/scripts/nsupdate.sh");

/** Records by dynamic updates with nsupdate, as BIND, Knot and PowerDNS take them. */
export const rfc2136: DnsKind<Settings> = (scope, settings, names) => {
  const target = {
    ZONE: settings.zone,
    SERVER: settings.server,
    KEY_FILE: settings.keyFile === undefined ? "" : fromStack(scope, settings.keyFile),
  };
  const wildcard = names.wildcardDomain;
  const removals = [
    addRemoval(scope, "record", names.name, target),
    ...(wildcard === undefined ? [] : [addRemoval(scope, "wildcard-record", `*.${wildcard}`, target)]),
  ];
  return { records: [...removals, addUpdate(scope, settings.ttl, names, target, removals)], gate: { triggers: {} } };
};

/** Sends all records in one message, again whenever one of them or the way to them changes. */
function addUpdate(
  scope: Construct,
  ttl: number,
  names: DnsNames,
  target: Readonly<Record<string, string>>,
  removals: readonly Resource[],
): Resource {
  const environment = {
    NAMES: recordNames(names).join(" "),
    ADDRESSES: names.addresses.join(" "),
    TTL: String(ttl),
    ...target,
  };
  return new Resource(scope, "update", {
    triggers: environment,
    provisioners: [
      localExec(scope, {
        script: asset("constructs/dns/scripts/update-a-records.sh"),
        libraries: [UPDATE_LIBRARY],
        environment,
      }),
    ],
    dependsOn: [...removals],
  });
}

/** A block of its own, so that a changed ttl or address updates the record without removing it in between. */
function addRemoval(scope: Construct, id: string, name: string, way: Readonly<Record<string, string>>): Resource {
  // WILDCARD says nothing any more. Without it the triggers of a record that exists would differ from its state's, and
  // the replacement would remove the record.
  const target = { NAME: name, WILDCARD: "", ...way };
  return new Resource(scope, id, {
    triggers: target,
    // Another way to the same record is no reason to remove it: resolvers would remember that there is none.
    lifecycle: { ignoreChanges: ['triggers["SERVER"]', 'triggers["KEY_FILE"]'] },
    provisioners: [
      localExec(scope, {
        script: asset("constructs/dns/scripts/remove-a-record.sh"),
        libraries: [UPDATE_LIBRARY],
        // Not by TerraformSelf, which would write the keys in lower case.
        environment: Object.fromEntries(
          Object.keys(target)
            .filter((key) => key !== "WILDCARD")
            .map((key) => [key, `\${self.triggers.${key}}`]),
        ),
        when: "destroy",
      }),
    ],
  });
}
