/** Pools of workers, by name. */
import { z } from "zod";
import type { Immutable } from "../json";
import { CONTROL_PLANE, RESERVED_WORD } from "../names";
import { DNS_LABEL, dnsLabel } from "../primitives";
import { section, type SectionRule } from "../section";
import { freeText, freeTexts, openStackName } from "../texts";
import { metadataRules } from "./node-metadata";
import { machine, type PoolContext, resolvePool, serverGroupPolicy } from "./pool";

const taint = z
  .strictObject({
    key: freeText.meta({ description: "Key, for example example.org/gpu." }),
    value: freeText.default("").meta({ description: "Value." }),
    effect: z
      .enum(["NoSchedule", "PreferNoSchedule", "NoExecute"])
      .meta({ description: "What happens to pods that do not tolerate it." }),
  })
  .meta({ id: "Taint", description: "A Kubernetes taint." });

const dataVolume = z
  .strictObject({
    name: dnsLabel.meta({ description: "Name of the volume within the node, part of its Cinder name." }),
    sizeGiB: z.int().min(1).meta({ description: "Size in GiB." }),
    type: openStackName.optional().meta({
      description: "Volume type, of new volumes. Default: the cloud's default volume type.",
    }),
    zone: openStackName.optional().meta({
      description:
        "Availability zone of new volumes, where Cinder has other zones than Nova, for example nova. Default: the zone of the node.",
    }),
    keep: z.boolean().default(true).meta({
      description:
        "Leave the volume in Cinder, with its data, when it, its node or its pool leaves this file, or when the cluster is destroyed.",
    }),
  })
  .meta({ id: "DataVolume", description: "A volume attached to each node of the pool; it outlives its server." });

/** Most workers of a cluster: as many as this program is measured with. */
const MAX_WORKERS = 1000;

const workerPool = z
  .strictObject({
    count: z.int().min(0).max(MAX_WORKERS).meta({ description: "Number of nodes in the pool." }),
    ...machine,
    serverGroupPolicy,
    volumes: z.array(dataVolume).default([]).meta({ description: "Data volumes of each node." }),
    labels: freeTexts.default({}).meta({ description: "Kubernetes node labels." }),
    annotations: freeTexts.default({}).meta({ description: "Kubernetes node annotations." }),
    taints: z.array(taint).default([]).meta({ description: "Kubernetes node taints." }),
  })
  .meta({ id: "WorkerPool", description: "A pool of workers that are alike." });

const schema = z.record(z.string(), workerPool).default({}).meta({ description: "Pools of workers, by name." });

/** In the order of their names, so that the order in the file changes nothing; never more nodes than a rule accepts. */
function resolve(written: z.output<typeof schema>, context: PoolContext) {
  let room = MAX_WORKERS;
  return Object.entries(written)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, pool]) => {
      const count = Math.min(pool.count, room);
      room -= count;
      return resolvePool({ ...pool, count }, { name, machineType: "worker", place: ["workers", name] }, context);
    });
}

/** A pool of workers, with its nodes. */
export type ResolvedWorkerPool = Immutable<ReturnType<typeof resolve>>[number];

type WorkersRule = SectionRule<unknown, readonly ResolvedWorkerPool[]>;

/** Ids of constructs beside the pools'; in JavaScript every object has a constructor, so that cdktf takes it for one of its own. */
const RESERVED_POOLS: readonly string[] = ["role-patches-controlplane", "role-patches-worker", RESERVED_WORD];

const poolName: WorkersRule = {
  id: "pool-name",
  *check(pools) {
    for (const { name } of pools) {
      if (!DNS_LABEL.test(name)) {
        yield {
          path: [name],
          message: `pool names must be DNS labels (a-z, 0-9, inner dashes); got ${JSON.stringify(name)}; rename it`,
        };
      } else if (RESERVED_POOLS.includes(name)) {
        yield { path: [name], message: `"${name}" is a name that the program needs itself; rename the pool` };
      } else if (name === CONTROL_PLANE) {
        yield {
          path: [name],
          message: `"${CONTROL_PLANE}" is the pool of the control planes; rename this one, for example "general"`,
        };
      }
    }
  },
};

const workerCount: SectionRule<z.output<typeof schema>, unknown> = {
  id: "worker-count",
  *check(_, written) {
    const count = Object.values(written).reduce((sum, pool) => sum + pool.count, 0);
    if (count > MAX_WORKERS) {
      yield { path: [], message: `a cluster has at most ${MAX_WORKERS} workers; got ${count}; make several clusters` };
    }
  },
};

const volumeNames: WorkersRule = {
  id: "volume-names",
  *check(pools) {
    for (const { name: pool, volumes } of pools) {
      const names = volumes.map(({ name }) => name);
      for (const [i, name] of names.entries()) {
        const path = [pool, "volumes", i, "name"];
        if (name === "root") {
          yield { path, message: '"root" is the name of the root volume; rename this one, for example "data"' };
        } else if (name === RESERVED_WORD) {
          yield { path, message: `"${name}" is a name that the program needs itself; rename the volume` };
        } else if (names.includes(name.replace(/-attachment$/, "")) && name.endsWith("-attachment")) {
          const other = name.replace(/-attachment$/, "");
          yield {
            path,
            message: `"${name}" is what the attachment of volume "${other}" is called; rename one of them`,
          };
        } else if (names.indexOf(name) < i) {
          yield { path, message: `"${name}" is the name of another volume of the pool; rename one of them` };
        }
      }
    }
  },
};

/** Pools of workers. */
export const workers = section({
  schema,
  resolve,
  rules: [poolName, workerCount, volumeNames, ...metadataRules],
});
