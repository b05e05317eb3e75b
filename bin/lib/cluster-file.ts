import { join, relative } from "node:path";

/** Path of the cluster file: `CLUSTER_FILE`, or cluster.yaml; relative, so that no output names a directory of this machine. */
export function clusterFile(): string {
  const given = process.env["CLUSTER_FILE"];
  return relative("", given === undefined || given === "" ? "cluster.yaml" : given) || ".";
}

/** Where the JSON of all clusters is written, as the cdktf CLI has it. */
export const outputDirectory = (): string => process.env["CDKTF_OUTDIR"] ?? "cdktf.out";

/** Where the JSON of the clusters stands, a directory for each. */
export const stacksDirectory = (): string => join(outputDirectory(), "stacks");

/** What `--help` says of the variables that name the cluster and its files. */
export const CLUSTER_VARIABLES = {
  CLUSTER_FILE: "the cluster file (default: cluster.yaml)",
  CDKTF_OUTDIR: "where the JSON of the clusters is written (default: cdktf.out)",
} as const;
