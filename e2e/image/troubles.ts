import { apply, applyWell, complaints } from "../full/support/apply";
import type { Trouble } from "../lab/factory/troubles";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";
import { target, usable, whole } from "./glance";

/** What an apply says of each trouble; the first is the provider's. */
const SENTENCES: readonly (readonly [Trouble, string])[] = [
  ["missing", 'Error downloading image from "URL", statusCode is 404'],
  ["broken", 'Error downloading image from "URL", statusCode is 500'],
  ["other type", "Error decompressing image, format application/x-tar is not supported"],
  ["page", "Error decompressing image, format text/html; charset=utf-8 is not supported"],
];

/** What a factory, or what stands before it, may do instead of sending an image. */
export function troubleSteps({ step }: Story, run: Run): void {
  const applies = async () => {
    const { again } = target(run);
    const applied = await apply(run.project, run.first, again);
    return { ...applied, said: applied.text.replace(/[\s│╷╵]+/g, " ") };
  };
  const expectWhole = async () => {
    await applyWell(run.project, run.first, target(run).again);
    expect(await usable(run)).toContainEqual(whole(run));
  };

  step("a slow download ends well", async () => {
    run.images.trouble = "slow";
    await expectWhole();
    run.images.trouble = "none";
  });

  for (const [trouble, sentence] of SENTENCES) {
    step(`a factory's image that is "${trouble}" is said in one sentence, and nothing is uploaded`, async () => {
      run.images.trouble = trouble;
      const before = await usable(run);
      const { code, said } = await applies();
      run.images.trouble = "none";
      expect(code).toBe(1);
      expect(said).toContain(`Error opening file for Image: ${sentence.replace("URL", target(run).url)}`);
      expect(await usable(run)).toEqual(before);
    });
  }

  step("a page instead of an image that nobody unpacks is looked through, and no server boots from it", async () => {
    await run.first.synth({ ...run.file, image: { ...run.file.image, format: "raw" } });
    run.images.trouble = "page";
    const { code, said } = await applies();
    expect(code).toBe(1);
    expect(said).toContain(
      `is no raw disk: what came from ${target(run).url} begins with "<!DOCTYPE html> <html><head><title>Sign in`,
    );
    run.images.trouble = "none";
    await run.first.synth(run.file);
    await expectWhole();
  });

  step("a schematic that is refused, and a mirror without schematics, are said in one sentence", async () => {
    const { factoryUrl } = run.file.image;
    for (const [schematics, sentence] of [
      [
        "refuse",
        `${factoryUrl}/schematics refuses the schematic: unknown extension; correct image.schematic, and apply again`,
      ],
      ["none", `${factoryUrl}/schematics is not there (HTTP 404); set image.registerSchematic: false`],
    ] as const) {
      run.images.schematics = schematics;
      const kernelArgs = [`console=${schematics}`];
      await run.first.synth({ ...run.file, image: { ...run.file.image, schematic: { extensions: [], kernelArgs } } });
      const applied = await apply(run.project, run.first, [target(run).option]);
      expect(applied.code).toBe(1);
      expect(complaints(applied)).toEqual([expect.stringContaining(sentence)]);
    }
    run.images.schematics = "take";
  });
}
