import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { asset } from "../../assets";
import { localExec } from "../../core/local-exec";
import type { IMachineConfig } from "../machine-config";
import { talosLibraries } from "../scripts";
import { TURN_LIBRARIES, turnEnvironment, type VerbProps } from "./turn";

export interface ApplyConfigProps extends VerbProps {
  readonly machineConfig: IMachineConfig;
  /** Whether a change that needs a reboot reboots the node, or stops the apply before anything is done. */
  readonly allowReboots: boolean;
}

/**
 * Brings a changed machine config to a running node with `talosctl apply-config`, in the node's turn.
 *
 * A node that has its config already, as every node has after its first boot, is only looked at. The Kubernetes version of
 * a running node stays what it is: `talosctl upgrade-k8s` changes it, in an order of its own.
 */
export class ApplyConfig extends Construct {
  /** Done when the node is healthy with its machine config. */
  public readonly done: Resource;

  public constructor(scope: Construct, id: string, props: ApplyConfigProps) {
    super(scope, id);
    // "Default" leaves no trace in the address, which is older than this construct.
    this.done = new Resource(this, "Default", {
      // A server that is new is looked at again.
      triggers: { ...props.machineConfig.inputs, server: props.node.serverId },
      provisioners: [
        localExec(this, {
          script: asset("constructs/talos/lifecycle/scripts/apply-machine-config.sh"),
          libraries: [...TURN_LIBRARIES, ...talosLibraries("manifests", "render")],
          environment: {
            ...props.machineConfig.environment,
            ...turnEnvironment(props),
            ALLOW_REBOOT: String(props.allowReboots),
          },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
