/** What stands in front of the Kubernetes API and the Talos API, by kind. */
import { z } from "zod";
import { networkOf, prefixOf } from "../ip";
import type { Immutable } from "../json";
import { defaultKind, kind, kindsOf } from "../kinds";
import { loadBalancerName } from "../names";
import { cidr, dnsLabel, ipv4 } from "../primitives";
import { type Context, section, type SectionRule } from "../section";
import { host, openStackName, path as pathText, user } from "../texts";
import type { ResolvedNetwork } from "./network";
import { loadBalancerVolume } from "./pool";

/** A network that is made has an external one, where floating IPs come from. */
export interface LoadBalancerContext extends Context {
  readonly network: ResolvedNetwork;
}

const nodePort = z.int().min(30000).max(32767);

/** Connections on ports 80 and 443 where the file says nothing of them. */
export const INGRESS_LIMITS = { maxConnections: 4000, idleSeconds: 300 };

const PASS_ON = "Pass ports 80 and 443 on to an ingress controller, by TCP.";

/** What every kind can pass on besides the APIs. */
const ingress = z.strictObject({
  pool: dnsLabel.meta({ description: "Pool of workers whose node ports take the traffic." }),
  httpNodePort: nodePort.default(30080).meta({ description: "Node port behind port 80." }),
  httpsNodePort: nodePort.default(30443).meta({ description: "Node port behind port 443." }),
});

const haproxyIngress = ingress.extend({
  proxyProtocol: z.boolean().default(false).meta({
    description:
      "Tell the ingress controller each client's address by the PROXY protocol, version 2; it has to expect that.",
  }),
  maxConnections: z.int().min(1).max(100_000).default(INGRESS_LIMITS.maxConnections).meta({
    description: "Connections at a time on each of the two ports; more have to wait. Each takes up to 33 kB of memory.",
  }),
  idleSeconds: z.int().min(10).max(86_400).default(INGRESS_LIMITS.idleSeconds).meta({
    description: "How long a connection may be silent before it is closed, in seconds.",
  }),
});

const haproxy = kind(
  z.strictObject({
    kind: defaultKind("haproxy").meta({ description: "A server that runs HAProxy." }),
    count: z.literal(1).default(1).meta({ description: "Number of servers." }),
    flavor: openStackName.meta({ description: "Name of the flavor." }),
    image: openStackName.meta({ description: "Image with cloud-init and apt, by name or ID, for example debian-12." }),
    keyPair: openStackName.meta({ description: "Name of an existing key pair, for the SSH user." }),
    sshUser: user.default("debian").meta({ description: "User that may use sudo without a password." }),
    sshPrivateKeyFile: pathText.optional().meta({
      description: "Private key, by path relative to this file. Default: the SSH agent and its keys.",
    }),
    bastion: z
      .strictObject({
        host: host.meta({ description: "Its name or address." }),
        user: user.optional().meta({ description: "Its user. Default: the SSH user of the load balancer." }),
        port: z.int().min(1).max(65535).default(22).meta({ description: "Its SSH port." }),
      })
      .optional()
      .meta({ description: "Jump host through which the load balancer is reached by SSH." }),
    rootVolume: loadBalancerVolume.optional(),
    zone: openStackName.optional().meta({ description: "Availability zone. Default: Nova's choice." }),
    network: openStackName
      .optional()
      .meta({ description: "Network of the load balancer, by name. Default: the nodes'." }),
    floatingIpPool: openStackName.optional().meta({
      description: "External network of its floating IP. Default: that of network.create, else no floating IP.",
    }),
    ingress: haproxyIngress.optional().meta({ id: "HaproxyIngress", description: PASS_ON }),
    securityUpdates: z.boolean().default(true).meta({
      description:
        "Let the server install its security updates every day, by unattended-upgrades; it never reboots by itself.",
    }),
    packages: z.boolean().default(true).meta({
      description: "Let cloud-init install HAProxy with apt; false for an image that holds it already.",
    }),
  }),
  ({ sshPrivateKeyFile, bastion, ...rest }, context: LoadBalancerContext) => {
    const floatingIpPool =
      rest.floatingIpPool ?? (rest.network === undefined ? externalNetworkOf(context.network) : undefined);
    return {
      ...rest,
      /** Name of its server and port. */
      name: loadBalancerName(context.name),
      /** Path relative to the working directory of the synth; undefined uses the agent. */
      sshPrivateKeyFile: sshPrivateKeyFile && context.path(sshPrivateKeyFile),
      bastion: bastion && { ...bastion, user: bastion.user ?? rest.sshUser },
      /** External network of the floating IP; undefined makes none. */
      floatingIpPool,
      /** Machines of its own in the network of the nodes. */
      machines: rest.network === undefined ? 1 : 0,
      summary: [
        `HAProxy on ${rest.flavor}`,
        ...(rest.network === undefined ? [] : [`in network ${rest.network}`]),
        floatingIpPool === undefined ? "without a floating IP" : `floating IP of ${floatingIpPool}`,
      ].join(", "),
    };
  },
);

