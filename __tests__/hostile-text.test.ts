import { type Attempt, attemptsAt } from "../tools/hostile/attempt";
import { expressionsOf, textsIn, unescaped, withoutTexts } from "../tools/hostile/json";
import { refusedAtItsLine, refusedInPatchFile } from "../tools/hostile/lines";
import { type Place, places } from "../tools/hostile/places";
import { rounds } from "../tools/hostile/synth";
import { TEXTS } from "../tools/hostile/texts";

const PLACES = places();
const accepted: Attempt[] = [];

/** What has been found to do the worst harm; tried everywhere. */
const WORST = ["expression that reads a file", "token before an expression"];

/** Each place has a share of the other texts, another one than its neighbours; `npm run hostile` tries all of them everywhere. */
const wanted = (place: Place, index: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(TEXTS).filter(([kind], i) => WORST.includes(kind) || (i + index) % (place.takesText ? 6 : 16) === 0),
  );

test("every place of the schema is one of a valid file, and there are many", () => {
  expect(PLACES.length).toBeGreaterThan(140);
  expect(PLACES.map(({ name }) => name)).toEqual(expect.arrayContaining(["image.properties key", "workers key"]));
});

test.each(PLACES.map((place, i) => [place.name, place, i] as const))(
  "each text at %s is accepted, or refused there",
  (_name, place, index) => {
    const attempts = attemptsAt(place, wanted(place, index));
    accepted.push(...attempts.filter(({ outcome }) => outcome === "accepted"));
    // Names that others are made of, or hold, are not right by themselves.
    const elsewhere = attempts.filter(({ kind }) => kind !== "name of a constructor").flatMap((one) => one.elsewhere);
    expect(elsewhere).toEqual([]);
  },
);

test.each(PLACES.map((place, i) => [place.name, place, i] as const))(
  "what is refused at %s is refused with its line",
  (_name, place, index) => {
    const kind = index % 2 === 0 ? "clears the screen" : "token before an expression";
    expect([kind, refusedAtItsLine(place, TEXTS[kind] ?? "")]).toEqual([kind, true]);
    expect(refusedAtItsLine(place, TEXTS["expression that reads a file"] ?? "")).not.toBe(false);
  },
);

test.each(Object.keys(TEXTS))("in the file of a patch it is the same: %s", (kind) => {
  const text = TEXTS[kind] ?? "";
  // A key is refused or accepted like a value; longer ones than 1024 characters are none in YAML.
  expect(refusedInPatchFile(text, false)).not.toBe(false);
  if (text.length < 1000) expect(refusedInPatchFile(text, true)).not.toBe(false);
});

test("what is accepted reaches the JSON as itself, and brings no expression along", () => {
  expect(accepted.length).toBeGreaterThan(300);
  const brought: string[] = [];
  const missing: string[] = [];
  for (const round of rounds(accepted)) {
    brought.push(...round.expressions);
    missing.push(...round.missing.map(({ place, kind }) => `${place.name}: ${kind}`));
  }
  expect(brought).toEqual([]);
  // Editors read $schema, nobody else does; paths are made short.
  expect(missing.filter((one) => !/^\$schema:|: (path upwards|home)$/.test(one))).toEqual([]);
});

test.each([
  ["a ${b} c", ["${b}"]],
  ["$${a} %%{b} $ % ${c}", ["${c}"]],
  ['${f("}", "\\"}")}${g}', ['${f("}", "\\"}")}', "${g}"]],
  ["%{ if x }y%{ endif }", ["%{ if x }", "%{ endif }"]],
  ["${{a = {}}}z", ["${{a = {}}}"]],
  ["a${", ["${"]],
])("the search for expressions finds those of %s", (text, expressions) => {
  expect(expressionsOf(text)).toEqual(expressions);
  expect(unescaped("$${a}%%{b}$$$${c}")).toBe("${a}%{b}$$${c}");
});

test("a text in an expression's quotes is no expression, unless it holds one", () => {
  expect(withoutTexts('${f("a", "b ${c} \\" d")}')).toBe('${f("", "b ${c} \\" d")}');
  expect(textsIn('${f("say \\"hi\\" $${x}")}')).toEqual(['say "hi" ${x}']);
});
