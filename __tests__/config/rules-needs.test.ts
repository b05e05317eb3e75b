import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PatchReader } from "../../constructs/config/reader/patches";
import { readYaml } from "../../constructs/config/reader/yaml";
import { resolveConfig } from "../../constructs/config/resolve";
import { RULES } from "../../constructs/config/rules";
import { type Rule, violationsOf } from "../../constructs/config/rules/rule";
import { ALL_SECTIONS, parseSections, type Section } from "../../constructs/config/sections";
import { userDataSize } from "../../constructs/machine/user-data";
import { good } from "./good";

/** A cluster file, parsed and resolved. */
function clusterOf(file: string) {
  const path = join(__dirname, "..", "fixtures", file);
  const { documents, locate } = readYaml(readFileSync(path, "utf8"), path);
  const patches = new PatchReader(dirname(path), { name: path, locate });
  const { parsed } = parseSections(documents[0]);
  const patch = patches.read.bind(patches);
  return { parsed, config: resolveConfig(parsed, { directory: dirname(path), patch }) };
}

/** Keys of the resolved config that are not sections of the file, and the sections that they follow from. */
const DERIVED: Readonly<Record<string, readonly Section[]>> = { fqdn: ["name", "domain"] };

/** The object, and the sections that were read from it by the end. */
function spy<T extends object>(target: T): readonly [T, ReadonlySet<Section>] {
  const read = new Set<Section>();
  const proxy = new Proxy(target, {
    get(of, key, receiver) {
      const name = String(key);
      for (const section of DERIVED[name] ?? ALL_SECTIONS.filter((s) => s === name)) read.add(section);
      return Reflect.get(of, key, receiver) as unknown;
    },
  });
  return [proxy, read];
}

// A rule that reads more than it says would judge stand-ins of sections that the schema refused.
describe.each(["minimal.yaml", "full.yaml"])("of %s", (file) => {
  const { config, parsed } = clusterOf(file);

  test.each([...RULES, userDataSize].map((rule) => [rule.id, rule] as const))(
    "rule %s needs what it reads",
    (_, rule) => {
      const [spiedConfig, resolved] = spy(config);
      const [spiedFile, written] = spy(parsed);
      Array.from(rule.check(spiedConfig, spiedFile));
      expect([...resolved, ...written].filter((section) => !rule.needs.includes(section))).toEqual([]);
    },
  );
});

test("a rule does not run if the schema refused a section that it needs", () => {
  const sections = parseSections({ ...good, controlPlane: { flavor: 7 } });
  const { config } = clusterOf("minimal.yaml");
  const ran = (needs: Rule["needs"]) => {
    const check = jest.fn(() => []);
    violationsOf([{ id: "a", needs, check }], config, sections);
    return check.mock.calls.length;
  };
  expect([ran(["controlPlane", "name"]), ran(["name", "workers"])]).toEqual([0, 1]);
});
