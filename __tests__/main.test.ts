import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { incompressible } from "./support/clusters";
import { ROOT } from "./support/root";
import { all, type StackJson } from "./support/synth";

const FIXTURES = join(ROOT, "__tests__", "fixtures");
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "main-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Runs main.ts as cdktf.json does, but from a directory of its own, so that tsx has to be told where it is at home. */
function main(clusterFile?: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", require.resolve("tsx"), join(ROOT, "main.ts")],
    {
      cwd: directory,
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        ...(clusterFile === undefined ? {} : { CLUSTER_FILE: clusterFile }),
        TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json"),
      },
    },
  );
  return { status, stdout, stderr };
}

test("cluster.yaml becomes the JSON of one stack, at the path that cdktf prescribes, the same on every machine", () => {
  cpSync(join(ROOT, "cluster.yaml"), join(directory, "cluster.yaml"));
  expect(main()).toMatchObject({ status: 0, stderr: "" });
  const stacks = join(directory, "cdktf.out", "stacks");
  expect(readdirSync(stacks)).toEqual(["demo"]);
  const text = readFileSync(join(stacks, "demo", "cdk.tf.json"), "utf8");
  const json = JSON.parse(text) as StackJson;
  expect(Object.keys(all(json, "openstack_compute_instance_v2"))).toHaveLength(6);
  expect([ROOT, directory].filter((path) => text.includes(path))).toEqual([]);
});

test("another file is named by CLUSTER_FILE", () => {
  expect(main(join(FIXTURES, "minimal.yaml"))).toMatchObject({ status: 0 });
  expect(readdirSync(join(directory, "cdktf.out", "stacks"))).toEqual(["demo"]);
});

test("fails on a file with mistakes: all of them on the error output, exit status 1, nothing written", () => {
  cpSync(FIXTURES, join(directory, "files"), { recursive: true });
  const { status, stdout, stderr } = main("files/many-problems.yaml");
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.split("\n")[0]).toBe("files/many-problems.yaml: 11 problems");
  expect(stderr).not.toMatch(/^ +at /m);
  expect(readdirSync(directory)).toEqual(["files"]);
});

test("fails on a cluster whose machine configs do not fit, before anything is written", () => {
  const text = readFileSync(join(FIXTURES, "minimal.yaml"), "utf8");
  const patch = `patches: { controlPlane: [{ machine: { env: { BIG: ${incompressible(120_000)} } } }] }`;
  writeFileSync(join(directory, "big.yaml"), `${text}${patch}\n`);
  const { status, stderr } = main("big.yaml");
  expect([status, stderr.split("\n")[1]]).toEqual([
    1,
    expect.stringMatching(/^big\.yaml:15:1 {2}controlPlane: .*65535/),
  ]);
  expect(readdirSync(directory)).toEqual(["big.yaml"]);
});
