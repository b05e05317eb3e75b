import { ConfigError, problem } from "../../../constructs/config/reader/errors";
import { formatPath } from "../../../constructs/config/reader/key-path";

const at = (source: string, line: number, column = 1) => problem(source, { line, column }, ["a", 0, "b.c"], "is wrong");

test("problems are sorted by line, those of other files last", () => {
  const error = new ConfigError("b.yaml", [at("a.yaml", 1), at("b.yaml", 10), at("b.yaml", 9, 3), at("b.yaml", 9, 2)]);
  expect(error.problems.map(({ source, line, column }) => [source, line, column])).toEqual([
    ["b.yaml", 9, 2],
    ["b.yaml", 9, 3],
    ["b.yaml", 10, 1],
    ["a.yaml", 1, 1],
  ]);
});

test("a problem that was found twice is reported once", () => {
  expect(new ConfigError("a.yaml", [at("a.yaml", 1), at("a.yaml", 1)]).message).toBe(
    'a.yaml: 1 problem\na.yaml:1:1  a[0]["b.c"]: is wrong',
  );
});

test("a ConfigError is an Error with a name", () => {
  const error = new ConfigError("a.yaml", []);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe("ConfigError");
});

test("paths read as in code", () => {
  expect(formatPath(["workers", "general", "labels", "example.org/disk"])).toBe(
    'workers.general.labels["example.org/disk"]',
  );
  expect(formatPath([])).toBe("");
});
