import { type ITerraformDependable, Token } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import type { Json } from "../config/json";
import type { MachineType } from "../config/sections/pool";
import { renderJson } from "../core/escape";
import { operand } from "../core/expression";
import { localExec } from "../core/local-exec";
import { fingerprint } from "../machine/sha256";
import { talosLibraries, talosScript } from "./scripts";
import type { ITalosSecrets } from "./talos-secrets";

/** The machine config of one node, as a file on the operator's machine that only an apply makes and reads. */
export interface IMachineConfig extends IConstruct {
  /** Value of `user_data`: the file, compressed; unknown while planning, so that no plan holds it. */
  readonly userData: string;
  /** Done when the file is there. */
  readonly done: ITerraformDependable;
  /** What a script must know to render the config, see `scripts/lib/render.sh`. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a running node's config is made of; its Kubernetes version is not among it, see `ApplyConfig`. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** What the machine configs of a cluster have in common. */
export interface MachineConfigCommon {
  readonly cluster: string;
  /** Host of the Kubernetes API for the nodes: a name, or an address, which may be a token. */
  readonly endpointHost: string;
  /** Address that the node finds under that name without a name server; may be a token. Empty if it asks one. */
  readonly endpointAddress: string;
  /** Names and addresses that certificates carry besides; may be tokens. */
  readonly additionalSans: readonly string[];
  /** With a leading "v". */
  readonly kubernetesVersion: string;
  /** Version contract, for example v1.13. */
  readonly contract: string;
  readonly secrets: ITalosSecrets;
  /** Patch files that only the apply reads, relative to the stack or absolute. */
  readonly secretPatches: readonly string[];
  /** Directory that holds `nodes/`, the machine configs; relative to the stack or absolute; may be a token. */
  readonly directory: string;
  /** Whether the node and its pods are kept from the metadata service. */
  readonly blocksMetadata: boolean;
  /** What the cluster file says of it; empty if nothing. Only what is said is brought to running nodes by itself. */
  readonly metadataService: string;
  /** Bytes that the server's user data may have, compressed and in base64. */
  readonly maxBytes: number;
}

export interface MachineConfigProps extends MachineConfigCommon {
  /** Name of the node. */
  readonly node: string;
  readonly machineType: MachineType;
  /** Patches of the role, as lines of JSON; may be a token of a shared value. */
  readonly rolePatches: string;
  /** Hash of what `rolePatches` stands for. */
  readonly rolePatchesHash: string;
  /** Manifests that the apply fetches and compares: a line for each, its SHA-256 and its URL. */
  readonly pinnedManifests: string;
  /** Patches of this node, in order. */
  readonly patches: readonly Json[];
}

/** Renders one node's machine config with the real talosctl, in the apply. */
export class MachineConfig extends Construct implements IMachineConfig {
  public readonly userData: string;
  /** Done when the file is there. */
  public readonly done: Resource;
  public readonly environment: Readonly<Record<string, string>>;
  public readonly inputs: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: MachineConfigProps) {
    super(scope, id);
    const file = `nodes/${props.node}.yaml`;
    const patches = renderPatches(props.patches);
    this.environment = {
      NODE: props.node,
      CLUSTER: props.cluster,
      NODE_ENDPOINT: props.endpointHost,
      NODE_ENDPOINT_ADDRESS: props.endpointAddress,
      SANS: props.additionalSans.join(","),
      KUBERNETES_VERSION: props.kubernetesVersion,
      TALOS_CONTRACT: props.contract,
      MACHINE_TYPE: props.machineType,
      SECRETS: props.secrets.file,
      ROLE_PATCHES: props.rolePatches,
      NODE_PATCHES: patches,
      SECRET_PATCHES: props.secretPatches.join("\n"),
      PINNED_MANIFESTS: props.pinnedManifests,
      BLOCK_METADATA: String(props.blocksMetadata),
      MAX_BYTES: String(props.maxBytes),
    };
    const { endpointHost, endpointAddress } = props;
    // A token has no text yet, so it is a trigger of its own.
    const [host, endpoint] = Token.isUnresolved(endpointHost) ? ["", endpointHost] : [endpointHost, endpointAddress];
    // Of the files only their names: a hash of a password could be searched for, and a machine may lack them.
    const said = [props.metadataService, ...props.secretPatches, props.pinnedManifests].filter((text) => text !== "");
    this.inputs = {
      inputs: fingerprint([props.cluster, host, props.contract, props.rolePatchesHash, patches, ...said].join("\n")),
      sans: this.environment["SANS"] ?? "",
      ...(endpoint === "" ? {} : { endpoint }),
    };
    this.done = new Resource(this, "Resource", {
      // What the file is made of, so that a plan says whose configuration changes. The file itself is no trigger: a
      // machine without it must see no difference.
      triggers: { ...this.inputs, kubernetes: props.kubernetesVersion },
      provisioners: [
        localExec(this, {
          script: talosScript("render-machine-config"),
          libraries: talosLibraries("secrets", "manifests", "render"),
          environment: { ...this.environment, OUTPUT: `${props.directory}/${file}` },
        }),
      ],
      dependsOn: [props.secrets.done],
    });
    this.userData = deferredFile(props.directory, file);
  }
}

/** Patches as talosctl takes them one by one: a line of JSON each, which is YAML too. */
export const renderPatches = (patches: readonly Json[]): string => patches.map(renderJson).join("\n");

/**
 * The compressed file, read in the apply only: `timestamp()` is unknown while planning, and so is all that contains it.
 *
 * A missing file is named with the way out, since OpenTofu's own message cannot know it.
 */
function deferredFile(directory: string, file: string): string {
  const base = operand(directory);
  const path = `format("%s/${file}%s", ${base}, substr(timestamp(), 0, 0))`;
  const missing = `format("%s/${file} is missing on this machine: ${RESTORE}", ${base})`;
  return `\${base64gzip(file(fileexists(${path}) ? ${path} : ${missing}))}`;
}

const RESTORE = "restore secrets.yaml, and apply with -replace for this node's machine config too";
