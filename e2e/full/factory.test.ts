import { target, usable, whole } from "../image/glance";
import type { Trouble } from "../lab/factory/troubles";
import { type ImageServer, startImageServer } from "../lab/image-server";
import { useRun } from "../lab/run";
import { story } from "../support/story";
import { apply, applyWell, complaints } from "./support/apply";
import { report } from "./support/report";

/** What the provider says of each trouble. */
const SENTENCES: readonly (readonly [Trouble, string])[] = [
  ["missing", 'Error downloading image from "URL", statusCode is 404'],
  ["broken", 'Error downloading image from "URL", statusCode is 500'],
  ["other type", "Error decompressing image, format application/x-tar is not supported"],
  // As a file server does that does not know the end of the name.
  ["no type", 'Error decompressing image, detected ["application/octet-stream" ""] formats are not supported'],
  ["page", "Error decompressing image, format text/html; charset=utf-8 is not supported"],
];

describe("trouble with the factory that the nodes' image comes from", () => {
  const tale = story();
  const { step, passed } = tale;
  const run = useRun(tale);
  const rows: (string | number)[][] = [];
  let own: ImageServer | undefined;

  afterAll(() => {
    own?.close();
    if (!passed()) return;
    const intro =
      "What an apply says when a factory, or what stands before it, does not send the image. URL is the address of it. Sentences are the provider's or a script's; nothing was uploaded that a server boots from.";
    report("factory", run.file, intro, { head: ["What happens", "The apply says", "s"], rows });
  });

  /** Makes the image anew, and says in one line what came of it. */
  const applies = async () => {
    const applied = await apply(run.project, run.first, target(run).again);
    return { ...applied, said: applied.text.replace(/[\s│╷╵]+/g, " ") };
  };
  const expectWhole = async () => {
    const applied = await applyWell(run.project, run.first, target(run).again);
    expect(await usable(run)).toContainEqual(whole(run));
    return applied;
  };
  const synth = (image: object) => run.first.synth({ ...run.file, image: { ...run.file.image, ...image } });

  step("a slow download ends well", async () => {
    await run.first.prepare(run.file);
    run.images.trouble = "slow";
    const { seconds } = await expectWhole();
    run.images.trouble = "none";
    rows.push(["the image comes slowly", "nothing, it ends well", seconds]);
  });

  for (const [trouble, sentence] of SENTENCES) {
    step(`an image that is "${trouble}" is said in one sentence, and nothing is uploaded`, async () => {
      run.images.trouble = trouble;
      const before = await usable(run);
      const { code, said, seconds } = await applies();
      run.images.trouble = "none";
      expect(code).toBe(1);
      expect(said).toContain(`Error opening file for Image: ${sentence.replace("URL", target(run).url)}`);
      expect(await usable(run)).toEqual(before);
      rows.push([`the image is "${trouble}"`, sentence, seconds]);
    });
  }

  step("a page that nobody unpacks is looked through, and no server boots from it", async () => {
    await synth({ format: "raw" });
    run.images.trouble = "page";
    const { code, said, seconds } = await applies();
    run.images.trouble = "none";
    expect(code).toBe(1);
    const sentence = 'is no raw disk: what came from URL begins with "<!DOCTYPE html> <html><head><title>Sign in';
    expect(said).toContain(sentence.replace("URL", target(run).url));
    rows.push(['the image is "page", of `format: raw`', sentence, seconds]);
    await synth({});
    await expectWhole();
  });

  for (const [schematics, name, sentence] of [
    ["refuse", "the schematic is refused", "refuses the schematic: unknown extension; correct image.schematic"],
    ["none", "a mirror without schematics", "is not there (HTTP 404); set image.registerSchematic: false"],
  ] as const) {
    step(`${name}: said in one sentence, before anything is fetched`, async () => {
      const fetched = run.images.fetched.length;
      run.images.schematics = schematics;
      await synth({ schematic: { extensions: [], kernelArgs: [`console=${schematics}`] } });
      const applied = await apply(run.project, run.first, [target(run).option]);
      run.images.schematics = "take";
      expect(applied.code).toBe(1);
      expect(complaints(applied)).toEqual([
        expect.stringContaining(`${run.file.image.factoryUrl}/schematics ${sentence}`),
      ]);
      expect(run.images.fetched).toHaveLength(fetched);
      rows.push([name, sentence, applied.seconds]);
    });
  }

  step("a factory of one's own has the empty schematic's image once that was posted", async () => {
    own = await startImageServer({ known: [] });
    await synth({ factoryUrl: own.url, schematic: { extensions: [], kernelArgs: [] } });
    const { code, said, seconds } = await applies();
    expect(code).toBe(1);
    const sentence = SENTENCES[0]?.[1] ?? "";
    expect(said).toContain(sentence.replace("URL", target(run).url));
    rows.push(["a factory to which nobody posted the empty schematic", sentence, seconds]);
    await fetch(`${own.url}/schematics`, { method: "POST", body: "customization: {}" });
    await applyWell(run.project, run.first, [target(run).option]);
    expect(own.fetched).toEqual([target(run).url.replace(own.url, "")]);
    expect(await usable(run)).toContainEqual(whole(run));
  });
});
