import { TerraformLocal } from "cdktf";
import { Construct } from "constructs";
import { allPools } from "../config/nodes";
import type { ResolvedClusterConfig } from "../config/cluster";
import type { MachineType } from "../config/sections/pool";
import { escapeTemplate } from "../core/escape";
import { fromStack } from "../core/paths";
import { nodePatches } from "../machine/node-patches";
import { rolePatches } from "../machine/role-patches";
import { fingerprint } from "../machine/sha256";
import { maxUserDataBytes } from "../machine/user-data";
import { MachineConfig, type MachineConfigCommon, renderPatches } from "./machine-config";
import type { ITalosSecrets } from "./talos-secrets";

export interface MachineConfigsProps {
  readonly config: ResolvedClusterConfig;
  readonly secrets: ITalosSecrets;
  /** Host of the Kubernetes API for the nodes: a name, or an address, which may be a token. */
  readonly endpointHost: string;
  /**
   * Address that the nodes find under `endpointHost` without asking any name server; may be a token.
   *
   * @default - they ask their name servers
   */
  readonly endpointAddress?: string;
  /** Names and addresses that certificates carry besides the nodes' own; may be tokens. */
  readonly certificateNames: readonly string[];
  /** Directory of the machine configs, relative to the stack or absolute; may be a token. */
  readonly directory: string;
}

/** The machine configs of all nodes; what the nodes of a role share stands in the JSON once. */
export class MachineConfigs extends Construct {
  private readonly byNode = new Map<string, MachineConfig>();

  public constructor(scope: Construct, id: string, props: MachineConfigsProps) {
    super(scope, id);
    const { config } = props;
    const common: MachineConfigCommon = {
      cluster: config.name,
      endpointHost: props.endpointHost,
      endpointAddress: props.endpointAddress ?? "",
      additionalSans: props.certificateNames,
      kubernetesVersion: config.kubernetes.version,
      contract: config.talos.contract,
      secrets: props.secrets,
      directory: props.directory,
      secretPatches: config.patches.secret.map((path) => escapeTemplate(fromStack(this, path))),
      blocksMetadata: config.talos.blocksMetadata,
      metadataService: config.talos.metadataService ?? "",
      maxBytes: maxUserDataBytes(config.talos.configDrive),
    };
    const roles = { controlplane: this.addRole(config, "controlplane"), worker: this.addRole(config, "worker") };
    for (const pool of allPools(config)) {
      const namespace = new Construct(this, pool.name);
      for (const node of pool.nodes) {
        const machineConfig = new MachineConfig(namespace, String(node.index), {
          ...common,
          ...roles[pool.machineType],
          node: node.name,
          machineType: pool.machineType,
          patches: nodePatches(pool, node),
        });
        this.byNode.set(node.name, machineConfig);
      }
    }
  }

  /**
   * The machine config of a node.
   *
   * @throws Error if the cluster has no such node.
   */
  public of(node: string): MachineConfig {
    const found = this.byNode.get(node);
    if (found === undefined) throw new Error(`the cluster has no node ${node}`);
    return found;
  }

  private addRole(config: ResolvedClusterConfig, machineType: MachineType) {
    const text = renderPatches(rolePatches(config, machineType));
    // A pool may be called like a role, so the locals do not stand beside the pools.
    const local = new TerraformLocal(new Construct(this, `role-patches-${machineType}`), "Resource", text);
    // Kubernetes has them from its control planes.
    const pinned = machineType === "controlplane" ? config.manifests.pinned : [];
    return {
      rolePatches: local.asString,
      rolePatchesHash: fingerprint(text),
      pinnedManifests: pinned.map(({ sha256, url }) => `${sha256} ${url}`).join("\n"),
    };
  }
}
