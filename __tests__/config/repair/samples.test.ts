import { fileSchema } from "../../../constructs/config/cluster";
import { sample } from "../../../constructs/config/repair/samples";

test.each([0, 1] as const)("every value of the file has something that stands in for it: variant %i", (variant) => {
  const { success, error } = fileSchema.safeParse(sample(fileSchema, variant));
  expect(error?.issues ?? []).toEqual([]);
  expect(success).toBe(true);
});

test("one of them says the least, the other one everything", () => {
  expect(sample(fileSchema, 0)).not.toHaveProperty("talos");
  expect(sample(fileSchema, 1)).toMatchObject({ talos: { version: expect.any(String) as string }, workers: { x: {} } });
});
