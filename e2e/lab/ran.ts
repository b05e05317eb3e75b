import { execFileSync } from "node:child_process";
import { gunzipSync } from "node:zlib";
import type { ClusterFile } from "../../constructs/config/cluster";
import { hashOf, repositoryAndTag } from "../../tools/ran/defaults";
import { type Ran, writeRecord } from "../../tools/ran/record";
import type { ClusterClient } from "../support/kubernetes";

interface Container {
  readonly image: string;
  readonly state: { readonly running?: object; readonly terminated?: { readonly exitCode: number } };
}

interface Pod {
  readonly status: { readonly containerStatuses?: Container[]; readonly initContainerStatuses?: Container[] };
}

/** Writes down what a cluster runs, as its nodes, its pods and its stack say it; see tools/ran. */
export async function recordVersions(client: ClusterClient, stack: string, file: ClusterFile): Promise<void> {
  const nodes = [...(await client.nodes()).values()].map(({ status }) => status.nodeInfo);
  const { terraform_version: tofu, provider_selections: selections } = JSON.parse(
    execFileSync("tofu", ["version", "-json"], { cwd: stack, encoding: "utf8" }),
  ) as { terraform_version: string; provider_selections: Record<string, string> };
  const cilium = await ciliumRelease(client);
  const ran: Ran = {
    talos: same(nodes.map(({ osImage }) => /\((v[^)]+)\)/.exec(osImage)?.[1] ?? osImage)),
    kubernetes: same(nodes.map(({ kubeletVersion }) => kubeletVersion)),
    tofu,
    providers: Object.fromEntries(
      Object.entries(selections).map(([address, version]) => [address.split("/").at(-1) ?? "", version]),
    ),
    ...(cilium === undefined ? {} : { cilium }),
    images: await imagesThatRan(client),
    files: Object.fromEntries(appliedFiles(file).map((name) => [name, hashOf(name)])),
  };
  writeRecord(file.cni?.kind ?? "cilium", ran);
}

/** The one version that all nodes have. */
function same(versions: readonly string[]): string {
  const [first = "", ...others] = [...new Set(versions)];
  if (others.length > 0) throw new Error(`the nodes differ: ${[first, ...others].join(", ")}`);
  return first;
}

/** Images whose containers run, or ended well. */
async function imagesThatRan(client: ClusterClient): Promise<string[]> {
  const { items } = JSON.parse(await client.kubectl("get", "pods", "-A", "-o", "json")) as { items: Pod[] };
  const images = items
    .flatMap(({ status }) => [...(status.containerStatuses ?? []), ...(status.initContainerStatuses ?? [])])
    .filter(({ state }) => state.running !== undefined || state.terminated?.exitCode === 0)
    .map(({ image }) => repositoryAndTag(image))
    .map(({ name, value }) => `${name}:${value}`);
  return [...new Set(images)].sort();
}

/** Version of the chart in Helm's newest release of Cilium; undefined if there is none. */
async function ciliumRelease(client: ClusterClient): Promise<string | undefined> {
  const releases = await client.kubectl(
    ...["-n", "kube-system", "get", "secrets", "-l", "owner=helm,name=cilium,status=deployed", "-o", "json"],
  );
  const [release] = (JSON.parse(releases) as { items: { data: { release: string } }[] }).items;
  if (release === undefined) return undefined;
  // Base64 by Kubernetes, around base64 and gzip by Helm.
  const packed = Buffer.from(Buffer.from(release.data.release, "base64").toString(), "base64");
  const { chart } = JSON.parse(gunzipSync(packed).toString()) as { chart: { metadata: { version: string } } };
  return chart.metadata.version;
}

/** The shipped files that a cluster file has applied. */
function appliedFiles({ cni, manifests }: ClusterFile): string[] {
  return [
    ...["patches/cluster.yaml", "patches/controlplane.yaml", "patches/worker.yaml"],
    ...((cni?.kind ?? "cilium") === "cilium" ? ["patches/cilium.yaml", "manifests/cilium-install.yaml"] : []),
    ...((manifests?.kubeletServingCertApprover ?? true) ? ["manifests/kubelet-serving-cert-approver.yaml"] : []),
    ...((manifests?.metricsServer ?? true) ? ["manifests/metrics-server.yaml"] : []),
  ];
}
