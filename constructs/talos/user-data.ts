import { gzipSync } from "node:zlib";
import { allPools, poolPath } from "../config/nodes";
import { BARE_CONFIG_BYTES } from "../config/releases";
import type { Rule } from "../config/rules/rule";
import type { ResolvedClusterConfig, ResolvedPool } from "../config/types";
import { renderPatches } from "./machine-config";
import { nodePatches } from "./node-patches";
import { rolePatches } from "./role-patches";

/** Nova takes 65535 characters of user data; many metadata services, and so servers without config drive, only 16384. */
export const maxUserDataBytes = (configDrive: boolean): number => (configDrive ? 65535 : 16384);

/** Linux passes at most 128 KiB of one variable to a script, and patches reach it in one. */
const MAX_PATCH_BYTES = 120_000;
const TOO_LONG = `the patches of its role take more than ${MAX_PATCH_BYTES} bytes, too many for the script that renders its machine config; fetch manifests by manifests.extra`;

/** The pools whose machine config will not fit into their servers' user data, estimated before there is one. */
export function* userDataProblems(config: ResolvedClusterConfig): Iterable<{ pool: ResolvedPool; message: string }> {
  const limit = maxUserDataBytes(config.talos.configDrive);
  for (const pool of allPools(config)) {
    const role = rolePatches(config, pool.machineType);
    // Nodes of a pool are alike but for their own patches.
    const distinct = pool.nodes.filter((node, i) => i === 0 || node.patches.length > 0);
    const sizes = distinct.map((node) => estimate(pool, renderPatches([...role, ...nodePatches(pool, node)])));
    const largest = Math.max(0, ...sizes);
    if (largest <= limit) {
      // Well compressed, they may still be too much for a script.
      if (distinct.length > 0 && renderPatches(role).length > MAX_PATCH_BYTES) {
        yield { pool, message: TOO_LONG };
      }
      continue;
    }
    yield {
      pool,
      message:
        `the machine config of its nodes will take about ${largest} bytes of user data; at most ${limit} are possible` +
        (config.talos.configDrive ? "" : " without talos.configDrive") +
        `; the patches take ${largest - BARE_CONFIG_BYTES[pool.machineType]} of them: make them smaller` +
        (config.talos.configDrive ? ", or fetch manifests by manifests.extra" : ", or set talos.configDrive: true"),
    };
  }
}

const estimate = (pool: ResolvedPool, patches: string): number =>
  BARE_CONFIG_BYTES[pool.machineType] + Math.ceil(gzipSync(patches, { level: 9 }).length / 3) * 4;

/** The same as a rule of the cluster file, for messages that name the pool's line. */
export const userDataRule: Rule = {
  id: "user-data-size",
  needs: ["talos", "kubernetes", "controlPlane", "workers", "cni", "manifests", "patches"],
  check: (config) =>
    Array.from(userDataProblems(config), ({ pool, message }) => ({
      path: poolPath(pool),
      message,
    })),
};
