import { z } from "zod";
import { dnsLabel, reference } from "./primitives";

/**
 * A patch of Talos' machine config: the path of a YAML file (relative to the cluster file), or the patch itself.
 *
 * Strategic merge patches only; JSON6902 patches fail on the multi-document configs of Talos 1.12 and newer.
 */
export const patch = z.union([z.string().min(1), z.record(z.string(), z.json()), z.array(z.json())]).meta({
  id: "Patch",
  title: "path or patch",
  description: "A strategic merge patch: the path of a YAML file relative to this file, or the patch itself.",
});

/** Patches in the order in which they are merged. */
export const patches = z.array(patch).default([]);

/** The root disk as a Cinder volume instead of the flavor's local disk. */
export const rootVolume = z
  .strictObject({
    sizeGiB: z.int().min(10, "must be at least 10: the Talos image alone takes 5 GiB").meta({
      description: "Size in GiB; on nodes, what the image does not need becomes the EPHEMERAL partition.",
    }),
    type: reference.optional().meta({ description: "Volume type. Default: the cloud's default volume type." }),
  })
  .meta({ id: "RootVolume", description: "Boot from a volume of this size instead of from the flavor's local disk." });

const serverGroupPolicy = z
  .enum(["anti-affinity", "soft-anti-affinity", "affinity", "soft-affinity", "none"])
  .meta({ description: "Policy of the pool's server groups; none makes no group." });

/** What control planes and worker pools have in common. */
const machine = {
  flavor: reference.meta({ description: "Name of the flavor." }),
  rootVolume: rootVolume.optional(),
  zones: z
    .array(reference)
    .default([])
    .meta({ description: "Availability zones, taken in turn by the nodes; empty leaves the choice to Nova." }),
  patches: patches.meta({ description: "Patches of these nodes only, after the global and the role's." }),
};

/** The control plane: the nodes that run etcd and the Kubernetes API. */
export const controlPlane = z
  .strictObject({
    count: z.int().min(1).max(9).default(3).meta({ description: "Number of control plane nodes; odd." }),
    ...machine,
    serverGroupPolicy: serverGroupPolicy.default("anti-affinity"),
    schedulable: z
      .boolean()
      .default(false)
      .meta({ description: "Let ordinary pods run on the control planes (allowSchedulingOnControlPlanes)." }),
  })
  .meta({ id: "ControlPlane", description: "The nodes that run etcd and the Kubernetes API." });

const taint = z
  .strictObject({
    key: reference.meta({ description: "Key, for example example.org/gpu." }),
    value: z.string().default("").meta({ description: "Value." }),
    effect: z
      .enum(["NoSchedule", "PreferNoSchedule", "NoExecute"])
      .meta({ description: "What happens to pods that do not tolerate it." }),
  })
  .meta({ id: "Taint", description: "A Kubernetes taint." });

const dataVolume = z
  .strictObject({
    name: dnsLabel.meta({ description: "Name of the volume within the node, part of its Cinder name." }),
    sizeGiB: z.int().min(1).meta({ description: "Size in GiB." }),
    type: reference.optional().meta({ description: "Volume type. Default: the cloud's default volume type." }),
  })
  .meta({ id: "DataVolume", description: "A volume attached to each node of the pool; it outlives its server." });

/** A pool of workers that are alike. */
export const workerPool = z
  .strictObject({
    count: z.int().min(0).meta({ description: "Number of nodes in the pool." }),
    ...machine,
    serverGroupPolicy: serverGroupPolicy.default("anti-affinity"),
    volumes: z.array(dataVolume).default([]).meta({ description: "Data volumes of each node." }),
    labels: z.record(z.string(), z.string()).default({}).meta({ description: "Kubernetes node labels." }),
    annotations: z.record(z.string(), z.string()).default({}).meta({ description: "Kubernetes node annotations." }),
    taints: z.array(taint).default([]).meta({ description: "Kubernetes node taints." }),
  })
  .meta({ id: "WorkerPool", description: "A pool of workers that are alike." });
