import type { ComputeInstanceV2Config } from "@cdktf/provider-openstack/compute-instance-v2";

/** The root disk as a Cinder volume. */
export interface RootVolume {
  readonly sizeGiB: number;
  /**
   * Volume type.
   *
   * @default - the cloud's default volume type
   */
  readonly type?: string | undefined;
}

/** What a server boots from: the image on the flavor's local disk, or a volume made from it; never both. */
export function rootDisk(
  imageId: string,
  volume: RootVolume | undefined,
): Pick<ComputeInstanceV2Config, "imageId" | "blockDevice"> {
  if (volume === undefined) return { imageId };
  return {
    blockDevice: [
      {
        sourceType: "image",
        uuid: imageId,
        destinationType: "volume",
        bootIndex: 0,
        volumeSize: volume.sizeGiB,
        deleteOnTermination: true,
        ...(volume.type === undefined ? {} : { volumeType: volume.type }),
      },
    ],
  };
}
