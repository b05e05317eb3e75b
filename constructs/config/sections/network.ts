/** The network of the nodes: one that exists, or one that is made. */
import { z } from "zod";
import { reservedIn } from "../ip";
import type { Immutable } from "../json";
import { cidr, given, ipv4 } from "../primitives";
import { section, type SectionRule } from "../section";
import { openStackName, uuid } from "../texts";

const schema = z
  .strictObject({
    name: openStackName.optional().meta({ description: "Use this network, by name." }),
    id: uuid.optional().meta({ description: "Use this network, by ID." }),
    cidr: cidr
      .optional()
      .meta({ description: "Addresses of an existing network's nodes; lets overlaps be found early." }),
    create: z
      .strictObject({
        cidr: cidr.default("10.0.0.0/24").meta({ description: "Addresses of the subnet." }),
        externalNetwork: openStackName.meta({
          description: "External network, by name: the router's gateway, and where floating IPs come from.",
        }),
        dnsServers: z
          .array(ipv4)
          .default([])
          .meta({ description: "Name servers of the subnet. Default: Neutron's own." }),
        mtu: z.int().min(1280).max(9216).optional().meta({ description: "MTU. Default: the cloud's." }),
      })
      .optional()
      .meta({ description: "Make a network with a subnet and a router." }),
  })
  .meta({ id: "Network", description: "The network of the nodes; one of name, id, create." });
type Written = z.output<typeof schema>;

function resolve({ name, id, cidr: addresses, create }: Written) {
  if (create !== undefined) return { kind: "create" as const, ...create };
  if (id !== undefined) return { kind: "id" as const, id, cidr: addresses };
  // Without any of them it is for who composes the cluster to give one; in a file, that is a mistake.
  return name === undefined
    ? { kind: "given" as const, cidr: addresses }
    : { kind: "name" as const, name, cidr: addresses };
}

/** The network of the nodes, by `kind`. */
export type ResolvedNetwork = Immutable<ReturnType<typeof resolve>>;

/** Keys that say which network it is. */
export const NETWORK_SOURCES = ["name", "id", "create"] as const;

const networkSource: SectionRule<Written, unknown> = {
  id: "network-source",
  *check(_, written) {
    const sources = given(written, NETWORK_SOURCES);
    if (sources.length > 1) {
      yield {
        path: [],
        message: `must have exactly one of ${NETWORK_SOURCES.join(", ")}; got ${sources.join(" and ")}`,
      };
    }
    if (written.create !== undefined && written.cidr !== undefined) {
      yield {
        path: ["cidr"],
        message: "is for an existing network; use network.create.cidr for the one that is made",
      };
    }
  },
};

/** Neutron's default of max_dns_nameservers. */
const MAX_DNS_SERVERS = 5;

const dnsServers: SectionRule<Written, unknown> = {
  id: "dns-servers",
  *check(_, { create }) {
    const servers = create?.dnsServers ?? [];
    for (const [i, server] of servers.entries()) {
      const path = ["create", "dnsServers", i];
      if (reservedIn(`${server}/32`).length > 0) {
        yield { path, message: `no node could ask ${server}; name a name server that the nodes reach` };
      } else if (servers.indexOf(server) < i) {
        yield { path, message: `${server} is given twice; Neutron refuses that; remove one` };
      } else if (i === MAX_DNS_SERVERS) {
        yield {
          path,
          message: `Neutron takes ${MAX_DNS_SERVERS} name servers; got ${servers.length}; remove the others`,
        };
      }
    }
  },
};

/** The network of the nodes. */
export const network = section({ schema, resolve, rules: [networkSource, dnsServers] });
