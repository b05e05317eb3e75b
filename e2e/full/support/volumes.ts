import type { Cloud } from "../../support/openstack";

export interface Volume {
  readonly id: string;
  readonly name: string;
  /** In GiB. */
  readonly size: number;
  readonly availability_zone: string;
  readonly bootable: string;
  readonly attachments: readonly { readonly server_id: string }[];
}

/** Volumes of the project. */
export const volumes = async (cloud: Cloud): Promise<readonly Volume[]> =>
  (await cloud.get<{ volumes: Volume[] }>("volumev3", "/volumes/detail")).volumes;
