import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { incompressible } from "./support/clusters";
import { ROOT } from "./support/root";
import { all, type StackJson } from "./support/synth";

interface Manifest {
  readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string; readonly annotations: unknown[] }>>;
}

const FIXTURES = join(ROOT, "__tests__", "fixtures");
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "main-"));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** Runs main.ts as npm run synth does, but from a directory of its own. */
function main(environment: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "bin", "run.mjs"), "main.ts", ...args], {
    cwd: directory,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], ...environment },
  });
  return { status, stdout, stderr };
}

test("cluster.yaml becomes the JSON of one stack, at the path that cdktf prescribes, the same on every machine", () => {
  cpSync(join(ROOT, "cluster.yaml"), join(directory, "cluster.yaml"));
  const { status, stdout, stderr } = main();
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^warning: access: only documentation networks .*\n$/)]);
  expect(stdout).toMatch(/^cdktf\.out\/stacks\/demo\/cdk\.tf\.json is written from cluster\.yaml:$/m);
  expect(stdout).toMatch(/^Next: tofu -chdir=cdktf\.out\/stacks\/demo init && .* apply\n$/m);
  const stacks = join(directory, "cdktf.out", "stacks");
  expect(readdirSync(stacks)).toEqual(["demo"]);
  const text = readFileSync(join(stacks, "demo", "cdk.tf.json"), "utf8");
  const json = JSON.parse(text) as StackJson;
  expect(Object.keys(all(json, "openstack_compute_instance_v2"))).toHaveLength(6);
  expect([ROOT, directory].filter((path) => text.includes(path))).toEqual([]);
});

test("CLUSTER_FILE names another file, CDKTF_OUTDIR another place", () => {
  const environment = { CLUSTER_FILE: join(FIXTURES, "minimal.yaml"), CDKTF_OUTDIR: "out" };
  expect(main(environment).stdout).toContain("Next: tofu -chdir=out/stacks/demo init");
  expect(readdirSync(directory)).toEqual(["out"]);
});

