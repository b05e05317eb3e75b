import { applyWell } from "../full/support/apply";
import { FORMATS } from "../lab/factory/images";
import type { Run } from "../lab/run";
import type { Story } from "../support/story";
import { target, usable, whole } from "./glance";

/** Every format that a cluster file may ask for, from the factory itself and from the store that it sends its clients to. */
export function formatSteps({ step }: Story, run: Run): void {
  for (const [store, formats] of [
    [true, FORMATS],
    [false, FORMATS.filter((format) => format.startsWith("raw."))],
  ] as const) {
    const by = store ? "a store" : "the factory itself";
    step(`Glance has the bytes that were packed, of ${formats.join(", ")} by ${by}`, async () => {
      run.images.store = store;
      for (const format of formats) {
        await run.first.synth({ ...run.file, image: { ...run.file.image, format } });
        const { option, again, address } = target(run);
        await applyWell(run.project, run.first, again);
        expect(run.images.fetched.at(-1)).toBe(address);
        // Made before the one before it goes, which nobody keeps.
        expect((await usable(run)).map((image) => ({ format, ...image }))).toEqual([
          expect.objectContaining({ format, disk_format: format === "qcow2" ? "qcow2" : "raw" }),
        ]);
        expect(await usable(run)).toEqual([whole(run)]);
        await run.first.expectNoDiff(option);
      }
      run.images.store = true;
      await run.first.synth(run.file);
    });
  }
}
