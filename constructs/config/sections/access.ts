/** From where the APIs may be used; nothing is open to the world unless it is said twice. */
import { z } from "zod";
import { isDocumentation, prefixOf } from "../ip";
import type { Immutable } from "../json";
import { cidr } from "../primitives";
import { section, type SectionRule } from "../section";

const schema = z
  .strictObject({
    kubernetesApi: z.array(cidr).meta({ description: "Networks that may use the Kubernetes API (6443)." }),
    talosApi: z.array(cidr).meta({ description: "Networks that may use the Talos API (50000)." }),
    ssh: z.array(cidr).optional().meta({
      description: "Networks that may SSH to the load balancer. Default: those of talosApi.",
    }),
    ingress: z.array(cidr).optional().meta({
      description: "Networks that may use ports 80 and 443, with loadBalancer.ingress; 0.0.0.0/0 for everybody.",
    }),
    nodes: z
      .array(
        z.strictObject({
          port: z.int().min(1).max(65535).meta({ description: "The port, or the first one." }),
          endPort: z.int().min(1).max(65535).optional().meta({ description: "The last port. Default: port." }),
          protocol: z.enum(["tcp", "udp"]).default("tcp").meta({ description: "Its protocol." }),
        }),
      )
      .default([])
      .meta({
        description:
          "Ports that nodes use among each other besides those of Talos, Kubernetes and the pod network, for example of a storage system.",
      }),
    allowWorld: z.boolean().default(false).meta({ description: "Accept 0.0.0.0/0 for the APIs and SSH." }),
  })
  .meta({ id: "Access", description: "From where the APIs may be used." });
type Written = z.output<typeof schema>;

const resolve = (written: Written) => ({
  ...written,
  ssh: written.ssh ?? written.talosApi,
  ingress: written.ingress ?? [],
});

/** From where the APIs may be used, with every default applied. */
export type ResolvedAccess = Immutable<ReturnType<typeof resolve>>;

const LISTS = ["kubernetesApi", "talosApi", "ssh"] as const;

const accessEmpty: SectionRule<unknown, ResolvedAccess> = {
  id: "access-empty",
  *check(resolved) {
    for (const list of LISTS) {
      if (resolved[list].length === 0 && (list !== "ssh" || resolved.talosApi.length > 0)) {
        yield {
          path: [list],
          message: "must not be empty: not even this machine could reach it; name the networks that may",
        };
      }
    }
  },
};

/** Shorter prefixes are no longer "some network of ours". */
const WORLD_PREFIX = 8;

const accessWorld: SectionRule<Written, unknown> = {
  id: "access-world",
  *check(_, written) {
    if (written.allowWorld) return;
    for (const list of LISTS) {
      for (const [i, network] of (written[list] ?? []).entries()) {
        if (prefixOf(network) < WORLD_PREFIX) {
          yield {
            path: [list, i],
            message: `opens the API to the world; got ${network}; name your networks, or say it twice with access.allowWorld: true`,
          };
        }
      }
    }
  },
};

const accessNodes: SectionRule<Written, unknown> = {
  id: "access-nodes",
  *check(_, { nodes }) {
    const text = nodes.map(({ port, endPort = port, protocol }) => `${port}-${endPort}/${protocol}`);
    for (const [i, { port, endPort = port }] of nodes.entries()) {
      if (endPort < port) {
        yield { path: ["nodes", i, "endPort"], message: `must not be smaller than port; got ${port} to ${endPort}` };
      } else if (text.indexOf(text[i] ?? "") < i) {
        yield { path: ["nodes", i], message: "is given twice; Neutron refuses equal rules; remove one" };
      }
    }
  },
};

const accessDuplicate: SectionRule<Written, unknown> = {
  id: "access-duplicate",
  *check(_, written) {
    for (const list of [...LISTS, "ingress"] as const) {
      const networks = written[list] ?? [];
      for (const [i, network] of networks.entries()) {
        if (networks.indexOf(network) < i) {
          yield { path: [list, i], message: `${network} is given twice; Neutron refuses equal rules; remove one` };
        }
      }
    }
  },
};

/** From where the APIs may be used. */
export const access = section({
  schema,
  resolve,
  rules: [accessEmpty, accessWorld, accessNodes, accessDuplicate],
  *warnings({ kubernetesApi, talosApi }) {
    if ([...kubernetesApi, ...talosApi].every(isDocumentation)) {
      yield {
        path: [],
        message: "only documentation networks may use the APIs, so an apply will wait in vain; name your networks",
      };
    }
  },
});
