/** Who makes the DNS record of the cluster's name, by kind. */
import { z } from "zod";
import type { Immutable } from "../json";
import { kind, kindsOf } from "../kinds";
import { dnsLabel, domainName } from "../primitives";
import { type Context, section, type SectionRule } from "../section";
import { NO_FALSE_ADDRESS, path as pathText } from "../texts";

const wildcard = dnsLabel.optional().meta({
  description: "Also make *.<wildcard>.<name>.<domain>, for ingress. Default: no wildcard record.",
});

/** What records that this program makes have in common. */
const record = {
  wildcard,
  zone: domainName.optional().meta({ description: "Zone that holds the record. Default: the domain of the cluster." }),
  ttl: z.int().min(1).max(86400).default(60).meta({ description: "Time to live of the record, in seconds." }),
};

/** The names of a cluster, whoever makes their records. */
interface Names {
  /** Whether the API is called by a name; its address stands for it if not. */
  readonly hasName: boolean;
  /** Domain of the wildcard record, `<wildcard>.<fqdn>`; undefined makes none. */
  readonly wildcardDomain: string | undefined;
}

const named = (label: string | undefined, { fqdn }: Context): Names => ({
  hasName: true,
  wildcardDomain: label === undefined ? undefined : `${label}.${fqdn}`,
});

const designate = kind(
  z.strictObject({
    kind: z.literal("designate").meta({ description: "OpenStack's own DNS service." }),
    ...record,
  }),
  ({ wildcard: label, ...rest }, context: Context) => ({
    ...rest,
    zone: rest.zone ?? context.domain,
    ...named(label, context),
    summary: `Designate, zone ${rest.zone ?? context.domain}`,
  }),
);

const rfc2136 = kind(
  z.strictObject({
    kind: z
      .literal("rfc2136")
      .meta({ description: "Dynamic updates by nsupdate, as BIND, Knot and PowerDNS take them." }),
    ...record,
    server: z
      .string()
      .max(259, "must have at most 259 characters")
      .meta({ description: "Name server that takes the updates, host or host:port." }),
    keyFile: pathText.optional().meta({
      description: "TSIG key file as written by tsig-keygen, by path relative to this file; read in the apply only.",
    }),
  }),
  ({ wildcard: label, keyFile, ...rest }, context: Context) => ({
    ...rest,
    zone: rest.zone ?? context.domain,
    keyFile: keyFile && context.path(keyFile),
    ...named(label, context),
    summary: `nsupdate to ${rest.server}, zone ${rest.zone ?? context.domain}`,
  }),
);

const external = kind(
  z.strictObject({
    kind: z.literal("external").meta({ description: "Somebody else; the apply waits for the record." }),
    wildcard,
  }),
  ({ wildcard: label, ...rest }, context: Context) => ({
    ...rest,
    ...named(label, context),
    summary: "records of somebody else",
  }),
);

const none = kind(
  z.strictObject({
    kind: z.literal("none").meta({ description: "Nobody: the API is the address of the load balancer." }),
  }),
  (written) => ({ ...written, hasName: false, wildcardDomain: undefined, summary: "no name" }),
);

const kinds = kindsOf({ designate, rfc2136, external, none });

/** Who makes the record of the cluster's name, by `kind`; `summary` is what people are told of it. */
export type ResolvedDns = Immutable<ReturnType<typeof kinds.resolve>>;

/** `host` or `host:port`, as nsupdate is told. */
const HOST_PORT = /^(?<host>[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:(?<port>\d{1,5}))?$/;

const dnsServer: SectionRule<unknown, ResolvedDns> = {
  id: "dns-server",
  *check(resolved) {
    if (resolved.kind !== "rfc2136") return;
    const { host = "1.", port = "53" } = HOST_PORT.exec(resolved.server)?.groups ?? {};
    if (!NO_FALSE_ADDRESS.test(host) || Number(port) < 1 || Number(port) > 65535) {
      yield {
        path: ["server"],
        message: `must be host or host:port, for example ns1.example.org:53; got ${JSON.stringify(resolved.server)}`,
      };
    }
  },
};

/** Who makes the record of the cluster's name. */
export const dns = section({
  schema: kinds.schema.meta({
    id: "Dns",
    description:
      "Who makes the A record of the cluster's name: Designate, nsupdate (RFC 2136), somebody else, or nobody.",
  }),
  resolve: kinds.resolve,
  rules: [dnsServer],
});
