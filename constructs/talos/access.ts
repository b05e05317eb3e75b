import { asset } from "../assets";

/** What every script that talks to a cluster must know. */
export interface ClusterAccess {
  readonly cluster: string;
  /** Host of the APIs: the cluster's name in DNS. */
  readonly apiEndpoint: string;
  /** Path of secrets.yaml; may be a token. */
  readonly secretsFile: string;
  /** Version contract, for example v1.13. */
  readonly contract: string;
  /** Addresses of the control planes, the one to bootstrap first; may be tokens. */
  readonly controlPlaneAddresses: readonly string[];
}

/** Absolute path of a script of this folder. */
export const talosScript = (name: string): string => asset(`constructs/talos/scripts/${name}.sh`);

/** The functions of scripts that talk to a cluster. */
export const ACCESS_LIBRARY = talosScript("access");

/** The function that renders a machine config. */
export const RENDER_LIBRARY = talosScript("render");

/** The environment that the functions of `ACCESS_LIBRARY` need. */
export const accessEnvironment = (access: ClusterAccess): Record<string, string> => ({
  CLUSTER: access.cluster,
  API_ENDPOINT: access.apiEndpoint,
  SECRETS: access.secretsFile,
  TALOS_CONTRACT: access.contract,
  CONTROL_PLANES: access.controlPlaneAddresses.join(" "),
});
