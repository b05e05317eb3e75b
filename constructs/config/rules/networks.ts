/** Address ranges: well formed, apart from each other, and large enough. */
import type { ResolvedClusterConfig } from "../cluster";
import { networkOf, overlap, prefixOf, reservedIn, sizeOf } from "../ip";
import { nodeCount } from "../nodes";
import { formatPath, type KeyPath } from "../reader/key-path";
import { type Rule, rule } from "./rule";

interface Range {
  readonly path: KeyPath;
  readonly cidr: string;
}

/** The nodes' network as far as the file knows it. */
function nodeRange({ network }: Pick<ResolvedClusterConfig, "network">): readonly Range[] {
  if (network.kind === "create") return [{ path: ["network", "create", "cidr"], cidr: network.cidr }];
  return network.cidr === undefined ? [] : [{ path: ["network", "cidr"], cidr: network.cidr }];
}

/** The nodes' come last: an overlap is reported at the later one, and theirs is the one that is written most often. */
const clusterRanges = (config: Pick<ResolvedClusterConfig, "kubernetes" | "network">): readonly Range[] => [
  { path: ["kubernetes", "podCidr"], cidr: config.kubernetes.podCidr },
  { path: ["kubernetes", "serviceCidr"], cidr: config.kubernetes.serviceCidr },
  ...nodeRange(config),
];

const accessRanges = ({ access }: Pick<ResolvedClusterConfig, "access">): readonly Range[] =>
  (["kubernetesApi", "talosApi", "ssh", "ingress"] as const).flatMap((list) =>
    access[list].map((cidr, i) => ({ path: ["access", list, i], cidr })),
  );

const cidrHostBits = rule({
  id: "cidr-host-bits",
  needs: ["network", "kubernetes", "access"],
  *check(config, file) {
    // Lists that ssh falls back to are reported where they were written.
    const written = accessRanges(config).filter(({ path }) => path[1] !== "ssh" || file.access.ssh !== undefined);
    for (const { path, cidr } of [...clusterRanges(config), ...written]) {
      if (networkOf(cidr) !== cidr) {
        yield {
          path,
          message: `must not have host bits set; got ${cidr}; use ${networkOf(cidr)}${path[0] === "access" ? ", or /32 for one address" : ""}`,
        };
      }
    }
  },
});

const cidrOverlap = rule({
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
});

const cidrReserved = rule({
  id: "cidr-reserved",
  needs: ["network", "kubernetes"],
  *check(config) {
    for (const { path, cidr } of clusterRanges(config)) {
      for (const { network, purpose } of reservedIn(cidr)) {
        yield {
          path,
          message: `must not overlap ${network} (${purpose}); got ${cidr}; use a private network, for example of 10.0.0.0/8`,
        };
      }
    }
  },
});

/** Network, broadcast, router, and two DHCP ports. */
const RESERVED_ADDRESSES = 5;

const networkSize = rule({
  id: "network-size",
  needs: ["network", "controlPlane", "workers", "loadBalancer"],
  *check(config) {
    const machines = nodeCount(config) + config.loadBalancer.machines;
    for (const { path, cidr } of nodeRange(config)) {
      const free = sizeOf(cidr) - RESERVED_ADDRESSES;
      if (machines > free) {
        yield {
          path,
          message: `must have an address for each of ${machines} machines; ${cidr} has ${Math.max(free, 0)} to give; use a shorter prefix`,
        };
      }
    }
  },
});

/** Kubernetes gives each node a /24 of the pod network, and accepts one that is at most 16 bits shorter. */
const NODE_PREFIX = 24;

const podCidrSize = rule({
  id: "pod-cidr-size",
  needs: ["kubernetes", "controlPlane", "workers"],
  *check(config) {
    const { podCidr } = config.kubernetes;
    const nodes = nodeCount(config);
    const room = Math.floor(2 ** (NODE_PREFIX - prefixOf(podCidr)));
    if (prefixOf(podCidr) < NODE_PREFIX - 16) {
      yield { path: ["kubernetes", "podCidr"], message: `must be /8 or smaller; got ${podCidr}; use a longer prefix` };
    } else if (room < nodes) {
      yield {
        path: ["kubernetes", "podCidr"],
        message: `must have a /${NODE_PREFIX} for each of ${nodes} nodes; ${podCidr} has ${room}; use a shorter prefix, for example /16`,
      };
    }
  },
});

/** Rules about address ranges. */
export const NETWORK_RULES: readonly Rule[] = [cidrHostBits, cidrOverlap, cidrReserved, networkSize, podCidrSize];
