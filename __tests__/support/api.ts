import type { TerraformStack } from "cdktf";
import type { INode } from "../../constructs/contracts";
import { ClusterApi } from "../../constructs/talos/cluster-api";
import { TalosSecrets } from "../../constructs/talos/talos-secrets";

/** A node of a pool, by its number. */
export const node = (pool: string, index = 0): INode => {
  const name = `demo-${pool}-${index}`;
  const machineType = pool === "control-plane" ? "controlplane" : "worker";
  return { name, pool, machineType, address: `${name}-address`, portId: `${name}-port`, serverId: `${name}-id` };
};

/** How scripts reach a cluster of these nodes. */
export function clusterApi(stack: TerraformStack, nodes: readonly INode[], podNetwork = true): ClusterApi {
  const secrets = new TalosSecrets(stack, "secrets", { cluster: "demo", directory: "talosconfig", contract: "v1.13" });
  return new ClusterApi(stack, "nodes", {
    cluster: "demo",
    endpoint: "demo.example.org",
    secrets,
    contract: "v1.13",
    nodes,
    podNetwork,
  });
}
