import type { ClusterFile } from "../../constructs/config/cluster";
import { nodeServices } from "../../constructs/machine/node-services";
import { config } from "../support/synth";

const services = (changes: Partial<ClusterFile>): string[] =>
  nodeServices(config(changes)).map(
    ({ name, protocol, ports = [] }) => `${name} ${[protocol, ...new Set(ports)].join(" ")}`,
  );

test("a cluster without further wishes needs nothing further", () => {
  expect(services({})).toEqual([]);
});

describe("Cilium's values", () => {
  test.each([
    ["geneve", { tunnelProtocol: "geneve" }, ["cilium-geneve udp 6081"]],
    ["a port of the tunnel", { tunnelPort: 8473 }, ["cilium-tunnel udp 8473"]],
    ["a port of geneve", { tunnelProtocol: "geneve", tunnelPort: "6082" }, ["cilium-geneve udp 6082"]],
    ["wireguard", { encryption: { enabled: true, type: "wireguard" } }, ["cilium-wireguard udp 51871"]],
    ["encryption without a type", { encryption: { enabled: true } }, ["cilium-ipsec esp"]],
    ["encryption that is off", { encryption: { enabled: false, type: "wireguard" } }, []],
    [
      "mutual authentication",
      { authentication: { mutual: { port: 4251, spire: { enabled: true } } } },
      ["cilium-authentication tcp 4251"],
    ],
    ["metrics of the agents", { prometheus: { enabled: true } }, ["cilium-metrics tcp 9962"]],
    ["metrics of the operator", { operator: { prometheus: { enabled: true } } }, ["cilium-operator-metrics tcp 9963"]],
    ["metrics of Envoy", { envoy: { prometheus: { enabled: true } } }, ["cilium-envoy-metrics tcp 9964"]],
    ["metrics of Hubble", { hubble: { metrics: { enabled: ["dns"] } } }, ["hubble-metrics tcp 9965"]],
  ] as const)("open what they need: %s", (_, values, expected) => {
    // Through JSON, since a cluster file is no constant of a program.
    const written = JSON.parse(JSON.stringify(values)) as Record<string, never>;
    expect(services({ cni: { cilium: { values: written } } })).toEqual(expected);
  });

  test("are without effect for another pod network", () => {
    expect(services({ cni: { kind: "flannel", cilium: { values: { tunnelProtocol: "geneve" } } } })).toEqual([]);
  });
});

describe("KubeSpan opens its port", () => {
  const inConfig = { machine: { network: { kubespan: { enabled: true } } } };
  const document = { apiVersion: "v1alpha1", kind: "KubeSpanConfig", enabled: true };

  test.each([
    ["in the machine config", { patches: { global: [inConfig] } }],
    ["as a document", { patches: { worker: [document] } }],
    ["of one pool", { workers: { edge: { count: 1, flavor: "m1.large", patches: [inConfig] } } }],
    ["of one node", { patches: { nodes: { "demo-control-plane-0": [document] } } }],
  ] as const)("%s", (_, changes) => {
    expect(services(changes as Partial<ClusterFile>)).toEqual(["kubespan udp 51820"]);
  });

  test("not when it is off", () => {
    expect(services({ patches: { global: [{ ...document, enabled: false }] } })).toEqual([]);
  });
});

test("the file's own ports are open too", () => {
  const access = { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] };
  const nodes = [{ port: 9100 }, { port: 7000, endPort: 7010, protocol: "udp" as const }];
  expect(services({ access: { ...access, nodes } })).toEqual([
    "own-tcp-9100 tcp 9100",
    "own-udp-7000-7010 udp 7000 7010",
  ]);
});
