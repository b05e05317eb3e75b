import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClusterFile } from "../../constructs/config/cluster";
import { ConfigError } from "../../constructs/config/reader/errors";
import { loadConfig } from "../../constructs/load";
import { maxUserDataBytes } from "../../constructs/machine/user-data";
import { incompressible, pool } from "../support/clusters";
import { ROOT } from "../support/root";
import { config } from "../support/synth";

/** What is wrong with the least cluster and a pool of workers, with these keys of the file changed. */
function problems(changes: Partial<ClusterFile>): readonly string[] {
  try {
    config({ workers: { general: pool() }, ...changes });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
}

const big = (length: number) => [{ machine: { env: { BIG: incompressible(length) } } }];

test("Nova takes 64 KB by config drive, metadata services 16 KB", () => {
  expect([maxUserDataBytes(true), maxUserDataBytes(false)]).toEqual([65535, 16384]);
});

test("the shipped patches fit, with and without config drive", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ talos: { configDrive: false } })).toEqual([]);
});

test("a patch that is too large for one pool is that pool's problem", () => {
  expect(problems({ patches: { worker: big(85_000) } })).toEqual([
    expect.stringMatching(
      /^workers\.general: the machine config of its nodes will take about \d+ bytes of user data; at most 65535 are possible; the patches take \d+ of them: .*manifests\.extra$/,
    ),
  ]);
});

test("without config drive the way out is the config drive", () => {
  expect(problems({ talos: { configDrive: false }, patches: { worker: big(30_000) } })).toEqual([
    expect.stringMatching(/at most 16384 are possible without talos\.configDrive; .* or set talos\.configDrive: true$/),
  ]);
});

test("a patch of one node counts, whichever node it is", () => {
  expect(problems({ patches: { nodes: { "demo-general-1": big(85_000) } } })).toEqual([
    expect.stringMatching(/^workers\.general: /),
  ]);
});

test("a pool without nodes has no problem", () => {
  expect(problems({ workers: { general: pool({ count: 0 }) }, patches: { worker: big(85_000) } })).toEqual([]);
});

test("fails with the line of the pool, when a file is read", () => {
  const directory = mkdtempSync(join(tmpdir(), "user-data-"));
  try {
    cpSync(join(ROOT, "__tests__/fixtures/minimal.yaml"), join(directory, "cluster.yaml"));
    const patch = `{ machine: { env: { BIG: ${incompressible(85_000)} } } }`;
    writeFileSync(
      join(directory, "cluster.yaml"),
      `workers:\n  general:\n    count: 2\n    flavor: m1.large\npatches:\n  worker:\n    - ${patch}\n`,
      { flag: "a" },
    );
    const load = () => loadConfig(join(directory, "cluster.yaml"));
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(/cluster\.yaml:18:3 {2}workers\.general: the machine config of its nodes will take about/);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

describe("patches that compress well may still be too long for a script", () => {
  const zeros = [{ machine: { files: [{ path: "/var/zeros", permissions: 0o644, content: "0".repeat(130_000) }] } }];

  test.each([
    ["role", { patches: { worker: zeros } }],
    ["nodes, with labels and annotations,", { patches: { nodes: { "demo-general-1": zeros } } }],
    ["nodes, with labels and annotations,", { workers: { general: pool({ patches: zeros }) } }],
    [
      "nodes, with labels and annotations,",
      { workers: { general: pool({ annotations: { "example.org/a": "0".repeat(130_000) } }) } },
    ],
  ] satisfies [string, Partial<ClusterFile>][])("those of its %s", (whose, changes) => {
    expect(problems(changes)).toEqual([
      expect.stringMatching(`^workers\\.general: the patches of its ${whose} take more than 120000 bytes`),
    ]);
  });
});
