import { Fn, type ITerraformDependable, TerraformSelf } from "cdktf";
import { Construct } from "constructs";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { DataOpenstackImagesImageV2 } from "@cdktf/provider-openstack/data-openstack-images-image-v2";
import { ImagesImageV2 } from "@cdktf/provider-openstack/images-image-v2";
import { asset } from "../assets";
import { type Schematic, schematicId, schematicYaml } from "../machine/schematic";
import type { INodeImage } from "../contracts";
import { escapeTemplate } from "../core/escape";
import { localExec } from "../core/local-exec";
import { keepInCloud } from "../core/keep";
import { fromStack } from "../core/paths";

/** What an image that is made is like. */
export interface ImageProperties {
  /** Name of the image in Glance. */
  readonly imageName: string;
  readonly architecture: "amd64" | "arm64";
  /** Glance properties besides the distribution and its version. */
  readonly properties: Readonly<Record<string, string>>;
  /**
   * Whether the image stays in Glance when another one takes its place, or the cluster is destroyed.
   *
   * @default true
   */
  readonly keep?: boolean;
  /**
   * SHA-256 of the image as Glance gets it, unpacked, in lower-case hex.
   *
   * @default - the image is not compared with anything
   */
  readonly sha256?: string | undefined;
}

/** An image of Image Factory, or of a mirror of it. */
export interface FactoryImage extends ImageProperties {
  readonly kind: "factory";
  /** Address of the factory, without a slash at its end. */
  readonly url: string;
  readonly schematic: Schematic;
  /** POST the schematic to the factory before the image is fetched. */
  readonly register: boolean;
  /** What is fetched; compressed ones are unpacked by the provider. */
  readonly format: "raw.xz" | "raw.zst" | "raw.gz" | "raw" | "qcow2";
}

/** Where an image comes from: it exists, by name or ID; a raw file, by path; or Image Factory. */
export type ImageSource =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "id"; readonly id: string }
  | ({ readonly kind: "file"; readonly path: string } & ImageProperties)
  | FactoryImage;

export interface NodeImageProps {
  readonly source: ImageSource;
  /** Talos version with a leading "v"; part of the factory's address and of the image's properties. */
  readonly talosVersion: string;
}

/**
 * The image of the nodes: looked up, uploaded from a file, or fetched from Image Factory by the address of its schematic.
 *
 * A change of it never reaches a running server, see `NodePool`.
 */
export class NodeImage extends Construct implements INodeImage {
  public readonly imageId: string;

  public constructor(scope: Construct, id: string, props: NodeImageProps) {
    super(scope, id);
    const { source: image } = props;
    switch (image.kind) {
      case "id":
        this.imageId = image.id;
        break;
      case "name":
        this.imageId = new DataOpenstackImagesImageV2(this, "Resource", { name: image.name, mostRecent: true }).id;
        break;
      case "file":
        this.imageId = this.addImage(image, props.talosVersion, { localFilePath: fromStack(this, image.path) }, []).id;
        break;
      case "factory":
        this.imageId = this.addFactoryImage(image, props.talosVersion);
        break;
    }
  }

  private addFactoryImage(image: FactoryImage, talosVersion: string): string {
    const schematic = schematicId(image.schematic);
    const wanted = image.schematic.extensions.length + image.schematic.kernelArgs.length > 0;
    // The factory knows the empty schematic, and no other before it was posted once.
    const registered = wanted && image.register ? [this.addRegistration(image.url, schematic, image.schematic)] : [];
    const source = {
      imageSourceUrl: `${image.url}/image/${schematic}/${talosVersion}/openstack-${image.architecture}.${image.format}`,
      // The provider unpacks on the machine that runs the apply; Glance itself cannot unpack xz.
      decompress: image.format.startsWith("raw."),
      // The provider takes any file for the image that has its name in the cache: half of a download that was killed, or one
      // that somebody put there. So each download gets a directory of its own; when it is made, the plan is over.
      imageCachePath: `images/${image.imageName}/${Fn.formatdate("YYYYMMDDhhmmss", Fn.timestamp())}`,
    };
    return this.addImage(image, talosVersion, source, registered, image.format === "qcow2" ? "qcow2" : "raw").id;
  }

  private addRegistration(url: string, id: string, schematic: Schematic): Resource {
    return new Resource(this, "schematic", {
      triggers: { url, schematic: id },
      provisioners: [
        localExec(this, {
          script: asset("constructs/openstack/scripts/register-schematic.sh"),
          environment: { FACTORY_URL: url, SCHEMATIC: escapeTemplate(schematicYaml(schematic)), SCHEMATIC_ID: id },
        }),
      ],
    });
  }

  private addImage(
    image: ImageProperties,
    talosVersion: string,
    source: { localFilePath?: string; imageSourceUrl?: string; imageCachePath?: string; decompress?: boolean },
    dependsOn: ITerraformDependable[],
    diskFormat = "raw",
  ): ImagesImageV2 {
    const made = new ImagesImageV2(this, "Resource", {
      name: image.imageName,
      containerFormat: "bare",
      diskFormat,
      ...source,
      properties: { os_distro: "talos", os_version: talosVersion, ...image.properties },
      ...(dependsOn.length > 0 ? { dependsOn } : {}),
      // The new one first: Glance or Ceph may refuse to delete what a node uses.
      // Where the file lay says nothing of the image.
      lifecycle: { createBeforeDestroy: true, ignoreChanges: ["image_cache_path"] },
      ...this.check(image, source, diskFormat),
    });
    if (image.keep ?? true) keepInCloud(made);
    return made;
  }

  /**
   * What looks at the uploaded image. A provisioner of the image itself, since it runs where an image is made and nowhere
   * else: when it fails, the image counts as broken, no server boots from it, and the next apply makes another one.
   */
  private check(
    { sha256 }: ImageProperties,
    source: { localFilePath?: string; imageSourceUrl?: string; imageCachePath?: string },
    diskFormat: string,
  ) {
    if (source.imageCachePath === undefined && sha256 === undefined) return {};
    const provisioner = localExec(this, {
      script: asset("constructs/openstack/scripts/check-image.sh"),
      environment: {
        IMAGE: TerraformSelf.getString("id"),
        DISK_FORMAT: diskFormat,
        SOURCE: source.imageSourceUrl ?? "",
        FILE: source.localFilePath ?? "",
        CACHE: source.imageCachePath === undefined ? "" : TerraformSelf.getString("image_cache_path"),
        SHA256: sha256 ?? "",
      },
    });
    return { provisioners: [provisioner] };
  }
}
