import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BOUND_PROVIDER } from "../tools/bindings/resources";
import { readSchema, SCHEMAS_DIRECTORY } from "../tools/bindings/schema";
import { schemaProblems } from "./support/provider-schema";
import { ROOT } from "./support/root";

const EXAMPLES = join(ROOT, "examples");
const SCHEMA = readSchema(join(SCHEMAS_DIRECTORY, `openstack@${BOUND_PROVIDER.version}.json`));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "example-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

test.each(readdirSync(EXAMPLES).filter((file) => file.endsWith(".ts")))(
  "examples/%s synthesizes a stack of its name that the provider takes",
  (file) => {
    const { status, stderr } = spawnSync(process.execPath, ["--import", require.resolve("tsx"), join(EXAMPLES, file)], {
      cwd: directory,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    const json = join(directory, "cdktf.out", "stacks", file.replace(/\.ts$/, ""), "cdk.tf.json");
    expect(schemaProblems(JSON.parse(readFileSync(json, "utf8")) as object, SCHEMA)).toEqual([]);
  },
);
