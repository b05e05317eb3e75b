import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { clusterJsonSchema } from "../../tools/schema/json-schema";
import { clusterReference } from "../../tools/schema/reference";

const ROOT = join(__dirname, "..", "..");
const FIXTURES = join(ROOT, "__tests__", "fixtures");
const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

const validate = new Ajv({ allErrors: true, validateFormats: false }).compile(clusterJsonSchema());
const problemsOf = (text: string) => (validate(parse(text, { merge: true })) ? [] : validate.errors);

test.each([
  ["cluster.schema.json", `${JSON.stringify(clusterJsonSchema(), null, 2)}\n`],
  ["docs/use/cluster-file.md", clusterReference()],
])("%s is what npm run schema writes", (file, content) => {
  expect(read(ROOT, file)).toBe(content);
});

test("references are inlined, so that descriptions and defaults beside them count", () => {
  expect(JSON.stringify(clusterJsonSchema())).not.toContain("$ref");
});

test.each([
  [ROOT, "cluster.yaml"],
  [FIXTURES, "minimal.yaml"],
  [FIXTURES, "full.yaml"],
])("%s/%s fulfils the schema", (directory, file) => {
  expect(problemsOf(read(directory, file))).toEqual([]);
});

// URLs are a format, which editors check and this test does not.
const schemaFixtures = readdirSync(join(FIXTURES, "invalid")).filter((file) => /^schema-(?!url)/.test(file));

test.each(schemaFixtures)("fails on %s as the program does", (file) => {
  expect(problemsOf(read(FIXTURES, "invalid", file))).not.toEqual([]);
});
