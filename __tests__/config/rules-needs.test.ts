import { join } from "node:path";
import { loadConfig } from "../../constructs/config/load";
import { RULES } from "../../constructs/config/rules";
import type { Rule } from "../../constructs/config/rules/rule";
import { ALL_SECTIONS, type Section } from "../../constructs/config/sections";

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
test.each(["minimal", "full"])("rules need what they read of %s.yaml", (name) => {
  const config = loadConfig(join(__dirname, "..", "fixtures", `${name}.yaml`), [watch]);
  expect(config.name).toBeDefined();
});

const watch: Rule = {
  id: "watch",
  needs: ALL_SECTIONS,
  check(config, file) {
    for (const rule of RULES) {
      const [spiedConfig, resolved] = spy(config);
      const [spiedFile, written] = spy(file);
      Array.from(rule.check(spiedConfig, spiedFile));
      const undeclared = [...resolved, ...written].filter((section) => !rule.needs.includes(section));
      expect({ rule: rule.id, undeclared }).toEqual({ rule: rule.id, undeclared: [] });
    }
    return [];
  },
};
