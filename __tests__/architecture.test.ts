import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import * as ts from "typescript";
import { ROOT } from "./support/root";

const CONSTRUCTS = join(ROOT, "constructs");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");

/** Paths from the repository's root. */
const files = readdirSync(CONSTRUCTS, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => `constructs/${file}`)
  .sort();

/** What a file imports or exports again: modules as written, own files by path from the repository's root. */
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)|^import "([^"]+)"/gm)].map(([, a, b, c]) => {
    const from = a ?? b ?? c ?? "";
    return from.startsWith(".") ? relative(ROOT, join(ROOT, dirname(file), from)) : from;
  });

const BINDINGS = /^@cdktf\/provider-(openstack|null)\/./;
const NODE = /^node:/;
const CDKTF = /^(node:path|cdktf|constructs)$/;
const CONTRACTS = /^constructs\/contracts$/;
const ASSETS = /^constructs\/assets$/;
const CONFIG = /^constructs\/config\//;
const MACHINE = /^constructs\/machine\//;
const CORE = /^constructs\/core\//;

/** Who may import what; the first layer that fits a file is its layer. */
const LAYERS: readonly (readonly [layer: string, files: RegExp, allowed: readonly RegExp[]])[] = [
  ["assets", /^constructs\/assets\.ts$/, [NODE]],
  ["config", CONFIG, [CONFIG, NODE, /^(yaml|zod|semver|ip-address)$/]],
  ["machine", MACHINE, [MACHINE, CONFIG, ASSETS, NODE, /^yaml$/]],
  ["load", /^constructs\/load\.ts$/, [CONFIG, MACHINE, NODE]],
  ["core", CORE, [CORE, CONFIG, ASSETS, NODE, CDKTF]],
  [
    "openstack",
    /^constructs\/openstack\//,
    [/^constructs\/openstack\//, CONTRACTS, CORE, MACHINE, CONFIG, ASSETS, NODE, CDKTF, BINDINGS, /^yaml$/],
  ],
  [
    "dns",
    /^constructs\/dns\//,
    [/^constructs\/dns\//, CONTRACTS, CORE, CONFIG, ASSETS, CDKTF, /^@cdktf\/provider-(null|openstack)\/./],
  ],
  [
    "talos",
    /^constructs\/talos\//,
    [/^constructs\/talos\//, CONTRACTS, CORE, MACHINE, CONFIG, ASSETS, NODE, CDKTF, /^@cdktf\/provider-null\/./],
  ],
  ["guard", /^constructs\/guard\//, [/^constructs\/guard\//, CONTRACTS, CORE, CONFIG, CDKTF, BINDINGS]],
  [
    "talos-cluster",
    /talos-cluster\.ts$/,
    [/^constructs\/(talos|openstack|dns|guard)(\/|$)/, CONTRACTS, CORE, CONFIG, CDKTF],
  ],
  ["contracts", /contracts\.ts$/, [CONFIG, CDKTF]],
  ["cluster-stack", /cluster-stack\.ts$/, [/^constructs\/talos-cluster$/, CORE, CONFIG, CDKTF, BINDINGS]],
  ["index", /index\.ts$/, [/^constructs\//, /^@cdktf\/provider-(null\/lib|openstack)\/provider$/]],
];

const layerOf = (file: string) => LAYERS.find(([, pattern]) => pattern.test(file));

test.each(files)("%s imports only what its layer may", (file) => {
  const [, , allowed = []] = layerOf(file) ?? [];
  expect(importsOf(file).filter((from) => !allowed.some((pattern) => pattern.test(from)))).toEqual([]);
});

test("main.ts imports the config, the stack and nothing of a cloud", () => {
  const allowed = /^(startup|cdktf|bin\/lib\/.*|constructs\/(cluster-stack|load|config\/.*))$/;
  expect(importsOf("main.ts").filter((from) => !allowed.test(from))).toEqual([]);
});

test("nothing in constructs imports a test, a tool or main.ts", () => {
  const own = files.flatMap(importsOf).filter((from) => !/^(node:|@|[a-z-]+$)/.test(from));
  expect(own.filter((from) => !from.startsWith("constructs/"))).toEqual([]);
});

// A ring of files works until somebody uses at load time what the other has not made yet.
test("no file imports itself around a corner", () => {
  const values = new Map(files.map((file) => [file.replace(/\.ts$/, ""), valueImportsOf(file)]));
  const reach = (from: string, seen: Set<string>): Set<string> => {
    for (const next of values.get(from) ?? values.get(`${from}/index`) ?? []) {
      if (!seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  expect([...values.keys()].filter((file) => reach(file, new Set()).has(file))).toEqual([]);
});

const valueImportsOf = (file: string): string[] =>
  [...read(file).matchAll(/^(?:import|export) (?!type )[^;]*?from "(\.[^"]+)";/gm)].map(([, from = ""]) =>
    relative(ROOT, join(ROOT, dirname(file), from)),
  );

test("the index exports by name", () => {
  const statements = read("constructs/index.ts").match(/^export .*/gm) ?? [];
  expect(
    statements.filter(
      (line) => !/^export (type )?\{|^export type \* from "\.\/(config\/cluster-file|contracts)";/.test(line),
    ),
  ).toEqual([]);
});

test("fails on a file with two ideas: none has more than 220 lines", () => {
  const written = files.filter((file) => !read(file).startsWith('/** Written by "npm run'));
  const long = written.filter((file) => read(file).trimEnd().split("\n").length > 220);
  expect(long).toEqual([]);
});

// What `Foo` says is not said again for `FooProps`; their properties have comments of their own.
test.each(files)("every export of %s has a doc comment", (file) => {
  const exported = exportsOf(file);
  const classes = exported.map(({ name }) => name);
  const needed = exported.filter(({ name }) => !(name.endsWith("Props") && classes.includes(name.slice(0, -5))));
  expect(needed.filter(({ documented }) => !documented)).toEqual([]);
});

test.each(files)("every optional property of %s says its default", (file) => {
  expect(optionalProperties(file).filter(({ documented }) => !documented)).toEqual([]);
});

interface Symbol {
  readonly name: string;
  readonly documented: boolean;
}

const parse = (file: string) => ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
const docOf = (node: ts.Node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .map((doc) => doc.getText())
    .join("\n");

/** What a file declares and exports. */
function exportsOf(file: string): Symbol[] {
  return parse(file).statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const documented = docOf(statement) !== "";
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : [(statement as ts.DeclarationStatement).name?.getText() ?? ""];
    return names.map((name) => ({ name, documented }));
  });
}

/** Optional properties of exported `…Props` and of other options that people write. */
function optionalProperties(file: string): Symbol[] {
  return parse(file)
    .statements.filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => name.text.endsWith("Props") || name.text.endsWith("Inputs") || name.text.endsWith("Options"))
    .flatMap((declared) =>
      declared.members
        .filter((member) => member.questionToken !== undefined)
        .map((member) => ({
          name: `${declared.name.text}.${member.name?.getText() ?? ""}`,
          documented: docOf(member).includes("@default"),
        })),
    );
}
