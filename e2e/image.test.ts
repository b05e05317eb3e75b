import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apply, applyWell } from "./full/support/apply";
import { killed, unlock } from "./full/support/kill";
import { formatSteps } from "./image/formats";
import { hash, target, usable, whole } from "./image/glance";
import { TALOS_IMAGE } from "./lab/cluster";
import { useRun } from "./lab/run";
import { story } from "./support/story";
import { waitUntil } from "./support/wait";

describe("the nodes' image is the whole one, and the one that was meant", () => {
  const tale = story();
  const { step } = tale;
  const run = useRun(tale);

  step("a file that lies where the provider looked for downloads is not uploaded", async () => {
    await run.first.prepare(run.file);
    const { option, url, address } = target(run);
    // Its name in provider 1.x, and in 3.x.
    for (const name of [hash("md5", url), hash("md5", `${url}true`)]) {
      const cache = join(run.project.directory, ".terraform", "image_cache");
      mkdirSync(cache, { recursive: true });
      writeFileSync(join(cache, `${name}.img`), "PLANTED");
    }
    const { text } = await applyWell(run.project, run.first, [option]);
    expect(await usable(run)).toEqual([whole(run)]);
    expect(text).toContain(`has the SHA-256 ${hash("sha256", run.images.contentOf(address))}; image.sha256 pins it`);
    expect(existsSync(join(run.first.stack, "images", TALOS_IMAGE))).toBe(false);
  });

  step("a plan afterwards sees no difference, though each download would lie in another place", () =>
    run.first.expectNoDiff(target(run).option),
  );

  step("a download that is cut makes no image of what came, and the next apply makes the whole one", async () => {
    run.images.trouble = "cut";
    const { option, again } = target(run);
    const { code, text } = await apply(run.project, run.first, again);
    expect(code).toBe(1);
    expect(text).toContain("unexpected EOF");
    run.images.trouble = "none";
    await applyWell(run.project, run.first, [option]);
    expect(await usable(run)).toContainEqual(whole(run));
  });

  step("half of a download, left by an apply that was killed, is not uploaded by the next one", async () => {
    run.images.trouble = "silent";
    const { option, again } = target(run);
    const { moment } = await killed(run.project, run.first, /images_image_v2\..*: Still creating/, "all", again);
    expect(moment).toBeDefined();
    await waitUntil("the lock to be removed", 30, async () =>
      (await unlock(run.project, run.first)) ? true : undefined,
    );
    run.images.trouble = "none";
    await applyWell(run.project, run.first, [option]);
    expect(await usable(run)).toContainEqual(whole(run));
  });

  step("an image with another checksum than the file names fails, and the right one takes its place", async () => {
    const { option, again, address } = target(run);
    const sum = hash("sha256", run.images.contentOf(address));
    await run.first.synth({ ...run.file, image: { ...run.file.image, sha256: "ab".repeat(32) } });
    await run.first.expectNoDiff(option);
    const { code, text } = await apply(run.project, run.first, again);
    expect(code).toBe(1);
    expect(text.replace(/\s+/g, " ")).toContain(
      `it has the SHA-256 ${sum} instead of ${"ab".repeat(32)}. No server uses it.`,
    );
    await run.first.synth({ ...run.file, image: { ...run.file.image, sha256: sum } });
    const right = await applyWell(run.project, run.first, [option]);
    expect(right.text).toContain("has the SHA-256 that image.sha256 names");
    await run.first.expectNoDiff(option);
  });

  formatSteps(tale, run);
});
