import type { ResolvedDns } from "../config/sections/dns";
import { type DnsKind, recordNames } from "./kind";

/** Records that somebody else makes; the gate waits for them. */
export const external: DnsKind<Extract<ResolvedDns, { kind: "external" }>> = (_scope, _settings, names) => ({
  records: [],
  gate: {
    triggers: {},
    hint: `somebody else makes the A records of this cluster: ${recordNames(names).join(" and ")} must have`,
  },
});
