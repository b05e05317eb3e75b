/** Labels, annotations and taints as Kubernetes accepts them, and from whom. */
import type { KeyPath } from "../reader/key-path";
import type { ResolvedPool } from "../types";
import type { Rule, Violation } from "./rule";

const NAME = /^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;
const PREFIX = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Whether a key is a qualified name: a name of at most 63 characters, after an optional DNS name and a slash. */
function isQualifiedName(key: string): boolean {
  const [first = "", second, ...rest] = key.split("/");
  if (rest.length > 0) return false;
  return second === undefined ? NAME.test(first) : first.length <= 253 && PREFIX.test(first) && NAME.test(second);
}

/**
 * Labels of kubernetes.io and k8s.io that a kubelet may give its own node, besides two prefixes.
 *
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go
 */
const KUBELET_LABELS: ReadonlySet<string> = new Set([
  "kubernetes.io/hostname",
  "kubernetes.io/arch",
  "kubernetes.io/os",
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/os",
  "beta.kubernetes.io/instance-type",
  "node.kubernetes.io/instance-type",
  "failure-domain.beta.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.kubernetes.io/region",
]);
const KUBELET_PREFIXES = ["kubelet.kubernetes.io", "node.kubernetes.io"];
const within = (prefix: string, domain: string): boolean => prefix === domain || prefix.endsWith(`.${domain}`);

/**
 * Why a worker's kubelet may not set a label on its own node (admission plugin NodeRestriction), and the way out.
 *
 * Talos sends all labels, annotations and taints of a node in one update, so that one of these loses the others too.
 * https://github.com/siderolabs/talos/issues/6750
 */
export function nodeRestriction(key: string): string | undefined {
  const [prefix = "", name] = key.split("/");
  if (name === undefined || KUBELET_LABELS.has(key)) return undefined;
  if (!["kubernetes.io", "k8s.io"].some((domain) => within(prefix, domain))) return undefined;
  if (KUBELET_PREFIXES.some((allowed) => within(prefix, allowed))) return undefined;
  const wayOut =
    key === "node-role.kubernetes.io/worker"
      ? "remove it: the role label of workers is set after the bootstrap"
      : "use node.kubernetes.io/… or a domain of your own, or kubectl label after the bootstrap";
  return `Kubernetes refuses ${key} from the node itself (NodeRestriction), and every other label with it; ${wayOut}`;
}

const labels: Rule = {
  id: "labels",
  needs: ["workers"],
  *check({ workers }) {
    for (const pool of workers) {
      for (const [key, value] of Object.entries(pool.labels)) {
        const path: KeyPath = ["workers", pool.name, "labels", key];
        yield* qualified(path, key);
        if (value !== "" && !NAME.test(value)) {
          yield {
            path,
            message: `label values have at most 63 letters, digits, "-", "_" or ".", no such sign at an end; got ${JSON.stringify(value)}`,
          };
        }
      }
    }
  },
};

const labelsNodeRestriction: Rule = {
  id: "labels-node-restriction",
  needs: ["workers"],
  *check({ workers }) {
    for (const pool of workers) {
      for (const key of Object.keys(pool.labels)) {
        const message = nodeRestriction(key);
        if (message !== undefined) yield { path: ["workers", pool.name, "labels", key], message };
      }
    }
  },
};

const annotations: Rule = {
  id: "annotations",
  needs: ["workers"],
  *check({ workers }) {
    for (const pool of workers) {
      for (const key of Object.keys(pool.annotations)) {
        yield* qualified(["workers", pool.name, "annotations", key], key);
      }
    }
  },
};

const taints: Rule = {
  id: "taints",
  needs: ["workers"],
  *check({ workers }) {
    for (const pool of workers) yield* taintViolations(pool);
  },
};

function* taintViolations({ name, taints: list }: ResolvedPool): Iterable<Violation> {
  for (const [i, { key, value, effect }] of list.entries()) {
    const path: KeyPath = ["workers", name, "taints", i];
    yield* qualified([...path, "key"], key);
    if (value !== "" && !NAME.test(value)) {
      yield {
        path: [...path, "value"],
        message: `taint values have at most 63 letters, digits, "-", "_" or "."; got ${JSON.stringify(value)}`,
      };
    }
    if (list.findIndex((other) => other.key === key && other.effect === effect) < i) {
      yield { path, message: `${key}:${effect} is given twice; Kubernetes wants one per key and effect; remove one` };
    }
  }
}

function* qualified(path: KeyPath, key: string): Iterable<Violation> {
  if (!isQualifiedName(key)) {
    yield {
      path,
      message: `must be name or domain/name, the name of at most 63 characters; got ${JSON.stringify(key)}`,
    };
  }
}

/** Rules about labels, annotations and taints. */
export const LABEL_RULES: readonly Rule[] = [labels, labelsNodeRestriction, annotations, taints];
