/**
 * Two clusters in a stack of your own: `node --import tsx examples/two-clusters.ts`.
 *
 * `TalosCluster` makes no provider, backend, variable or output; those are yours.
 */
import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { type ClusterConfig, NullProvider, OpenstackProvider, parseConfig, TalosCluster } from "../constructs";

/** What both clusters have in common; the same keys as in cluster.yaml. */
const common = {
  domain: "k8s.example.org",
  network: { create: { externalNetwork: "public" } },
  loadBalancer: { flavor: "m1.small", image: "debian-12", keyPair: "ops" },
  dns: { kind: "designate", zone: "example.org" },
  access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] },
  controlPlane: { flavor: "m1.large" },
} as const satisfies Partial<ClusterConfig>;

const app = new App();
const stack = new TerraformStack(app, "two-clusters");
new LocalBackend(stack, { path: "../../../terraform.two-clusters.tfstate" });
new OpenstackProvider(stack, "openstack");
new NullProvider(stack, "null");

for (const [name, count] of Object.entries({ blue: 2, green: 5 })) {
  const config = parseConfig({ ...common, name, workers: { general: { count, flavor: "m1.large" } } });
  const cluster = new TalosCluster(stack, name, { config });
  new TerraformOutput(stack, `${name}-nodes`, {
    value: Object.fromEntries(cluster.nodes.map((node) => [node.name, node.address])),
  });
}

app.synth();
