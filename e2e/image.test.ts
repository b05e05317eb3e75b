import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apply, applyWell } from "./full/support/apply";
import { killed, unlock } from "./full/support/kill";
import { TALOS_IMAGE } from "./lab/cluster";
import { useRun } from "./lab/run";
import { story } from "./support/story";
import { waitUntil } from "./support/wait";

const hash = (algorithm: string, data: string | Buffer): string => createHash(algorithm).update(data).digest("hex");

describe("the nodes' image is the whole one, and the one that was meant", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);

  /** The image alone, with what it needs. */
  const target = () => {
    const { resource } = JSON.parse(readFileSync(join(run.first.stack, "cdk.tf.json"), "utf8")) as {
      resource: Record<string, Record<string, { readonly image_source_url: string }>>;
    };
    const [name = "", body] = Object.entries(resource["openstack_images_image_v2"] ?? {})[0] ?? [];
    return { option: `-target=openstack_images_image_v2.${name}`, url: body?.image_source_url ?? "" };
  };

  /** What Glance has under the image's name: of each its status and the hash of its content. */
  const inGlance = async () => {
    const path = `/v2/images?name=${TALOS_IMAGE}`;
    const { images } = await run.project.cloud.get<{ images: { id: string; status: string; os_hash_value: string }[] }>(
      "image",
      path,
    );
    return images;
  };
  const whole = () => ({ status: "active", os_hash_value: hash("sha512", run.images.content) });

  step("a file that lies where the provider looked for downloads is not uploaded", async () => {
    await run.first.prepare(run.file);
    const { option, url } = target();
    // Its name in provider 1.x, and in 3.x.
    for (const name of [hash("md5", url), hash("md5", `${url}true`)]) {
      const cache = join(run.project.directory, ".terraform", "image_cache");
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, `${name}.img`), "PLANTED");
    }
    const { text } = await applyWell(run.project, run.first, [option]);
    expect(await inGlance()).toEqual([expect.objectContaining(whole())]);
    expect(text).toContain(`has the SHA-256 ${hash("sha256", run.images.content)}; image.sha256 pins it`);
    expect(existsSync(join(run.first.stack, "images", TALOS_IMAGE))).toBe(false);
  });

  step("a plan afterwards sees no difference, though each download would lie in another place", () =>
    run.first.expectNoDiff(target().option),
  );

  step("a download that is cut makes no image of what came, and the next apply makes the whole one", async () => {
    run.images.trouble = "cut";
    const { option } = target();
    const replace = `-replace=${option.replace("-target=", "")}`;
    const { code, text } = await apply(run.project, run.first, [option, replace]);
    expect(code).toBe(1);
    expect(text).toContain("unexpected EOF");
    run.images.trouble = "none";
    await applyWell(run.project, run.first, [option]);
    expect((await inGlance()).filter(({ status }) => status === "active")).toContainEqual(
      expect.objectContaining(whole()),
    );
  });

  step("half of a download, left by an apply that was killed, is not uploaded by the next one", async () => {
    run.images.trouble = "silent";
    const { option } = target();
    const replace = `-replace=${option.replace("-target=", "")}`;
    const { moment } = await killed(run.project, run.first, /images_image_v2\..*: Still creating/, "all", [
      option,
      replace,
    ]);
    expect(moment).toBeDefined();
    await waitUntil("the lock to be removed", 30, async () =>
      (await unlock(run.project, run.first)) ? true : undefined,
    );
    run.images.trouble = "none";
    await applyWell(run.project, run.first, [option]);
    expect((await inGlance()).filter(({ status }) => status === "active")).toContainEqual(
      expect.objectContaining(whole()),
    );
  });

  step("an image with another checksum than the file names fails, and the right one takes its place", async () => {
    const { option } = target();
    const sum = hash("sha256", run.images.content);
    const replace = `-replace=${option.replace("-target=", "")}`;
    await run.first.synth({ ...run.file, image: { ...run.file.image, sha256: "ab".repeat(32) } });
    await run.first.expectNoDiff(option);
    const { code, text } = await apply(run.project, run.first, [option, replace]);
    expect(code).toBe(1);
    expect(text.replace(/\s+/g, " ")).toContain(
      `it has the SHA-256 ${sum} instead of ${"ab".repeat(32)}. No server uses it.`,
    );
    await run.first.synth({ ...run.file, image: { ...run.file.image, sha256: sum } });
    const again = await applyWell(run.project, run.first, [option]);
    expect(again.text).toContain("has the SHA-256 that image.sha256 names");
    await run.first.expectNoDiff(option);
  });
});
