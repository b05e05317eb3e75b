import type { ResolvedDns } from "../config/sections/dns";
import type { DnsKind } from "./kind";

/** No name: the API is an address, and there is nothing to make and nothing to wait for. */
export const none: DnsKind<Extract<ResolvedDns, { kind: "none" }>> = () => ({ records: [] });
