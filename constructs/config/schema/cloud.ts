import { z } from "zod";
import { cidr, dnsLabel, domainName, httpUrl, ipv4, reference, seconds } from "./primitives";
import { rootVolume } from "./machines";

/** Where the nodes' image comes from: Image Factory (default), an image that exists, or a local file. */
export const image = z
  .strictObject({
    schematic: z
      .strictObject({
        extensions: z
          .array(z.string().regex(/^[\w-]+\/[\w-]+$/, "must be owner/name, for example siderolabs/qemu-guest-agent"))
          .default([])
          .meta({
            description: "Official system extensions, for example siderolabs/qemu-guest-agent. The order counts.",
          }),
        kernelArgs: z
          .array(z.string().min(1))
          .default([])
          .meta({ description: "Extra kernel arguments. The order counts." }),
      })
      .optional()
      .meta({ description: "Image Factory schematic; its ID is computed while synthesizing." }),
    factoryUrl: httpUrl.optional().meta({
      description: "Image Factory or a mirror of it. Default: https://factory.talos.dev.",
    }),
    registerSchematic: z.boolean().optional().meta({
      description:
        "POST the schematic to the factory before its image is fetched; false for a plain file mirror. Default: true.",
    }),
    format: z.enum(["raw.xz", "raw.zst", "raw.gz", "raw", "qcow2"]).optional().meta({
      description: "What is fetched from the factory; compressed ones are unpacked by the provider. Default: raw.xz.",
    }),
    name: reference.optional().meta({ description: "Use this image of Glance, by name, instead of making one." }),
    id: reference.optional().meta({ description: "Use this image of Glance, by ID, instead of making one." }),
    file: reference.optional().meta({ description: "Upload this raw file, by path relative to this file." }),
    architecture: z.enum(["amd64", "arm64"]).default("amd64").meta({ description: "Architecture of the nodes." }),
    properties: z
      .record(z.string(), z.string())
      .default({})
      .meta({ description: "Glance properties of an image that is made, for example hw_qemu_guest_agent: 'yes'." }),
  })
  .meta({ id: "Image", description: "Where the nodes' image comes from; one of schematic, name, id, file." });

