import { z } from "zod";
import { defaultKind, kind, kindsOf } from "../../constructs/config/kinds";
import { explain, words } from "../../constructs/config/reader/schema-problems";
import type { Context } from "../../constructs/config/section";

const context: Context = { name: "demo", domain: "org", fqdn: "demo.org", path: (p) => `/d/${p}`, patches: () => [] };

const server = kind(
  z.strictObject({ kind: defaultKind("server"), flavor: z.string() }),
  ({ flavor, ...rest }, { name }: Context) => ({ ...rest, server: `${name} on ${flavor}` }),
);
const elsewhere = kind(z.strictObject({ kind: z.literal("elsewhere"), addresses: z.array(z.string()) }), (w) => w);

const { schema, resolve } = kindsOf({ server, elsewhere });

const problems = (raw: unknown): readonly string[] =>
  schema
    .safeParse(raw, { error: words })
    .error?.issues.flatMap((issue) => explain(issue, raw))
    .map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

test("a file that names no kind is of the default one", () => {
  expect(resolve(schema.parse({ flavor: "small" }), context)).toEqual({ kind: "server", server: "demo on small" });
});

test("each kind has keys of its own, and is resolved by itself", () => {
  const written = schema.parse({ kind: "elsewhere", addresses: ["192.0.2.10"] });
  expect(resolve(written, context)).toEqual({ kind: "elsewhere", addresses: ["192.0.2.10"] });
});

test("fails on another kind: what is allowed, what was meant", () => {
  expect(problems({ kind: "elsewere" })).toEqual([
    'kind: must be one of server, elsewhere; got "elsewere"; did you mean "elsewhere"?',
  ]);
});

test("fails on a key of another kind: what this one allows", () => {
  expect(problems({ flavor: "small", addresses: [] })).toEqual([
    'addresses: unknown key "addresses"; allowed: kind, flavor',
  ]);
});

test("a single kind is no union, so that its keys are documented like those of any other section", () => {
  const single = kindsOf({ server }).schema;
  expect(z.toJSONSchema(single, { io: "input" })).toMatchObject({ type: "object", required: ["flavor"] });
});
