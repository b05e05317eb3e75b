import { parseConfig } from "../../constructs/load";
import { allNodes, nodeCount, nodeNames, poolPath } from "../../constructs/config/nodes";
import { good } from "./good";

const pool = { count: 2, flavor: "m1.large" };
const config = parseConfig({ ...good, workers: { storage: pool, general: pool } });

test("nodes are in the order control planes, pools by name", () => {
  expect(nodeNames(config)).toEqual([
    "demo-control-plane-0",
    "demo-control-plane-1",
    "demo-control-plane-2",
    "demo-general-0",
    "demo-general-1",
    "demo-storage-0",
    "demo-storage-1",
  ]);
  expect(nodeCount(config)).toBe(7);
});

test("a node knows its pool and what it is for", () => {
  const found = allNodes(config).map(({ pool: name, machineType, index }) => [name, machineType, index]);
  expect([found[2], found[6]]).toEqual([
    ["control-plane", "controlplane", 2],
    ["storage", "worker", 1],
  ]);
});

test("a pool of workers is found by its key, the control plane by its own", () => {
  expect([config.controlPlane, ...config.workers].map(poolPath)).toEqual([
    ["controlPlane"],
    ["workers", "general"],
    ["workers", "storage"],
  ]);
});
