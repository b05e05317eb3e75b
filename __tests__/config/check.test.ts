import { violationsOf } from "../../constructs/config/check";
import { ALL_SECTIONS, fileSchema, SECTIONS } from "../../constructs/config/cluster";
import { parseSections } from "../../constructs/config/parse";
import type { Rule } from "../../constructs/config/rules/rule";
import { templatesIn } from "../../constructs/config/templates";
import { parseFile } from "../../constructs/load";
import { good } from "./good";

test("a rule does not run if the schema refused a section that it needs", () => {
  const sections = parseSections({ ...good, controlPlane: { flavor: 7 } });
  const ran = (needs: Rule["needs"]) => {
    const check = jest.fn(() => []);
    violationsOf(parseFile(good), sections, [{ id: "a", needs, check }]);
    return check.mock.calls.length;
  };
  expect([ran(["controlPlane", "name"]), ran(["name", "workers"])]).toEqual([0, 1]);
});

test("the rules of a section do not run if the schema refused it, those of the others do", () => {
  const sections = parseSections({ ...good, access: { kubernetesApi: "" }, controlPlane: { flavor: "a", count: 2 } });
  const resolved = parseFile({ ...good, controlPlane: { flavor: "a" } });
  expect(violationsOf(resolved, sections, []).map(({ path }) => path)).toEqual([["controlPlane", "count"]]);
});

test("what stands in for a section violates nothing by itself", () => {
  const standIns = Object.fromEntries(ALL_SECTIONS.map(([key, { standIn }]) => [key, standIn]));
  expect(() => parseFile(standIns as unknown as typeof good)).not.toThrow();
});

describe("text that OpenTofu would take for an expression", () => {
  test("is found in every section, unless it says that its text is escaped", () => {
    const escaped = ALL_SECTIONS.filter(([, section]) => section.escaped === "everything").map(([key]) => key);
    expect(escaped).toEqual(["cni", "patches"]);
    expect([...templatesIn({ a: [{ b: "${c}" }] })].map(({ path }) => path)).toEqual([["a", 0, "b"]]);
  });

  test("may stand where it is escaped, and nowhere else", () => {
    const pool = { count: 1, flavor: "m1.large", labels: { "example.org/a": "${a}" } };
    const paths = (workers: object) =>
      [...templatesIn(workers, SECTIONS.workers.escaped)].map(({ path }) => path.join("."));
    expect(paths({ general: pool })).toEqual([]);
    expect(paths({ labels: { ...pool, flavor: "${b}" } })).toEqual(["labels.flavor"]);
  });

  test("is looked for in what was written", () => {
    const written = fileSchema.parse({ ...good, openstack: { tags: ["${a}"] } });
    const found = violationsOf(parseFile(good), { written, broken: new Set() }, []);
    expect(found.map(({ path }) => path)).toEqual([["openstack", "tags", 0]]);
  });
});
