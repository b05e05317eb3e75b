import { violationsOf } from "../../constructs/config/check";
import { ALL_SECTIONS, fileSchema, SECTIONS } from "../../constructs/config/cluster";
import { templatesIn } from "../../constructs/config/templates";
import { parseFile } from "../../constructs/load";
import { good } from "./good";

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
    const found = violationsOf(parseFile(good), written, []);
    expect(found.map(({ path }) => path)).toEqual([["openstack", "tags", 0]]);
  });
});
