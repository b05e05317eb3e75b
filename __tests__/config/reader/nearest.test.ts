import { nearest } from "../../../constructs/config/reader/nearest";

test.each([
  ["coutn", "count"],
  ["Flavour", "flavor"],
  ["cuont", "count"],
  ["zoens", "zones"],
  ["flvr", undefined],
  ["x", undefined],
])("the word nearest to %s is %s", (word, expected) => {
  expect(nearest(word, ["count", "flavor", "zones"])).toBe(expected);
});
