/** The nodes that run etcd and the Kubernetes API. */
import { z } from "zod";
import type { Immutable } from "../json";
import { CONTROL_PLANE } from "../names";
import { section, type SectionRule } from "../section";
import { machine, type PoolContext, resolvePool, serverGroupPolicy } from "./pool";
import type { ResolvedWorkerPool } from "./workers";

const schema = z
  .strictObject({
    count: z.int().min(1).max(9).default(3).meta({ description: "Number of control plane nodes; odd." }),
    ...machine,
    serverGroupPolicy,
    schedulable: z
      .boolean()
      .default(false)
      .meta({ description: "Let ordinary pods run on the control planes (allowSchedulingOnControlPlanes)." }),
  })
  .meta({ id: "ControlPlane", description: "The nodes that run etcd and the Kubernetes API." });
type Written = z.output<typeof schema>;

/** What pools of workers may have and the control plane has not. */
const NONE: Pick<ResolvedWorkerPool, "volumes" | "labels" | "annotations" | "taints"> = {
  volumes: [],
  labels: {},
  annotations: {},
  taints: [],
};

const resolve = (written: Written, context: PoolContext) =>
  resolvePool(
    { ...written, ...NONE },
    { name: CONTROL_PLANE, machineType: "controlplane", place: ["controlPlane"] },
    context,
  );

/** The control plane, with its nodes. */
export type ResolvedControlPlane = Immutable<ReturnType<typeof resolve>>;

const controlPlaneCount: SectionRule<Written, unknown> = {
  id: "control-plane-count",
  *check(_, { count }) {
    if (count % 2 === 0) {
      yield {
        path: ["count"],
        message: `must be odd so that etcd keeps quorum; got ${count}; use 1, 3, 5, 7 or 9`,
      };
    }
  },
};

/** Policies by which one host may hold all control planes. */
const SHARED_HOST: readonly string[] = ["affinity", "soft-affinity", "none"];

/** The control plane. */
export const controlPlane = section({
  schema,
  resolve,
  rules: [controlPlaneCount],
  *warnings({ nodes, serverGroupPolicy: policy }) {
    if (nodes.length === 1) {
      yield {
        path: ["count"],
        message: "one control plane, so that its loss is the loss of the cluster; use 3 in production",
      };
    } else if (SHARED_HOST.includes(policy)) {
      yield {
        path: ["serverGroupPolicy"],
        message: `with ${policy} one host may take all control planes with it; use anti-affinity`,
      };
    }
  },
});
