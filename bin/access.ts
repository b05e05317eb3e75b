import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { loadConfig } from "../constructs/load";
import { CLUSTER_VARIABLES, clusterFile } from "./lib/cluster-file";
import { command } from "./lib/command";
import { controlPlaneRows, reachOf, runScript } from "./lib/reach";

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

async function main(): Promise<void> {
  const { config } = loadConfig(clusterFile());
  const reach = reachOf(config, controlPlaneRows(config));
  const { files } = reach;
  const status = await runScript("restore-access", reach);
  process.exitCode = status;
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
