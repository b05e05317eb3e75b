import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadConfig } from "../constructs/load";
import type { ResolvedClusterConfig } from "../constructs/config/cluster";
import { scriptFiles } from "../constructs/core/local-exec";
import { apiEnvironment, nodeRow } from "../constructs/talos/cluster-api";
import { talosLibraries, talosScript } from "../constructs/talos/scripts";
import { CLUSTER_VARIABLES, clusterFile } from "./lib/cluster-file";
import { command } from "./lib/command";
import { StackDirectory } from "./lib/stack-directory";

/** The control planes' addresses as the state knows them: the Talos API wants to be told which node is meant. */
function controlPlaneAddresses(config: ResolvedClusterConfig): string[] {
  const given = process.env["CONTROL_PLANES"];
  if (given !== undefined) return given.split(/[\s,]+/);
  const addresses = outputOf(config, "nodes", "CONTROL_PLANES to their addresses") as Record<string, string>;
  return config.controlPlane.nodes.flatMap(({ name }) => addresses[name] ?? []);
}

/** The control planes as scripts know them; their addresses are what matters. */
const controlPlaneTable = (config: ResolvedClusterConfig): string =>
  controlPlaneAddresses(config)
    .map((address, i) => nodeRow({ name: `control-plane-${i}`, machineType: "controlplane", pool: "any", address }))
    .join("\n");

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

function expiry(certificateBase64: string): string {
  const certificate = new X509Certificate(Buffer.from(certificateBase64, "base64"));
  const days = Math.floor((Date.parse(certificate.validTo) - Date.now()) / 86_400_000);
  return `${new Date(certificate.validTo).toISOString()} (${days} days)`;
}

interface Talosconfig {
  context: string;
  contexts: Record<string, { crt: string }>;
}

interface Kubeconfig {
  users: { user: { "client-certificate-data": string } }[];
}

function main(): void {
  const { config } = loadConfig(clusterFile());
  const { talosconfig, kubeconfigs } = config.directories;
  const files = {
    TALOSCONFIG_FILE: join(talosconfig, "talosconfig"),
    KUBECONFIG_FILE: join(kubeconfigs, `kubeconfig-${config.fqdn}`),
  };
  const script = scriptFiles({
    script: talosScript("restore-access"),
    libraries: talosLibraries("nodes", "secrets", "talos", "kube"),
  })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const { status } = spawnSync("bash", ["-c", script], {
    stdio: "inherit",
    env: {
      ...process.env,
      ...files,
      ...apiEnvironment({
        cluster: config.name,
        endpoint: apiHost(config),
        secretsFile: join(talosconfig, "secrets.yaml"),
        contract: config.talos.contract,
        table: controlPlaneTable(config),
        podNetwork: true,
      }),
    },
  });
  process.exitCode = status ?? 1;
  if (status !== 0) return;
  const talos = parse(readFileSync(files.TALOSCONFIG_FILE, "utf8")) as Talosconfig;
  const kube = parse(readFileSync(files.KUBECONFIG_FILE, "utf8")) as Kubeconfig;
  console.log(`talosconfig expires ${expiry(talos.contexts[talos.context]?.crt ?? "")}`);
  console.log(`kubeconfig expires ${expiry(kube.users[0]?.user["client-certificate-data"] ?? "")}`);
}

void command(
  {
    usage: "npm run access",
    does: `Makes talosconfig and kubeconfig of the cluster anew from its secrets.yaml, on any machine, and says when
their certificates expire. Run it where the files are missing, or before they expire.`,
    example: "CLUSTER_FILE=blue.yaml npm run access",
    environment: {
      ...CLUSTER_VARIABLES,
      CONTROL_PLANES: "addresses of the control planes, where the state cannot be read (default: from the state)",
      API_ADDRESS: "address of an API that has no name, where the state cannot be read (default: from the state)",
    },
  },
  main,
);
