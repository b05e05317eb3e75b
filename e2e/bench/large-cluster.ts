import type { ClusterFile } from "../../constructs/config/cluster";
import { clusterFile } from "../lab/cluster";
import { addImage, type LabProject } from "../lab/project";

/** The load balancer's image: one that the lab makes a server of, and no machine. */
const IMAGE = "debian-12-none";

/** Puts that image into the project. */
export const addLoadBalancerImage = ({ cloud }: LabProject): Promise<void> =>
  addImage(cloud, { name: IMAGE, lab_machine: "none" });

/** Three control planes and twenty workers, otherwise what the end-to-end tests apply, with the pod network of the shipped file. */
export function largeCluster(project: LabProject, factoryUrl: string) {
  const file = clusterFile(project, factoryUrl);
  return {
    ...file,
    image: { ...file.image, properties: { lab_machine: "none" } },
    loadBalancer: { ...file.loadBalancer, image: IMAGE },
    controlPlane: { ...file.controlPlane, serverGroupPolicy: "anti-affinity" },
    // The lab has four hosts, one less than a server group has members.
    workers: { general: { ...file.workers.general, count: 20, serverGroupPolicy: "soft-anti-affinity" } },
    cni: { kind: "cilium" },
    manifests: { kubeletServingCertApprover: true, metricsServer: true },
  } satisfies ClusterFile;
}

/** The cluster file of the measurement. */
export type LargeCluster = ReturnType<typeof largeCluster>;
