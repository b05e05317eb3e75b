import { attemptsAt } from "./attempt";
import { refusedAtItsLine } from "./lines";
import { places } from "./places";
import { rounds } from "./synth";
import { TEXTS } from "./texts";

/** The content of `docs/reports/hostile-text.md`; fails when a text is refused elsewhere, evaluated or lost. */
export function hostileReport(): string {
  const all = places();
  const attempts = all.flatMap((place) => attemptsAt(place));
  const accepted = attempts.filter(({ outcome }) => outcome === "accepted");
  const looked = [...rounds(accepted)];
  const brought = looked.flatMap(({ expressions }) => expressions);
  if (brought.length > 0) throw new Error(`expressions that no base file has: ${brought.join(" ")}`);
  const withLine = all.filter((place) => refusedAtItsLine(place, TEXTS["token before an expression"] ?? "") === true);
  const open = accepted.filter(({ text }) => /[$%]\{/.test(text));
  const rows: readonly (readonly [string, number])[] = [
    ["Places of the cluster file: keys and values", all.length],
    ["Texts", Object.keys(TEXTS).length],
    ["Attempts: each text at each place, one at a time", attempts.length],
    ["Refused, at their place", attempts.length - accepted.length],
    ["Places where a refused text was reported with its line", withLine.length],
    ["Accepted", accepted.length],
    ["… of those, with a template opener, which stands escaped in the JSON", open.length],
    ["Stacks that were synthesized with them", looked.length],
    ["Expressions in those stacks that the program has not written", brought.length],
  ];
  return `<!-- Written by "npm run hostile"; do not edit. -->

# Hostile text

Written by \`npm run hostile\`, which puts every text of \`tools/hostile/texts.ts\` (template openers, cdktf's token markers, quotes,
options, shell metacharacters, control and bidirectional characters, line breaks, long and empty ones) at every key and
value that the schema of the cluster file has. Each is refused at its place, or the synthesized JSON has it as itself, and no
expression that the program has not written. \`npm test\` tries a share of them at every place.

| What | Number |
| --- | --- |
${rows.map(([what, number]) => `| ${what} | ${number} |`).join("\n")}

Texts that are accepted where they may be anything (patches, Helm values, labels, annotations, taints, kernel arguments) stand
in documents that are escaped as a whole. \`e2e/hostile-text.test.ts\` has OpenTofu read them back.
`;
}
