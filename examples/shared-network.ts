/**
 * Two clusters in one network that the stack makes: `node --import tsx examples/shared-network.ts`.
 *
 * Their address ranges for pods and services may be the same; they meet nowhere.
 */
import { App, LocalBackend, TerraformStack } from "cdktf";
import {
  type ClusterConfig,
  CreatedNetwork,
  NullProvider,
  OpenstackProvider,
  parseConfig,
  TalosCluster,
} from "../constructs";

/** What both clusters have in common; the same keys as in cluster.yaml. */
const common = {
  domain: "k8s.example.org",
  network: { cidr: "10.20.0.0/16" },
  loadBalancer: { flavor: "m1.small", image: "debian-12", keyPair: "ops" },
  dns: { kind: "external" },
  access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] },
  controlPlane: { flavor: "m1.large" },
} as const satisfies Partial<ClusterConfig>;

const app = new App();
const stack = new TerraformStack(app, "shared-network");
new LocalBackend(stack, { path: "../../../terraform.shared-network.tfstate" });
new OpenstackProvider(stack, "openstack");
new NullProvider(stack, "null");

const network = new CreatedNetwork(stack, "network", {
  name: "clusters",
  cidr: common.network.cidr,
  externalNetwork: "public",
});
for (const name of ["blue", "green"]) {
  new TalosCluster(stack, name, { config: parseConfig({ ...common, name }), network });
}

app.synth();
