import { readYaml } from "../../../constructs/config/reader/yaml";

const TEXT = `# A comment.
list: &list
  - name: a
  - { name: b }
again: *list
"quoted key": 1
2: two
---
# Nothing in this one.
---
last: true
`;

test("documents are plain data, empty ones left out", () => {
  expect(readYaml(TEXT, "x.yaml").documents).toEqual([
    { list: [{ name: "a" }, { name: "b" }], again: [{ name: "a" }, { name: "b" }], "quoted key": 1, "2": "two" },
    { last: true },
  ]);
});

test.each<[string, (string | number)[], number, [number, number]]>([
  ["a key", ["list"], 0, [2, 1]],
  ["an item", ["list", 1], 0, [4, 5]],
  ["a key in an item", ["list", 1, "name"], 0, [4, 7]],
  ["a key behind an alias", ["again", 0, "name"], 0, [3, 5]],
  ["a quoted key", ["quoted key"], 0, [6, 1]],
  ["a key that is a number", ["2"], 0, [7, 1]],
  ["a missing key, by its mapping", ["list", 0, "nmae"], 0, [3, 5]],
  ["the document", [], 0, [2, 1]],
  ["a key of another document", ["last"], 1, [11, 1]],
])("finds %s", (_name, path, document, [line, column]) => {
  expect(readYaml(TEXT, "x.yaml").locate(path, document)).toEqual({ line, column });
});

test("fails on aliases that unfold without end, by a problem", () => {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [previous, next] of ["ab", "bc", "cd", "de"].map((pair) => pair.split(""))) {
    lines.push(`${next}: &${next} [${Array.from({ length: 10 }, () => `*${previous}`).join(", ")}]`);
  }
  const { problems, readable } = readYaml(lines.join("\n"), "x.yaml");
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/unfolds to more than/)]);
  expect(readable).toBe(false);
});

test("fails on unknown tags, by a problem", () => {
  expect(readYaml("a: !secret b", "x.yaml").problems).toMatchObject([
    { line: 1, column: 4, message: /tag !secret means nothing here/ },
  ]);
});
