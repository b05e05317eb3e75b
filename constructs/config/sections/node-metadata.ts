/** Labels, annotations and taints of workers' nodes. */
import { isLabelValue, isQualifiedName, nodeRestriction } from "../kubernetes-names";
import type { Finding } from "../reader/errors";
import type { KeyPath } from "../reader/key-path";
import type { SectionRule } from "../section";
import type { ResolvedWorkerPool } from "./workers";

type WorkersRule = SectionRule<unknown, readonly ResolvedWorkerPool[]>;

const labels: WorkersRule = {
  id: "labels",
  *check(pools) {
    for (const pool of pools) {
      for (const [key, value] of Object.entries(pool.labels)) {
        const path: KeyPath = [pool.name, "labels", key];
        yield* qualified(path, key);
        if (!isLabelValue(value)) {
          yield {
            path,
            message: `label values have at most 63 letters, digits, "-", "_" or ".", no such sign at an end; got ${JSON.stringify(value)}`,
          };
        }
      }
    }
  },
};

const labelsNodeRestriction: WorkersRule = {
  id: "labels-node-restriction",
  *check(pools) {
    for (const pool of pools) {
      for (const key of Object.keys(pool.labels)) {
        const message = nodeRestriction(key);
        if (message !== undefined) yield { path: [pool.name, "labels", key], message };
      }
    }
  },
};

const annotations: WorkersRule = {
  id: "annotations",
  *check(pools) {
    for (const pool of pools) {
      for (const key of Object.keys(pool.annotations)) {
        yield* qualified([pool.name, "annotations", key], key);
      }
    }
  },
};

const taints: WorkersRule = {
  id: "taints",
  *check(pools) {
    for (const pool of pools) yield* taintViolations(pool);
  },
};

function* taintViolations({ name, taints: list }: ResolvedWorkerPool): Iterable<Finding> {
  for (const [i, { key, value, effect }] of list.entries()) {
    const path: KeyPath = [name, "taints", i];
    yield* qualified([...path, "key"], key);
    if (!isLabelValue(value)) {
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

function* qualified(path: KeyPath, key: string): Iterable<Finding> {
  if (!isQualifiedName(key)) {
    yield {
      path,
      message: `must be name or domain/name, the name of at most 63 characters; got ${JSON.stringify(key)}`,
    };
  }
}

/** Rules about labels, annotations and taints. */
export const metadataRules: readonly WorkersRule[] = [labels, labelsNodeRestriction, annotations, taints];