/** The network of the nodes: one that exists, or one that is made. */
export const network = z
  .strictObject({
    name: reference.optional().meta({ description: "Use this network, by name." }),
    id: reference.optional().meta({ description: "Use this network, by ID." }),
    cidr: cidr
      .optional()
      .meta({ description: "Addresses of an existing network's nodes; lets overlaps be found early." }),
    create: z
      .strictObject({
        cidr: cidr.default("10.0.0.0/24").meta({ description: "Addresses of the subnet." }),
        externalNetwork: reference.meta({
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

const nodePort = z.int().min(30000).max(32767);

/** The machine in front of the Kubernetes API and the Talos API. */
export const loadBalancer = z
  .strictObject({
    kind: z.literal("haproxy").default("haproxy").meta({ description: "A server that runs HAProxy." }),
    count: z.literal(1).default(1).meta({ description: "Number of servers." }),
    flavor: reference.meta({ description: "Name of the flavor." }),
    image: reference.meta({ description: "Image with cloud-init and apt, by name or ID, for example debian-12." }),
    keyPair: reference.meta({ description: "Name of an existing key pair, for the SSH user." }),
    sshUser: z.string().min(1).default("debian").meta({ description: "User that may use sudo without a password." }),
    sshPrivateKeyFile: reference.optional().meta({
      description: "Private key, by path relative to this file. Default: the SSH agent and its keys.",
    }),
    bastion: z
      .strictObject({
        host: reference.meta({ description: "Its name or address." }),
        user: reference.optional().meta({ description: "Its user. Default: the SSH user of the load balancer." }),
        port: z.int().min(1).max(65535).default(22).meta({ description: "Its SSH port." }),
      })
      .optional()
      .meta({ description: "Jump host through which the load balancer is reached by SSH." }),
    rootVolume: rootVolume.optional(),
    zone: reference.optional().meta({ description: "Availability zone. Default: Nova's choice." }),
    network: reference.optional().meta({ description: "Network of the load balancer, by name. Default: the nodes'." }),
    floatingIpPool: reference.optional().meta({
      description: "External network of its floating IP. Default: that of network.create, else no floating IP.",
    }),
    ingress: z
      .strictObject({
        pool: dnsLabel.meta({ description: "Pool of workers whose node ports take the traffic." }),
        httpNodePort: nodePort.default(30080).meta({ description: "Node port behind port 80." }),
        httpsNodePort: nodePort.default(30443).meta({ description: "Node port behind port 443." }),
      })
      .optional()
      .meta({ id: "Ingress", description: "Pass ports 80 and 443 on to an ingress controller, by TCP." }),
    packages: z.boolean().default(true).meta({
      description: "Let cloud-init install HAProxy with apt; false for an image that holds it already.",
    }),
  })
  .meta({ id: "LoadBalancer", description: "The machine in front of the Kubernetes API and the Talos API." });

const ttl = z.int().min(1).max(86400).default(60).meta({ description: "Time to live of the record, in seconds." });
const wildcard = dnsLabel.optional().meta({
  description: "Also make *.<wildcard>.<name>.<domain>, for ingress. Default: no wildcard record.",
});
const dnsServer = {
  wildcard,
  zone: domainName.optional().meta({ description: "Zone that holds the record. Default: the domain of the cluster." }),
  ttl,
};

/** Who makes the DNS record of the cluster's name. */
export const dns = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("designate").meta({ description: "OpenStack's own DNS service." }),
      ...dnsServer,
    }),
    z.strictObject({
      kind: z
        .literal("rfc2136")
        .meta({ description: "Dynamic updates by nsupdate, as BIND, Knot and PowerDNS take them." }),
      ...dnsServer,
      server: reference.meta({ description: "Name server that takes the updates, host or host:port." }),
      keyFile: reference.optional().meta({
        description: "TSIG key file as written by tsig-keygen, by path relative to this file; read in the apply only.",
      }),
    }),
    z.strictObject({
      kind: z.literal("external").meta({ description: "Somebody else; the apply waits for the record." }),
      wildcard,
    }),
  ])
  .meta({
    id: "Dns",
    description: "Who makes the A record of the cluster's name: Designate, nsupdate (RFC 2136), or somebody else.",
  });

/** From where the APIs may be used; nothing is open to the world unless it is said twice. */
export const access = z
  .strictObject({
    kubernetesApi: z.array(cidr).meta({ description: "Networks that may use the Kubernetes API (6443)." }),
    talosApi: z.array(cidr).meta({ description: "Networks that may use the Talos API (50000)." }),
    ssh: z.array(cidr).optional().meta({
      description: "Networks that may SSH to the load balancer. Default: those of talosApi.",
    }),
    ingress: z.array(cidr).optional().meta({
      description: "Networks that may use ports 80 and 443, with loadBalancer.ingress; 0.0.0.0/0 for everybody.",
    }),
    allowWorld: z.boolean().default(false).meta({ description: "Accept 0.0.0.0/0 for the APIs and SSH." }),
  })
  .meta({ id: "Access", description: "From where the APIs may be used." });

/** How long an apply waits for each thing before it fails, in seconds. */
export const timeouts = z
  .strictObject({
    loadBalancer: seconds.default(600).meta({ description: "SSH and cloud-init of the load balancer." }),
    dns: seconds.default(600).meta({ description: "The name resolves to the load balancer." }),
    talosApi: seconds.default(900).meta({ description: "A control plane answers on 50000; each has as long." }),
    kubernetesApi: seconds.default(900).meta({ description: "The Kubernetes API answers through the load balancer." }),
    nodesReady: seconds
      .default(1200)
      .meta({ description: "Every node is Ready; and a node is healthy after a change of its machine config." }),
  })
  .prefault({})
  .meta({ id: "Timeouts", description: "How long an apply waits for each thing before it fails, in seconds." });
