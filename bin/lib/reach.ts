import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ResolvedClusterConfig } from "../../constructs/config/cluster";
import { allPools } from "../../constructs/config/nodes";
import { scriptFiles } from "../../constructs/core/local-exec";
import { apiEnvironment, nodeRow } from "../../constructs/talos/cluster-api";
import { talosLibraries, talosScript } from "../../constructs/talos/scripts";
import { StackDirectory } from "./stack-directory";

/** Where a cluster is reached, and by what; a script of `constructs/talos/scripts` knows it as its environment. */
export interface Reach {
  /** Paths of what the script writes. */
  readonly files: { readonly TALOSCONFIG_FILE: string; readonly KUBECONFIG_FILE: string };
  readonly environment: Readonly<Record<string, string>>;
}

/** How to reach a cluster whose nodes are these: lines of `nodeRow`. */
export function reachOf(config: ResolvedClusterConfig, table: readonly string[]): Reach {
  const { talosconfig, kubeconfigs } = config.directories;
  return {
    files: {
      TALOSCONFIG_FILE: join(talosconfig, "talosconfig"),
      KUBECONFIG_FILE: join(kubeconfigs, `kubeconfig-${config.fqdn}`),
    },
    environment: apiEnvironment({
      cluster: config.name,
      endpoint: apiHost(config),
      secretsFile: join(talosconfig, "secrets.yaml"),
      contract: config.talos.contract,
      table: table.join("\n"),
      podNetwork: true,
    }),
  };
}

/** The control planes' addresses as the state knows them: the Talos API wants to be told which node is meant. */
export function controlPlaneRows(config: ResolvedClusterConfig): string[] {
  const given = process.env["CONTROL_PLANES"]?.split(/[\s,]+/);
  const addresses = given ?? config.controlPlane.nodes.flatMap(({ name }) => addressesOf(config)[name] ?? []);
  return addresses.map((address, i) =>
    nodeRow({ name: `control-plane-${i}`, machineType: "controlplane", pool: "any", address }),
  );
}

/** Every node with its address as the state knows it. */
export function nodeRows(config: ResolvedClusterConfig): string[] {
  const addresses = addressesOf(config);
  return allPools(config).flatMap(({ nodes, machineType, name: pool }) =>
    nodes.flatMap(({ name }) => {
      const address = addresses[name];
      return address === undefined ? [] : [nodeRow({ name, machineType, pool, address })];
    }),
  );
}

/** Runs a script of `constructs/talos/scripts` on this terminal, in a session of its own; resolves to its exit status. */
export function runScript(name: string, { files, environment }: Reach): Promise<number> {
  const parts = { script: talosScript(name), libraries: talosLibraries("nodes", "secrets", "talos", "kube") };
  const text = scriptFiles(parts)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  return new Promise((resolve, reject) => {
    spawn("bash", ["-c", text], { stdio: "inherit", detached: true, env: { ...process.env, ...files, ...environment } })
      .on("error", reject)
      .on("close", (status) => {
        resolve(status ?? 1);
      });
  });
}

const addressesOf = (config: ResolvedClusterConfig) =>
  outputOf(config, "nodes", "CONTROL_PLANES to their addresses") as Record<string, string>;

/** The host of the APIs: the cluster's name, or the address of its load balancer as the state knows it. */
const apiHost = (config: ResolvedClusterConfig): string =>
  config.dns.hasName
    ? config.fqdn
    : (process.env["API_ADDRESS"] ?? String(outputOf(config, "load_balancer_address", "API_ADDRESS to it")));

function outputOf(config: ResolvedClusterConfig, output: string, insteadSet: string): unknown {
  const directory = new StackDirectory(config.name);
  try {
    return directory.output(output);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `the output ${output} of the stack is not known here: ${reason}\n` +
        `Run npm run synth and tofu -chdir=${directory.path} init with access to the state, or set ${insteadSet}.`,
    );
  }
}
