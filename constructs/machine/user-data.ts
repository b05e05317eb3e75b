import { gzipSync } from "node:zlib";
import type { ResolvedClusterConfig } from "../config/cluster";
import type { Json } from "../config/json";
import { allPools, poolPath, type ResolvedPool } from "../config/nodes";
import { BARE_CONFIG_BYTES } from "../config/releases";
import { rule } from "../config/rules/rule";
import { nodePatches } from "./node-patches";
import { rolePatches, type RoleSections } from "./role-patches";

/** Nova takes 65535 characters of user data; many metadata services, and so servers without config drive, only 16384. */
export const maxUserDataBytes = (configDrive: boolean): number => (configDrive ? 65535 : 16384);

/** Linux passes at most 128 KiB of one variable to a script; the patches of a role reach it in one, those of a node in another. */
const MAX_PATCH_BYTES = 120_000;

/** The machine configs of each pool fit into its servers' user data, and its patches into a variable of a script. */
export const userDataSize = rule({
  id: "user-data-size",
  needs: ["talos", "kubernetes", "controlPlane", "workers", "cni", "manifests", "patches"],
  *check(config) {
    for (const pool of allPools(config)) {
      const message = pool.nodes.length === 0 ? undefined : (tooLong(config, pool) ?? tooLarge(config, pool));
      if (message !== undefined) yield { path: poolPath(pool), message };
    }
  },
});

type MachineSections = RoleSections & Pick<ResolvedClusterConfig, "talos">;

function tooLarge(config: MachineSections, pool: ResolvedPool): string | undefined {
  const { configDrive } = config.talos;
  const [bytes, limit] = [largestUserData(config, pool), maxUserDataBytes(configDrive)];
  if (bytes <= limit) return undefined;
  return (
    `the machine config of its nodes will take about ${bytes} bytes of user data; at most ${limit} are possible` +
    (configDrive ? "" : " without talos.configDrive") +
    `; the patches take ${bytes - BARE_CONFIG_BYTES[pool.machineType]} of them: make them smaller` +
    (configDrive ? ", or fetch manifests by manifests.extra" : ", or set talos.configDrive: true")
  );
}

/** What compresses well fits into user data, and may still be too long for the script. */
function tooLong(config: MachineSections, pool: ResolvedPool): string | undefined {
  const isTooLong = (patches: readonly Json[]) => Buffer.byteLength(lines(patches)) > MAX_PATCH_BYTES;
  const ofRole = isTooLong(rolePatches(config, pool.machineType));
  if (!ofRole && !distinctNodes(pool).some((node) => isTooLong(nodePatches(pool, node)))) return undefined;
  return (
    `the patches of its ${ofRole ? "role" : "nodes, with labels and annotations,"} take more than ${MAX_PATCH_BYTES} bytes, too many for the script that renders its machine ` +
    "config; fetch manifests by manifests.extra"
  );
}

/** An estimate: the secrets of a config do not exist yet. */
function largestUserData(config: MachineSections, pool: ResolvedPool): number {
  const role = rolePatches(config, pool.machineType);
  const sizes = distinctNodes(pool).map((node) => compressed(lines([...role, ...nodePatches(pool, node)])));
  return BARE_CONFIG_BYTES[pool.machineType] + Math.max(...sizes);
}

/** Nodes of a pool are alike but for their own patches. */
const distinctNodes = ({ nodes }: ResolvedPool) => nodes.filter((node, i) => i === 0 || node.patches.length > 0);

const lines = (patches: readonly Json[]): string => patches.map((patch) => JSON.stringify(patch)).join("\n");

/** Bytes of text once it is compressed and in base64, four for every three. */
const compressed = (text: string): number => Math.ceil(gzipSync(text, { level: 9 }).length / 3) * 4;