const externalNetworkOf = (network: ResolvedNetwork): string | undefined =>
  network.kind === "create" ? network.externalNetwork : undefined;

const external = kind(
  z.strictObject({
    kind: z.literal("external").meta({
      description: "Somebody else's: it passes the ports on by TCP; the apply says to whom, and waits until it does.",
    }),
    addresses: z.array(ipv4).min(1).meta({ description: "Its IPv4 addresses, as clients reach it." }),
    nodeAddress: ipv4.optional().meta({
      description: "Its IPv4 address, as the nodes reach it. Default: the first of addresses.",
    }),
    sources: z.array(cidr).min(1).meta({
      description: "Networks from which it reaches the nodes, in CIDR notation.",
    }),
    ingress: ingress.optional().meta({ id: "Ingress", description: PASS_ON }),
  }),
  ({ nodeAddress, ...rest }) => ({
    ...rest,
    nodeAddress: nodeAddress ?? rest.addresses[0] ?? "",
    machines: 0,
    summary: `somebody else's at ${rest.addresses.join(" and ")}`,
  }),
);

const kinds = kindsOf({ haproxy, external });

/** What stands in front of the APIs, by `kind`; `summary` is what people are told of it. */
export type ResolvedLoadBalancer = Immutable<ReturnType<typeof kinds.resolve>>;

/** Shorter prefixes are no load balancer's network; they would open the nodes to the world. */
const SHORTEST_PREFIX = 8;

const sources: SectionRule<unknown, ResolvedLoadBalancer> = {
  id: "load-balancer-sources",
  *check(resolved) {
    if (resolved.kind !== "external") return;
    for (const [i, source] of resolved.sources.entries()) {
      const path = ["sources", i];
      if (networkOf(source) !== source) {
        yield {
          path,
          message: `must not have host bits set; got ${source}; use ${networkOf(source)}, or /32 for one address`,
        };
      } else if (prefixOf(source) < SHORTEST_PREFIX) {
        yield {
          path,
          message: `opens the control planes to the world; got ${source}; name the networks of the load balancer`,
        };
      } else if (resolved.sources.indexOf(source) < i) {
        yield { path, message: `${source} is given twice; Neutron refuses equal rules; remove one` };
      }
    }
  },
};

const nodePorts: SectionRule<unknown, ResolvedLoadBalancer> = {
  id: "ingress-node-ports",
  *check({ ingress }) {
    if (ingress === undefined || ingress.httpNodePort !== ingress.httpsNodePort) return;
    yield {
      path: ["ingress", "httpsNodePort"],
      message: `must differ from httpNodePort, since a node port is one service's; got ${ingress.httpsNodePort} twice`,
    };
  },
};

/** What stands in front of the APIs. */
export const loadBalancer = section({
  schema: kinds.schema.meta({
    id: "LoadBalancer",
    description: "What stands in front of the Kubernetes API and the Talos API.",
  }),
  resolve: kinds.resolve,
  rules: [sources, nodePorts],
});
