import { table } from "../docs/table";
import { allChoices } from "./choices";
import type { ChoicesRecord, StoryChoices } from "./record";
import { UNTESTED } from "./untested";

type Story = readonly [name: string, story: StoryChoices];

/** Choices that no story has applied and that nobody has excused, and excuses for what the cluster file cannot choose. */
export function unexplained(record: ChoicesRecord, untested: Readonly<Record<string, string>> = UNTESTED): string[] {
  const ran = new Set(Object.values(record).flatMap(({ choices }) => choices));
  const all = allChoices();
  return [
    ...all
      .filter((choice) => !ran.has(choice) && untested[choice] === undefined)
      .map(
        (choice) =>
          `${choice} was applied by no story of the end-to-end tests; apply it in one of e2e/full, or say why not in tools/choices/untested.ts`,
      ),
    ...Object.keys(untested)
      .filter((choice) => !all.includes(choice))
      .map((choice) => `tools/choices/untested.ts excuses ${choice}, which a cluster file cannot choose`),
  ];
}

/** The content of docs/reports/choices.md. */
export function choicesReport(record: ChoicesRecord): string {
  const stories = Object.entries(record);
  const ranIn = (choice: string) =>
    stories.filter(([, { choices }]) => choices.includes(choice)).map(([story]) => story);
  const rows = allChoices().map((choice) => {
    const ran = ranIn(choice);
    return [`\`${choice}\``, ran.length > 0 ? ran.join(", ") : `**not**: ${UNTESTED[choice] ?? "no reason yet"}`];
  });
  const applied = rows.filter(([choice = ""]) => ranIn(choice.replaceAll("`", "")).length > 0).length;
  return `<!-- Written by the end-to-end tests and "npm run choices"; do not edit. -->

# Which choices of a cluster file ran where

Each story of the end-to-end tests applies its cluster files to the lab, looks at what came of them and destroys it; one that
has passed writes here what its files chose. [What is tested where](tested.md) says what is real in the lab. \`npm test\` fails on
a key that no story has applied and that has no reason here.

## Combinations

A story is a test of \`npm run e2e:full -- NAME\`; \`cluster\` belongs to \`npm run e2e\`. Each line is a cluster file of it; nodes are
control planes, and workers of each pool.

${table([["Story", "Nodes", "Image", "Network", "Load balancer", "DNS", "Pod network", "State"], ...stories.flatMap(combinationsOf)])}
## Versions

${table([["Story", "Passes since", "Talos", "Kubernetes", "OpenTofu", "Provider openstack"], ...stories.map(versionsOf)])}
## Choices

${applied} of ${rows.length} were applied. A key with few values has a row for each of them, its default among them; any other key
counts where a file gives it. \`dns(rfc2136).keyFile\` is a key that belongs to one kind.

${table([["Choice", "Ran in"], ...rows])}`;
}

const versionsOf = ([story, { on, talos, kubernetes, tofu, openstack }]: Story): string[] => [
  story,
  on,
  talos,
  kubernetes,
  tofu,
  openstack,
];

const combinationsOf = ([story, { combinations }]: Story): string[][] =>
  combinations.map(({ nodes, image, network, loadBalancer, dns, cni, state }) => [
    story,
    nodes,
    image,
    network,
    loadBalancer,
    dns,
    cni,
    state,
  ]);
