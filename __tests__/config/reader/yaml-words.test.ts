import { readYaml } from "../../../constructs/config/reader/yaml";

const said = (text: string): readonly string[] =>
  readYaml(text, "x.yaml").problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("says in our words what is wrong with a YAML text, and what to do:", () => {
  test.each<[string, string, string]>([
    [
      "no colon",
      "a: 1\ndomain k8s\nb:\n  c: 1\n",
      '2:1 "domain" has no colon; write "key: value", or "key:" above what belongs to it',
    ],
    [
      "no colon in what may be a secret",
      "a: 1\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\nb: 1\n",
      '2:1 this line has no colon; write "key: value", or "key:" above what belongs to it',
    ],
    ["no space", "a:1\nb: 2\n", '1:1 "a:" needs a space behind its colon; write "a: …"'],
    [
      "a colon in a value",
      "a: b: c\n",
      "1:4 the value holds a colon, as if it were a key; put it in quotes, or on a line of its own if it is one",
    ],
    [
      "more below a value",
      "a: 1\n  b: 2\n",
      "1:4 the key has this value, and more is indented below it; indent that less, or remove the value",
    ],
    ["tabs, and nothing that follows from them", "a:\n\tb: 1\nc:\n\tb: 1\n", TABS(2)],
    [
      "a placeholder",
      "image: {{ image }}\n",
      '1:9 looks like the placeholder of a template, "{{ … }}"; fill the template in first, or put the text in quotes',
    ],
    [
      "a quote that does not end",
      'a: 1\nb: "x\nc: 1\n',
      '2:4 a text that begins with " has no such quote at its end; add it',
    ],
    [
      "text behind a value",
      'a: "x" y\n',
      "1:8 more text stands behind the end of the value; put all of it in quotes, or remove the rest",
    ],
    [
      "indentation",
      "a:\n  b: 1\n c: 2\n",
      "3:1 is indented unlike what stands beside it; begin both in the same column",
    ],
    ["a list that does not end", "a: [1, 2\nb: 3\n", '2:1 a list that begins with "[" has no "]" at its end; add it'],
    [
      "a mapping that does not end",
      "a: {b: 1\nc: 3\n",
      '2:1 a mapping that begins with "{" has no "}" at its end; add it',
    ],
    ["a character that YAML keeps", "a: @b\n", '1:4 text may begin with "@" in quotes only; put it in quotes'],
    ["an escape", 'a: "\\d"\n', "1:5 \\d means nothing in double quotes; use single quotes, or \\\\ for a backslash"],
    ["keys that are no text", "? [a]\n: 1\n", "1:3 keys must be text, not mappings or lists"],
    ["a tag", "a: !b c\n", "1:4 tag !b means nothing here; remove it, or put the text in quotes"],
    [
      "an asterisk",
      "a: *.example.org\n",
      '1:4 there is no anchor "&.example.org" above; define it, or put "*.example.org" in quotes if it is text',
    ],
    [
      "an alias of what it stands in",
      "a: &v { b: *v }\n",
      '1:12 alias "*v" stands inside of what it stands for; remove it',
    ],
    [
      "a merge of text",
      "x: &x 3\na:\n  <<: *x\n",
      '3:3 "<<" merges mappings into this one; give it a mapping, an alias of one, or a list of these',
    ],
    ["a key that is given twice", "a: 1\na: 2\n", '2:1 key "a" is given twice; keep one of them'],
    [
      "YAML 1.1",
      "%YAML 1.1\n---\na: yes\n",
      '1:1 "%YAML 1.1" reads dates, "yes" and "no" in another way than this program; remove that line',
    ],
    [
      "an old octal number",
      "a: 0644\n",
      "1:4 0644 is read as 644: write 0o644 for an octal number, or put it in quotes",
    ],
    ["no number", "a: .nan\n", "1:4 .nan is no number that a configuration can hold; put it in quotes if it is text"],
    [
      "a number that is too long",
      "a: 12345678901234567890\n",
      "1:4 12345678901234567890 has more digits than a number can keep; put it in quotes if it is text",
    ],
    ["depth", `a: ${"[".repeat(200)}${"]".repeat(200)}\n`, "1:104 is nested more than 100 deep; a cluster is not"],
  ])("%s", (_, text, expected) => {
    expect(said(text).join("\n")).toBe(expected);
  });
});

function TABS(first: number): string {
  return [first, first + 2].map((line) => `${line}:1 tabs may not indent YAML; use spaces`).join("\n");
}

test("an anchor may be used often", () => {
  const { problems, documents } = readYaml(`a: &a [x]\nb: [${"*a, ".repeat(900)}]\n`, "x.yaml");
  expect(problems).toEqual([]);
  expect((documents[0] as { b: unknown[] }).b).toHaveLength(900);
});

test("mappings and lists of mappings may be merged", () => {
  expect(readYaml("x: &x {a: 1}\n<<: [*x, {b: 2}]\n", "x.yaml").documents).toEqual([{ x: { a: 1 }, a: 1, b: 2 }]);
});

/** A quarter of what a file may have; what grows with the square would take minutes. */
const LONG = 64 * 1024;

describe("fails soon and by a problem on a long text of", () => {
  test.each([
    ["lists", "["],
    ["mappings", "{a: "],
    ["aliases", "*a,"],
    ["anchors", "&a "],
    ["tags", "!a "],
    ["tabs", "\t- a\n"],
    ["keys", "? "],
    ["equal keys", "a: 1\n"],
  ])("%s", (_, text) => {
    const start = Date.now();
    const { problems } = readYaml(text.repeat(LONG / text.length), "x.yaml");
    expect(problems.length).toBeGreaterThan(0);
    expect(Date.now() - start).toBeLessThan(10_000);
  });
});
