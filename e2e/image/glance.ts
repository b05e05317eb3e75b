import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TALOS_IMAGE } from "../lab/cluster";
import type { Run } from "../lab/run";

/** A hash of some bytes, in lower-case hex. */
export const hash = (algorithm: string, data: string | Buffer): string =>
  createHash(algorithm).update(data).digest("hex");

/** The nodes' image of a stack, alone. */
export interface Target {
  /** What makes tofu make the image alone, with what it needs. */
  readonly option: string;
  /** What makes tofu make it anew. */
  readonly again: readonly [string, string];
  /** Where it comes from. */
  readonly url: string;
  /** The same, without the host. */
  readonly address: string;
}

/** The nodes' image in the JSON that was synthesized last. */
export function target(run: Run): Target {
  const { resource } = JSON.parse(readFileSync(join(run.first.stack, "cdk.tf.json"), "utf8")) as {
    resource: Record<string, Record<string, { readonly image_source_url: string }>>;
  };
  const [name = "", body] = Object.entries(resource["openstack_images_image_v2"] ?? {})[0] ?? [];
  const option = `-target=openstack_images_image_v2.${name}`;
  const url = body?.image_source_url ?? "";
  return {
    option,
    again: [option, option.replace("-target=", "-replace=")],
    url,
    address: url.replace(/^http:\/\/[^/]+/, ""),
  };
}

/** An image of Glance. */
export interface GlanceImage {
  readonly id: string;
  readonly status: string;
  readonly disk_format: string;
  readonly size: number;
  /** SHA-512 of what Glance has. */
  readonly os_hash_value: string;
}

/** What Glance has under the image's name and can be booted from. */
export async function usable(run: Run): Promise<GlanceImage[]> {
  const path = `/v2/images?name=${TALOS_IMAGE}`;
  const { images } = await run.project.cloud.get<{ images: GlanceImage[] }>("image", path);
  return images.filter(({ status }) => status === "active");
}

/** What Glance says of the whole image that the factory has at this address. */
export const whole = (run: Run): object => {
  const content = run.images.contentOf(target(run).address);
  return expect.objectContaining({ size: content.length, os_hash_value: hash("sha512", content) }) as object;
};
