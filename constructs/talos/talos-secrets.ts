import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { localExec } from "../core/local-exec";
import { talosLibraries, talosScript } from "./scripts";

/** The one long-lived secret of a cluster: a file on the operator's machine, in no state and no plan. */
export interface ITalosSecrets {
  /** Path of secrets.yaml. */
  readonly file: string;
  /** Done when the file is there. */
  readonly done: ITerraformDependable;
}

export interface TalosSecretsProps {
  /** Name of the cluster; another name is another cluster. */
  readonly cluster: string;
  /** Directory of secrets.yaml, relative to the stack or absolute; may be a token. */
  readonly directory: string;
  /** Version contract, for example v1.13. */
  readonly contract: string;
}

/**
 * Makes secrets.yaml once, with `talosctl gen secrets`, mode 0600, and only if the file is not there.
 *
 * It is never made anew while the cluster is in the state: that would be another cluster.
 */
export class TalosSecrets extends Construct implements ITalosSecrets {
  public readonly file: string;
  /** Done when the file is there. */
  public readonly done: Resource;

  public constructor(scope: Construct, id: string, props: TalosSecretsProps) {
    super(scope, id);
    this.file = `${props.directory}/secrets.yaml`;
    this.done = new Resource(this, "Resource", {
      triggers: { cluster: props.cluster },
      provisioners: [
        localExec(this, {
          script: talosScript("make-secrets"),
          libraries: talosLibraries("secrets"),
          environment: { CLUSTER: props.cluster, SECRETS: this.file, TALOS_CONTRACT: props.contract },
        }),
      ],
    });
  }
}
