import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { addressOf, operand } from "../core/expression";
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
  /** SHA-256 of the certificate of the cluster's OS CA, or empty on a machine without the file. Expressions. */
  public readonly caFingerprint: { readonly now: string; readonly late: string };

  public constructor(scope: Construct, id: string, props: TalosSecretsProps) {
    super(scope, id);
    this.file = `${props.directory}/secrets.yaml`;
    this.done = new Resource(this, "Resource", {
      triggers: { cluster: props.cluster },
      // Whatever changes: other secrets would be another cluster.
      lifecycle: { ignoreChanges: ["triggers"] },
      provisioners: [
        localExec(this, {
          script: talosScript("make-secrets"),
          libraries: talosLibraries("secrets"),
          environment: { CLUSTER: props.cluster, SECRETS: this.file, TALOS_CONTRACT: props.contract },
        }),
      ],
    });
    // Unknown until the file has been made, so that no plan takes its absence for an answer; or while planning, whatever is.
    const made = `substr(${addressOf("null_resource", this.done)}.id, 0, 0)`;
    this.caFingerprint = {
      now: fingerprintOf(props.directory, made),
      late: fingerprintOf(props.directory, `"\${${made}}\${substr(timestamp(), 0, 0)}"`),
    };
  }
}

/** Holds nothing but the hash of a certificate, which is public. */
function fingerprintOf(directory: string, nothing: string): string {
  const file = `file(format("%s/secrets.yaml%s", ${operand(directory)}, ${nothing}))`;
  return `\${try(sha256(base64decode(yamldecode(${file}).certs.os.crt)), "")}`;
}
