import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import { ACCESS_LIBRARY, accessEnvironment, type ClusterAccess, RENDER_LIBRARY, talosScript } from "./access";
import type { MachineConfig } from "./machine-config";

/** A node that runs. */
export interface RunningNode {
  readonly config: MachineConfig;
  /** Address of the node; may be a token. */
  readonly address: string;
  /** ID of its server, so that a new server is looked at again; may be a token. */
  readonly serverId: string;
}

export interface ConfigRolloutProps {
  readonly access: ClusterAccess;
  /** Every node, control planes in the order of their addresses in `access`; they have their turn before the workers. */
  readonly nodes: readonly RunningNode[];
  /** Whether a change that needs a reboot reboots the node, or stops the apply before anything is done. */
  readonly allowReboots: boolean;
  /** Directory of the link by which nodes take turns, relative to the stack or absolute; may be a token. */
  readonly directory: string;
  /** How long to wait for a node to be healthy, in seconds. */
  readonly timeoutSeconds: number;
  /** What must be done before nodes can be spoken to. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Brings changed machine configs to running nodes with `talosctl apply-config`: one node at a time, control planes first,
 * health between.
 *
 * A node that has its config already, as every node has after its first boot, is left alone. The Kubernetes version of a
 * running node stays what it is: `talosctl upgrade-k8s` changes it, in an order of its own.
 */
export class ConfigRollout extends Construct {
  /** One null_resource per node. */
  public readonly applied: readonly Resource[];

  public constructor(scope: Construct, id: string, props: ConfigRolloutProps) {
    super(scope, id);
    const of = (machineType: string) => props.nodes.filter(({ config }) => config.machineType === machineType);
    const names = of("controlplane").map(({ config }) => config.environment["NODE"]);
    const environment = {
      ...accessEnvironment(props.access),
      CONTROL_PLANE_NODES: names.join(" "),
      ALLOW_REBOOT: String(props.allowReboots),
      TURN: `${props.directory}/.rollout`,
      TIMEOUT: String(props.timeoutSeconds),
    };
    const controlPlanes = of("controlplane").map((node) => this.addNode(node, environment, props.dependsOn));
    const workers = of("worker").map((node) => this.addNode(node, environment, controlPlanes));
    this.applied = [...controlPlanes, ...workers];
  }

  private addNode(
    { config, address, serverId }: RunningNode,
    environment: Readonly<Record<string, string>>,
    dependsOn: readonly ITerraformDependable[],
  ): Resource {
    // Beside the node's rendered config: its id is made of the pool and the index already.
    return new Resource(config, "applied", {
      triggers: { ...config.inputs, server: serverId },
      provisioners: [
        localExec(this, {
          script: talosScript("apply-machine-config"),
          libraries: [ACCESS_LIBRARY, RENDER_LIBRARY],
          environment: { ...config.environment, ...environment, ADDRESS: address },
        }),
      ],
      dependsOn: [...dependsOn],
    });
  }
}
