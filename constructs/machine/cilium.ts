import type { ResolvedClusterConfig } from "../config/cluster";
import type { Json } from "../config/json";
import { nodeCount } from "../config/nodes";
import { isMapping } from "../config/reader/key-path";
import { sha256 } from "./sha256";
import { shippedDocuments } from "./shipped";

/** The sections that decide how Cilium is installed. */
export type CiliumSections = Pick<ResolvedClusterConfig, "cni" | "controlPlane" | "workers">;

interface InstallJob {
  kind: string;
  metadata: { name: string };
  spec: {
    selector: { matchLabels: Record<string, string> };
    template: {
      metadata: { labels: Record<string, string> };
      spec: { containers: { image: string; env: { name: string; value: string }[] }[] };
    };
  };
}

/** Label by which the Job knows its pods; the Job selects by hand, see the manifest. */
const INSTANCE = "app.kubernetes.io/instance";

/**
 * The manifest that installs Cilium, with version and values of the cluster file.
 *
 * A Job cannot be changed, so its name holds a hash of its content: another version or value is another Job.
 * https://github.com/siderolabs/talos/issues/11603
 */
export function ciliumInstall(config: CiliumSections): Json[] {
  const documents = structuredClone([...shippedDocuments("manifests/cilium-install.yaml")]);
  const job = documents.find((document) => (document as { kind?: string }).kind === "Job") as unknown as InstallJob;
  const { version, chart, helmImage, values } = config.cni.cilium;
  for (const container of job.spec.template.spec.containers) {
    container.image = helmImage ?? container.image;
    for (const variable of container.env) {
      if (variable.name === "CILIUM_VERSION" && version !== undefined) variable.value = version.replace(/^v/, "");
      if (variable.name === "CILIUM_CHART" && chart !== undefined) variable.value = chart;
      if (variable.name === "CILIUM_VALUES") {
        // The operator's two replicas keep off each other's node; with one node the second would never run.
        const small: Json = nodeCount(config) === 1 ? { operator: { replicas: 1 } } : {};
        variable.value = JSON.stringify(merge(merge(JSON.parse(variable.value) as Json, small), values));
      }
    }
  }
  const name = `cilium-install-${sha256(JSON.stringify(job.spec)).slice(0, 8)}`;
  job.metadata.name = name;
  job.spec.selector.matchLabels[INSTANCE] = name;
  job.spec.template.metadata.labels[INSTANCE] = name;
  return documents;
}

/** Helm's way: maps are merged, everything else is replaced. */
function merge(base: Json, over: Json): Json {
  if (!isMapping(base) || !isMapping(over)) return over;
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(over)])].map((key) => {
      const [old, added] = [base[key], over[key]];
      return [key, added === undefined ? (old ?? null) : old === undefined ? added : merge(old, added)];
    }),
  );
}
