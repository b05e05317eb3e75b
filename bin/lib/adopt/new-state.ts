import { randomUUID } from "node:crypto";
import type { Thing } from "./find";
import { type Stack, type State, without } from "../stack";
import { dependenciesOf } from "./wanted";

/** Version of the provider's schema that what is written follows; a test compares it with every committed schema. */
export const SCHEMA_VERSION = 0;

/**
 * The state with what was found: what the stack wants, and the ID. The next plan reads all the rest from the cloud.
 *
 * Not by `import` blocks: an import forgets a server's port, a group's `delete_default_rules` and an image's source, none
 * of which OpenStack tells, so that the next apply would replace all three.
 * https://github.com/terraform-provider-openstack/terraform-provider-openstack/blob/v1.54.1/openstack/compute_instance_v2.go
 */
export function stateWith(state: State | undefined, adopted: readonly Thing[], stack: Stack, provider: string): State {
  const resources = adopted.map(({ wanted, attributes }) => ({
    mode: "managed",
    type: wanted.type,
    name: wanted.name,
    provider: `provider["${provider}"]`,
    instances: [{ schema_version: SCHEMA_VERSION, attributes, dependencies: dependenciesOf(wanted, stack) }],
  }));
  const before = state ?? { version: 4, serial: 0, lineage: randomUUID(), outputs: {}, resources: [] };
  // What it had of them is gone.
  const kept = without(before, new Set(adopted.map(({ wanted }) => wanted.address)));
  return { ...before, serial: before.serial + 1, resources: [...(kept?.resources ?? []), ...resources] };
}
