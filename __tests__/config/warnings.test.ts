import { configWarnings, stackWarnings } from "../../constructs/config/warnings";
import { parseFile } from "../../constructs/load";
import type { ClusterFile } from "../../constructs/config/cluster";
import { good } from "./good";

const pools: ClusterFile = { ...good, workers: { general: { count: 1, flavor: "m1.large" } } };
const controlPlane = good.controlPlane;
const talos = { apiVersion: "v1alpha1" };
const gates = { machine: { kubelet: { extraConfig: { featureGates: { UserNamespacesSupport: true } } } } };

function warnings(file: ClusterFile): readonly string[] {
  const { config, settings } = parseFile(file);
  return [...configWarnings(config), ...stackWarnings(settings)];
}

test("an ordinary cluster has no warnings", () => {
  expect(warnings(pools)).toEqual([]);
});

test.each([
  ["a registry's password", { machine: { registries: { config: { r: { auth: { username: "u", password: "p" } } } } } }],
  [
    "a passphrase of a volume",
    { ...talos, kind: "VolumeConfig", encryption: { keys: [{ static: { passphrase: "p" } }] } },
  ],
  ["a key of WireGuard", { machine: { network: { interfaces: [{ wireguard: { privateKey: "k" } }] } } }],
  ["a password of a proxy", { machine: { env: { https_proxy: "http://user:secret@proxy.example.org:3128" } } }],
  [
    "a key of an extension",
    { ...talos, kind: "ExtensionServiceConfig", name: "tailscale", environment: ["TS_AUTHKEY=tskey-1"] },
  ],
  ["a private key in a file", { machine: { files: [{ path: "/var/k", content: "-----BEGIN PRIVATE KEY-----" }] } }],
])("warns of %s in a patch, and does not repeat it", (_name, patch) => {
  const [warning, ...more] = warnings({ ...pools, patches: { global: [patch] } });
  expect(warning).toMatch(/^patches\.global\[0\]: [\w[\].]+ looks like a secret, .*patches\.secret/);
  expect(more).toEqual([]);
});

test("what is public in a patch is no warning", () => {
  const patch = {
    machine: {
      files: [{ path: "/var/ca.crt", content: "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t" }],
      env: { https_proxy: "http://proxy.example.org:3128" },
      registries: { mirrors: { "docker.io": { endpoints: ["https://mirror.example.org"] } } },
    },
  };
  expect(warnings({ ...pools, patches: { global: [patch] } })).toEqual([]);
});

test("a metadata service that is open on purpose is no warning where pods find no keys", () => {
  expect(warnings({ ...pools, talos: { metadataService: "open" } })).toEqual([]);
});

test.each<[string, Partial<ClusterFile>, RegExp]>([
  ["a newer Talos", { talos: { version: "v1.15.0" } }, /^talos.version: v1.15.0 is newer than 1.14/],
  [
    "a newer Kubernetes",
    { talos: { version: "v1.14.1" }, kubernetes: { version: "v1.38.0" } },
    /^kubernetes.version: v1.38.0/,
  ],
  [
    "a gate that is always on",
    { patches: { global: [gates] } },
    /^patches.global\[0\]: feature gate UserNamespacesSupport/,
  ],
  [
    "documentation networks",
    { access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["203.0.113.0/25"] } },
    /^access: /,
  ],
  ["a single control plane", { controlPlane: { ...controlPlane, count: 1 } }, /^controlPlane.count: one control plane/],
  [
    "control planes on one host",
    { controlPlane: { ...controlPlane, serverGroupPolicy: "none" } },
    /may take all control planes/,
  ],
  ["nowhere to run pods", { workers: {} }, /^workers: no node runs ordinary pods/],
  ["a state without lock", { state: { kind: "s3", bucket: "states", lockFile: false } }, /^state.lockFile: /],
  [
    "a state over http",
    { state: { kind: "s3", bucket: "states", endpoint: "http://s3.example.org" } },
    /^state.endpoint: /,
  ],
  [
    "a manifest of a branch",
    { manifests: { extra: ["https://example.org/main/a.yaml"] } },
    /^manifests.extra: .* not pinned/,
  ],
  [
    "pods that can read their node's machine config",
    { talos: { configDrive: false } },
    /^talos.metadataService: every pod can read the machine config of their node, .*; set talos.configDrive: true, or/,
  ],
  [
    "an older Talos, which cannot hinder them",
    { talos: { version: "v1.12.4" }, kubernetes: { version: "v1.35.0" } },
    /^talos.metadataService: .*; use Talos 1.13 or newer, or forbid/,
  ],
  [
    "pods on control planes that nothing keeps from the keys, even if the file says so",
    { talos: { metadataService: "open" }, controlPlane: { ...controlPlane, schedulable: true } },
    /^talos.metadataService: every pod can read the machine config of a control plane, which holds every key.*; remove /,
  ],
])("warns of %s", (_name, change, text) => {
  expect(warnings({ ...pools, ...change })).toEqual([expect.stringMatching(text)]);
});
