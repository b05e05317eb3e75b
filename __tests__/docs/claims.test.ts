import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "../support/markdown";
import { ROOT } from "../support/root";

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const pages = documents();
const everything = pages.map(({ text }) => text).join("\n");
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);

/** `npm run e2e:full`, or what npm calls by a shorter name. */
const called = (script: string) => ({ test: "npm test", prepack: "`prepack`" })[script] ?? `npm run ${script}`;

test("the README shows the shipped cluster file as it is", () => {
  expect(read("README.md")).toContain(`\`\`\`yaml\n${read("cluster.yaml")}\`\`\`\n`);
});

test("every script of package.json is in some document", () => {
  const isNamed = (script: string) => new RegExp(`${called(script)}(?![\\w:-])`).test(everything);
  expect(scripts.filter((script) => !isNamed(script))).toEqual([]);
});

test("every script that a document names is in package.json", () => {
  const named = [...everything.matchAll(/npm run (?:--silent )?([\w:-]*\w)/g)].map(([, script = ""]) => script);
  expect([...new Set(named)].filter((script) => !scripts.includes(script))).toEqual([]);
});

test("the README says every variable that the commands read", () => {
  const sources = ["main.ts", ...readdirSync(join(ROOT, "bin"), { recursive: true, encoding: "utf8" })]
    .filter((file) => file.endsWith(".ts"))
    .map((file) => read(file === "main.ts" ? file : join("bin", file)));
  const variables = sources.flatMap((text) =>
    [...text.matchAll(/process\.env\["(\w+)"\]|^ {2,}([A-Z]+(?:_[A-Z]+)+): "/gm)].map(([, a, b]) => a ?? b ?? ""),
  );
  expect(variables).toContain("CLUSTER_FILE");
  expect([...new Set(variables)].filter((name) => !read("README.md").includes(`\`${name}\``))).toEqual([]);
});

/** Folders whose files documents name by their paths. */
const NAMED = /`((?:constructs|__tests__|e2e|lab|bin|tools|examples|patches|manifests|schemas|docs)\/[\w./-]*\w)\/?`/g;

test.each(pages.map(({ path }) => path))("every file that %s names is there", (path) => {
  const page = pages.find((one) => one.path === path);
  const named = [...(page?.prose ?? "").matchAll(NAMED)].map(([, file = ""]) => file);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

/** A table's cell that begins with what was measured: seconds or bytes. */
const FIGURE = /^\|(?:.*\|)? *(?:after )?\d+(?:\.\d+)? ?(?:s|ms|kB|MB)\b/m;

test.each(pages.filter(({ prose }) => FIGURE.test(prose)).map(({ path }) => path))(
  "every table of figures in %s says which command measured it",
  (path) => {
    const [head = "", ...chapters] = (pages.find((page) => page.path === path)?.prose ?? "").split(/^## /m);
    const isMeasured = (text: string) => /Measured by `npm run /.test(text);
    const bare = [head, ...chapters].filter((text) => FIGURE.test(text) && !isMeasured(text) && !isMeasured(head));
    expect(bare.map((text) => text.split("\n")[0])).toEqual([]);
  },
);
