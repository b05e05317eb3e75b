import type { clusterFile } from "../lab/cluster";

/** What OpenTofu says of something protected; its name says what to do. */
export const WORD_OF_PROTECTION =
  /Resource instance terraform_data\.protected_unless_var_protect_is_false\["[^"]+"\] has prevent_destroy set, but the plan calls for it to be destroyed/;

/** The cluster file of this story. */
export type EditedFile = ReturnType<typeof editedCluster>;

/** Three control planes, a pool with data volumes and one without; no machine stands behind any server. */
export const editedCluster = (file: ReturnType<typeof clusterFile>, image: string) => ({
  ...file,
  image: { ...file.image, properties: { lab_machine: "none" }, keep: true },
  loadBalancer: { ...file.loadBalancer, image },
  workers: {
    db: {
      count: 2,
      flavor: "l2.c1r1.10",
      volumes: [{ name: "data", sizeGiB: 1 }],
    },
    general: { count: 2, flavor: "l2.c1r1.10" },
  },
  controlPlane: { ...file.controlPlane, flavor: "l2.c1r1.10" },
  protect: true,
});
