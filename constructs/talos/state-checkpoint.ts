import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import { talosScript } from "./scripts";

export interface StateCheckpointProps {
  /** What decides whether something new has been made, for example the servers' IDs; may be a token. */
  readonly trigger: string;
  /** What must be in the state. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Done when everything that it depends on is in a remote state, even if OpenTofu is killed the moment after.
 *
 * While it applies, OpenTofu stores a remote state every twenty seconds at most; what it made since is forgotten when it is
 * killed, and stands in the way of the next apply. The nodes boot meanwhile, so waiting here costs nothing.
 * https://github.com/opentofu/opentofu/blob/v1.12.6/internal/backend/local/hook_state.go
 */
export class StateCheckpoint extends Construct {
  /** Done when the state is stored. */
  public readonly done: Resource;

  public constructor(scope: Construct, id: string, props: StateCheckpointProps) {
    super(scope, id);
    this.done = new Resource(this, "Resource", {
      triggers: { of: props.trigger },
      provisioners: [
        localExec(this, {
          script: talosScript("checkpoint"),
          environment: { SECONDS_TO_WAIT: "21" },
        }),
      ],
      dependsOn: [...props.dependsOn],
    });
  }
}
