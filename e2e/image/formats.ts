import { applyWell } from "../full/support/apply";
import type { Format } from "../lab/factory/images";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";
import { target, usable, whole } from "./glance";

/** Every format that a cluster file may ask for, and whether a store sends it or the factory itself; the story began with a store. */
const CASES: readonly (readonly [Format, boolean])[] = [
  ["raw.xz", false],
  ["raw.zst", true],
  ["raw.gz", false],
  ["raw", true],
  ["qcow2", false],
];

/** Fetches the image in every format. */
export function formatSteps({ step }: Story, run: Run): void {
  for (const [format, store] of CASES) {
    step(
      `Glance has the bytes that a ${format} of ${store ? "a store" : "the factory itself"} was packed from`,
      async () => {
        run.images.store = store;
        await run.first.synth({ ...run.file, image: { ...run.file.image, format } });
        const { again, address } = target(run);
        await applyWell(run.project, run.first, again);
        expect(run.images.fetched.at(-1)).toBe(address);
        const images = await usable(run);
        // The one before it is gone, which nobody keeps.
        expect(images).toEqual([whole(run)]);
        expect(images).toMatchObject([{ disk_format: format === "qcow2" ? "qcow2" : "raw" }]);
      },
    );
  }
}
