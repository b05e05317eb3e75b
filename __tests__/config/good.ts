import type { ClusterFile } from "../../constructs/config/cluster";

/** The least that a cluster needs, as in fixtures/minimal.yaml. */
export const good: ClusterFile = {
  name: "demo",
  domain: "k8s.example.org",
  network: { name: "nodes" },
  loadBalancer: { flavor: "m1.small", image: "debian-12", keyPair: "demo" },
  dns: { kind: "external" },
  access: { kubernetesApi: ["10.0.0.0/8"], talosApi: ["10.0.0.0/8"] },
  controlPlane: { flavor: "m1.large" },
};
