/** Address ranges: well formed, apart from each other, and large enough. */
import { Address4 } from "ip-address";
import { allPools } from "../names";
import { formatPath, type Path } from "../paths";
import type { ResolvedClusterConfig } from "../types";
import type { Rule } from "./rule";

interface Range {
  readonly path: Path;
  readonly cidr: string;
}

/** Nobody can route these, or Talos and OpenStack need them: metadata and host DNS live in link-local addresses. */
const RESERVED = {
  "127.0.0.0/8": "loopback",
  "169.254.0.0/16": "link-local, metadata service",
  "224.0.0.0/3": "multicast",
};

/** The nodes' network as far as the file knows it. */
function nodeRange({ network }: ResolvedClusterConfig): readonly Range[] {
  if (network.kind === "create") return [{ path: ["network", "create", "cidr"], cidr: network.cidr }];
  return network.cidr === undefined ? [] : [{ path: ["network", "cidr"], cidr: network.cidr }];
}

/** The nodes' come last: an overlap is reported at the later one, and theirs is the one that is written most often. */
const clusterRanges = (config: ResolvedClusterConfig): readonly Range[] => [
  { path: ["kubernetes", "podCidr"], cidr: config.kubernetes.podCidr },
  { path: ["kubernetes", "serviceCidr"], cidr: config.kubernetes.serviceCidr },
  ...nodeRange(config),
];

const accessRanges = ({ access }: ResolvedClusterConfig): readonly Range[] =>
  (["kubernetesApi", "talosApi", "ssh"] as const).flatMap((list) =>
    access[list].map((cidr, i) => ({ path: ["access", list, i], cidr })),
  );

const prefix = (cidr: string): number => new Address4(cidr).subnetMask;
const network = (cidr: string): string => `${new Address4(cidr).startAddress().correctForm()}/${prefix(cidr)}`;

/** Two networks overlap exactly if one holds the other. */
function overlap(a: string, b: string): boolean {
  const [x, y] = [new Address4(a), new Address4(b)];
  return x.isInSubnet(y) || y.isInSubnet(x);
}

const cidrHostBits: Rule = {
  id: "cidr-host-bits",
  needs: ["network", "kubernetes", "access"],
  *check(config, file) {
    // Lists that ssh falls back to are reported where they were written.
    const written = accessRanges(config).filter(({ path }) => path[1] !== "ssh" || file.access.ssh !== undefined);
    for (const { path, cidr } of [...clusterRanges(config), ...written]) {
      if (network(cidr) !== cidr) {
        yield {
          path,
          message: `must not have host bits set; got ${cidr}; use ${network(cidr)}${path[0] === "access" ? ", or /32 for one address" : ""}`,
        };
      }
    }
  },
};

const cidrOverlap: Rule = {
  id: "cidr-overlap",
  needs: ["network", "kubernetes"],
  *check(config) {
    const ranges = clusterRanges(config);
    for (const [i, a] of ranges.entries()) {
      for (const b of ranges.slice(i + 1)) {
        if (overlap(a.cidr, b.cidr)) {
          yield {
            path: b.path,
            message: `must not overlap ${formatPath(a.path)} (${a.cidr}); got ${b.cidr}; change one of them`,
          };
        }
      }
    }
  },
};

const cidrReserved: Rule = {
  id: "cidr-reserved",
  needs: ["network", "kubernetes"],
  *check(config) {
    for (const { path, cidr } of clusterRanges(config)) {
      for (const [reserved, what] of Object.entries(RESERVED)) {
        if (overlap(cidr, reserved)) {
          yield {
            path,
            message: `must not overlap ${reserved} (${what}); got ${cidr}; use a private network, for example of 10.0.0.0/8`,
          };
        }
      }
    }
  },
};

/** Network, broadcast, router, and two DHCP ports. */
const RESERVED_ADDRESSES = 5;

const networkSize: Rule = {
  id: "network-size",
  needs: ["network", "controlPlane", "workers", "loadBalancer"],
  *check(config) {
    const machines = nodeCount(config) + (config.loadBalancer.network === undefined ? 1 : 0);
    for (const { path, cidr } of nodeRange(config)) {
      const free = 2 ** (32 - prefix(cidr)) - RESERVED_ADDRESSES;
      if (machines > free) {
        yield {
          path,
          message: `must have an address for each of ${machines} machines; ${cidr} has ${Math.max(free, 0)} to give; use a shorter prefix`,
        };
      }
    }
  },
};

const nodeCount = (config: ResolvedClusterConfig): number =>
  allPools(config).reduce((sum, { nodes }) => sum + nodes.length, 0);

/** Kubernetes gives each node a /24 of the pod network, and accepts one that is at most 16 bits shorter. */
const NODE_PREFIX = 24;

const podCidrSize: Rule = {
  id: "pod-cidr-size",
  needs: ["kubernetes", "controlPlane", "workers"],
  *check(config) {
    const { podCidr } = config.kubernetes;
    const nodes = nodeCount(config);
    const room = Math.floor(2 ** (NODE_PREFIX - prefix(podCidr)));
    if (prefix(podCidr) < NODE_PREFIX - 16) {
      yield { path: ["kubernetes", "podCidr"], message: `must be /8 or smaller; got ${podCidr}; use a longer prefix` };
    } else if (room < nodes) {
      yield {
        path: ["kubernetes", "podCidr"],
        message: `must have a /${NODE_PREFIX} for each of ${nodes} nodes; ${podCidr} has ${room}; use a shorter prefix, for example /16`,
      };
    }
  },
};

const serviceCidrSize: Rule = {
  id: "service-cidr-size",
  needs: ["kubernetes"],
  *check({ kubernetes: { serviceCidr } }) {
    // kube-apiserver refuses more than 20 bits; the cluster's DNS service is the tenth address.
    if (prefix(serviceCidr) < 12 || prefix(serviceCidr) > 28) {
      yield {
        path: ["kubernetes", "serviceCidr"],
        message: `must be from /12 to /28; got ${serviceCidr}; use for example /16`,
      };
    }
  },
};

/** Rules about address ranges. */
export const NETWORK_RULES: readonly Rule[] = [
  cidrHostBits,
  cidrOverlap,
  cidrReserved,
  networkSize,
  podCidrSize,
  serviceCidrSize,
];
