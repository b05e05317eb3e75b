import { Token } from "cdktf";
import { printable } from "../../../constructs/config/reader/characters";
import { strangeText } from "../../../constructs/config/reader/strange-text";
import { readYaml } from "../../../constructs/config/reader/yaml";

const found = (data: unknown) => Array.from(strangeText(data), ({ path, message }) => `${path.join(".")}: ${message}`);

describe("whatever cdktf takes for a token is found", () => {
  const [listItem = ""] = Token.asList("a");
  const [numberItem = 0] = Token.asNumberList("a");
  test.each<[string, unknown]>([
    ["text", Token.asString({ resolve: () => "a", creationStack: [] })],
    ["a list", listItem],
    ["a key of a mapping", Object.keys(Token.asMap("a", "b"))[0]],
    ["a value of a mapping", Object.values(Token.asStringMap("a"))[0]],
    ["a number", Token.asNumber("a")],
    ["a list of numbers", numberItem],
    ["a number in text", `between ${Token.asNumber("a")} and`],
    ["an unknown token", "${TfToken[TOKEN.99999]}"],
    ["a token that does not end", "${TfToken["],
  ])("in %s", (_name, token) => {
    expect(found({ a: [token] })).toEqual([expect.stringMatching(/^a\.0: must not hold /)]);
    if (typeof token === "string") expect(found({ a: { [token]: 1 } })).toHaveLength(1);
  });

  test("and nothing else", () => {
    expect(found({ a: ["${a}", "1e5", "-1.5e-7 2e+300", "#{a}", -1e300, 1e290, NaN, "TfToken["] })).toEqual([]);
  });
});

test("an alias that holds itself is looked at once", () => {
  const data: Record<string, unknown> = { text: "\u0000" };
  data["itself"] = data;
  expect(found(data)).toHaveLength(1);
});

test("line breaks and tabs may stand in values, and lines may end as on Windows", () => {
  expect(readYaml('a: "b\\tc\\nd"\r\ne: |\r\n  f\r\n', "x.yaml").problems).toEqual([]);
});

test.each(["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u009b", "\u202e", "\u2066", "\ufffd", "\uffff"])(
  "%j is refused in a comment, in a value, in a key, and as an escape",
  (character) => {
    const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    for (const text of [`a: 1 # ${character}`, `a: "${character}"`, `"${character}": 1`, `a: "${escape}"`]) {
      expect(readYaml(text, "x.yaml").problems).toMatchObject([{ line: 1 }]);
    }
  },
);

test("a message steers no terminal", () => {
  expect(printable("a\u001b[2J\u009b\u202eb\ud800 ü 🙂\n")).toBe("a\\u001B[2J\\u009B\\u202Eb\\uD800 ü 🙂\\u000A");
});