describe("a synth of another cluster", () => {
  const CLI = { CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true" };

  beforeEach(() => {
    const shipped = readFileSync(join(ROOT, "cluster.yaml"), "utf8");
    for (const name of ["blue", "green"]) {
      writeFileSync(join(directory, `${name}.yaml`), shipped.replace("name: demo", `name: ${name}`));
    }
    main({ CLUSTER_FILE: "blue.yaml" });
    writeFileSync(join(directory, "cdktf.out", "stacks", "blue", "errored.tfstate"), "the only copy");
    mkdirSync(join(directory, "cdktf.out", "stacks", "notes"));
  });

  test("keeps the working directory of the first one, and says so", () => {
    const { stdout } = main({ CLUSTER_FILE: "green.yaml" });
    expect(stdout).toContain("left as they are: cdktf.out/stacks/blue cdktf.out/stacks/notes\n");
    expect(readdirSync(join(directory, "cdktf.out", "stacks", "blue"))).toContain("errored.tfstate");
  });

  // What the CLI does once the program has ended; .ci/run asks the CLI itself.
  test("lets the cdktf CLI find nothing to delete, and all that it reads", () => {
    const { stderr } = main({ ...CLI, CLUSTER_FILE: "green.yaml" });
    expect(stderr).toBe("");
    const outdir = join(directory, "cdktf.out");
    const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;
    expect(Object.keys(stacks).sort()).toEqual(readdirSync(join(outdir, "stacks")));
    for (const { synthesizedStackPath } of Object.values(stacks)) {
      const json: unknown = JSON.parse(readFileSync(join(outdir, synthesizedStackPath), "utf8"));
      expect(json).toMatchObject({ "//": { metadata: {} }, terraform: { required_providers: {} } });
    }
    expect(stacks["green"]?.annotations).toHaveLength(1);
    expect(stacks["blue"]).toMatchObject({ workingDirectory: "stacks/blue", annotations: [] });
  });
});

describe("another name in the same file", () => {
  const stack = () => join(directory, "cdktf.out", "stacks", "demo");
  const rename = () => {
    const text = readFileSync(join(directory, "cluster.yaml"), "utf8");
    writeFileSync(join(directory, "cluster.yaml"), text.replace("name: demo", "name: other"));
  };
  beforeEach(() => {
    cpSync(join(ROOT, "cluster.yaml"), join(directory, "cluster.yaml"));
    main();
  });

  test("is refused while the first cluster is in its state, with the three ways to mean it, and writes nothing", () => {
    writeFileSync(join(directory, "terraform.demo.tfstate"), JSON.stringify({ resources: [{}] }));
    rename();
    const { status, stderr } = main();
    expect([status, stderr]).toEqual([
      1,
      "error: cluster.yaml is the file of cluster demo, which is still in its state, and calls it other: set name back to demo; another cluster takes a file of its own, which CLUSTER_FILE names; if demo is nobody's any more, remove cdktf.out/stacks/demo\n",
    ]);
    expect(readdirSync(join(directory, "cdktf.out", "stacks"))).toEqual(["demo"]);
  });

  test("is refused while a state elsewhere may have it: once the stack was initialized", () => {
    const json = JSON.parse(readFileSync(join(stack(), "cdk.tf.json"), "utf8")) as { terraform: { backend: object } };
    json.terraform.backend = { s3: { bucket: "states" } };
    writeFileSync(join(stack(), "cdk.tf.json"), JSON.stringify(json));
    rename();
    expect(main().status).toBe(0);
    mkdirSync(join(stack(), ".terraform"));
    expect(main().status).toBe(1);
  });

  test.each([
    ["was never applied", undefined],
    ["is destroyed", { resources: [] }],
  ])("is fine when the first cluster %s", (_name, state) => {
    if (state !== undefined) writeFileSync(join(directory, "terraform.demo.tfstate"), JSON.stringify(state));
    rename();
    expect(main().status).toBe(0);
  });

  test("is fine in a copy of the file", () => {
    writeFileSync(join(directory, "terraform.demo.tfstate"), JSON.stringify({ resources: [{}] }));
    cpSync(join(directory, "cluster.yaml"), join(directory, "copy.yaml"));
    rename();
    cpSync(join(directory, "cluster.yaml"), join(directory, "other.yaml"));
    cpSync(join(directory, "copy.yaml"), join(directory, "cluster.yaml"));
    expect(main({ CLUSTER_FILE: "other.yaml" }).status).toBe(0);
  });
});

test("--help writes nothing", () => {
  const { status, stdout, stderr } = main({}, "--help");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("CLUSTER_FILE");
  expect(readdirSync(directory)).toEqual([]);
});

test("fails on a file with mistakes: all of them once, exit status 1, nothing written", () => {
  cpSync(FIXTURES, join(directory, "files"), { recursive: true });
  const { status, stdout, stderr } = main({ CLUSTER_FILE: "files/many-problems.yaml" });
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr.split("\n")[0]).toBe("files/many-problems.yaml: 13 problems");
  expect(stderr.trimEnd().split("\n")).toHaveLength(14);
  expect(readdirSync(directory)).toEqual(["files"]);
});

test("fails on a cluster whose machine configs do not fit, before anything is written", () => {
  const text = readFileSync(join(FIXTURES, "minimal.yaml"), "utf8");
  const patch = `patches: { controlPlane: [{ machine: { env: { BIG: ${incompressible(85_000)} } } }] }`;
  writeFileSync(join(directory, "big.yaml"), `${text}${patch}\n`);
  const { status, stderr } = main({ CLUSTER_FILE: "big.yaml" });
  expect([status, stderr.split("\n")[1]]).toEqual([
    1,
    expect.stringMatching(/^big\.yaml:15:1 {2}controlPlane: .*65535/),
  ]);
  expect(readdirSync(directory)).toEqual(["big.yaml"]);
});
