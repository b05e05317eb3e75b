import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../constructs/config/reader/errors";
import { loadConfig } from "../../constructs/load";
import { ALL_SECTIONS } from "../../constructs/config/cluster";
import { RULES } from "../../constructs/config/rules";
import { patchSchema } from "../../constructs/machine/patch-schema";

const FIXTURES = join(__dirname, "..", "fixtures");
const INVALID = join(FIXTURES, "invalid");
const files = readdirSync(INVALID);

/** Every rule of the cluster file; text that OpenTofu would take for an expression is refused in all sections alike. */
const ids = [...ALL_SECTIONS.flatMap(([, { rules = [] }]) => rules), ...RULES, patchSchema]
  .map(({ id }) => id)
  .concat("templates");

/** The report of a file without its header, paths relative to the fixtures, the file itself left out. */
function report(file: string): readonly string[] {
  const path = join(INVALID, file);
  try {
    loadConfig(path);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...lines] = error.message.split("\n");
    return lines.map((line) => line.replace(`${path}:`, "").replaceAll(`${FIXTURES}/`, ""));
  }
  return [];
}

/** Each fixture violates one rule; its first line says what must be reported, word for word. */
test.each(files)("fails on %s", (file) => {
  const expected = /^# expect: (.+)\n/.exec(readFileSync(join(INVALID, file), "utf8"))?.[1];
  expect(report(file)).toEqual([expected]);
});

test.each(ids)("rule %s has a fixture", (id) => {
  expect(files.map((file) => file.split(".")[0])).toContain(id);
});

test("each fixture is of a rule, the reader or the schema", () => {
  const unknown = files
    .map((file) => file.split(".")[0] ?? "")
    .filter((id) => !/^(reader|schema)-/.test(id) && !ids.includes(id));
  expect(unknown).toEqual([]);
});

test("ids of rules are unique", () => {
  expect(new Set(ids).size).toBe(ids.length);
});
