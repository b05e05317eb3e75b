import { escapeTemplate, renderJson } from "../../constructs/core/escape";

/** What OpenTofu makes of a literal in JSON: https://opentofu.org/docs/language/expressions/strings/#escape-sequences-1 */
const unescape = (text: string) => text.replace(/\$\$\{/g, "${").replace(/%%\{/g, "%{");

const AWKWARD: readonly (readonly [string, string])[] = [
  ["plain text", "plain"],
  ["double quotes", 'say "hello"'],
  ["single quotes", "it's"],
  ["backslashes", "C:\\temp\\n"],
  ["newlines", "one\ntwo\n"],
  ["an expression", "${HOME}"],
  ["a directive", "%{ if true }"],
  ["two dollars", "$$"],
  ["a price", "$5 or 5%"],
  ["an expression in text", "a ${b} c %{d} e"],
  ["what is escaped already", "$${a}"],
  ["brackets without a sign", "{a} {}"],
  ["a sign at the end", "a$"],
  ["letters of elsewhere", "ü 漢 🙂"],
];

test.each(AWKWARD)("%s arrives as it was written", (_name, text) => {
  expect(unescape(escapeTemplate(text))).toBe(text);
});

test.each(AWKWARD)("%s starts no template", (_name, text) => {
  // What is left of the signs after the escapes are taken away must open nothing.
  expect(escapeTemplate(text).replace(/\$\$\{|%%\{/g, "")).not.toMatch(/[$%]\{/);
});

test.each(AWKWARD)("%s arrives in a patch as it was written", (_name, text) => {
  const patch = { machine: { env: { KEY: text }, list: [text, [text]] } };
  expect(JSON.parse(unescape(renderJson(patch)))).toEqual(patch);
});

test("a patch is one line", () => {
  expect(renderJson({ a: "one\ntwo", b: [1, true, null] })).toBe('{"a":"one\\ntwo","b":[1,true,null]}');
});

test("what looks like a token of cdktf is escaped like any other text", () => {
  expect(renderJson({ a: "${TfToken[TOKEN.0]}${file(x)}" })).toBe('{"a":"$${TfToken[TOKEN.0]}$${file(x)}"}');
});

test("keys start no template either", () => {
  expect(renderJson({ "${a}": "b" })).not.toMatch(/(^|[^$])\$\{/);
});
