import type { ClusterFile } from "../../constructs/config/cluster";
import { rolePatches } from "../../constructs/machine/role-patches";
import { good } from "../config/good";
import { pool } from "../support/clusters";
import { keysOf, manifestsOf, objectsOf, patchesOf, valuesAt } from "../support/machine";
import { config } from "../support/synth";

const controlPlane = (changes: Partial<ClusterFile> = {}) => rolePatches(config(changes), "controlplane");
const worker = (changes: Partial<ClusterFile> = {}) => rolePatches(config(changes), "worker");

describe("what a worker gets", () => {
  test.each(["cilium", "flannel", "none"] as const)("has nothing of a control plane with %s", (kind) => {
    const cluster = config({
      cni: { kind },
      manifests: { extra: ["https://example.org/v1.0.0/a.yaml"] },
      workers: { general: pool() },
    });
    const [first] = cluster.workers;
    const keys = (first ? patchesOf(cluster, first) : []).flatMap((patch) => keysOf(patch));
    expect(keys).toContain("machine.type");
    const foreign =
      /apiServer|adminKubeconfig|inlineManifests|extraManifests|proxy|\bcni\b|kubernetesTalosAPIAccess|etcd|scheduler|controllerManager|allowScheduling/;
    expect(keys.filter((key) => foreign.test(key))).toEqual([]);
  });

  test("is what every node gets, and the worker's own", () => {
    expect(valuesAt(worker(), "machine.type")).toEqual(["worker"]);
    expect(valuesAt(worker(), "machine.sysctls")).toHaveLength(1);
  });
});

test.each(["controlplane", "worker"] as const)("the networks of the file reach a %s", (machineType) => {
  const patches = rolePatches(
    config({ kubernetes: { podCidr: "10.128.0.0/14", serviceCidr: "10.112.0.0/16" } }),
    machineType,
  );
  expect(valuesAt(patches, "cluster.network")[0]).toEqual({
    podSubnets: ["10.128.0.0/14"],
    serviceSubnets: ["10.112.0.0/16"],
  });
});

describe("the pod network", () => {
  test.each([
    ["cilium", ["none"], [true]],
    ["flannel", [], []],
    ["none", ["none"], []],
  ] as const)("for %s has the CNI %j and kube-proxy disabled %j on control planes", (kind, cni, disabled) => {
    const patches = controlPlane({ cni: { kind } });
    expect(valuesAt(patches, "cluster.network.cni.name")).toEqual(cni);
    expect(valuesAt(patches, "cluster.proxy.disabled")).toEqual(disabled);
  });
});

describe("control planes", () => {
  test("run ordinary pods only if the file says so", () => {
    const allowed = (schedulable: boolean) =>
      valuesAt(
        controlPlane({ controlPlane: { ...good.controlPlane, schedulable } }),
        "cluster.allowSchedulingOnControlPlanes",
      );
    expect([allowed(false), allowed(true)]).toEqual([[], [true]]);
  });

  test("apply the manifests of the file by their addresses", () => {
    const extra = ["https://example.org/v1.0.0/a.yaml"];
    expect(valuesAt(controlPlane({ manifests: { extra } }), "cluster.extraManifests")).toEqual([extra]);
    expect(valuesAt(controlPlane(), "cluster.extraManifests")).toEqual([]);
  });

  test("apply no manifest when the file wants none", () => {
    const none = { kubeletServingCertApprover: false, metricsServer: false };
    expect(valuesAt(controlPlane({ manifests: none, cni: { kind: "none" } }), "cluster.inlineManifests")).toEqual([]);
  });
});

describe("inline manifests", () => {
  const wanted = (changes: Partial<ClusterFile>) => [...manifestsOf(controlPlane(changes)).keys()];

  test.each([
    [{}, ["kubelet-serving-cert-approver", "metrics-server", "cilium-install"]],
    [{ cni: { kind: "flannel" } }, ["kubelet-serving-cert-approver", "metrics-server"]],
    [{ cni: { cilium: { install: false } } }, ["kubelet-serving-cert-approver", "metrics-server"]],
    [{ manifests: { metricsServer: false } }, ["kubelet-serving-cert-approver", "cilium-install"]],
    [{ manifests: { kubeletServingCertApprover: false } }, ["metrics-server", "cilium-install"]],
  ] as const)("of %j are %j", (changes, names) => {
    expect(wanted(changes)).toEqual(names);
  });

  test("have names of their own, since Talos refuses one that is there twice", () => {
    const all = valuesAt(controlPlane(), "cluster.inlineManifests").flat() as { name: string }[];
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  test("carry no comments, user data is small", () => {
    for (const [name, contents] of manifestsOf(controlPlane())) {
      expect([name, contents.match(/^\s*#.*/gm)]).toEqual([name, null]);
    }
  });

  // Before 1.13 Talos makes a Job that has vanished anew, and refuses one that has changed.
  test("hold a Job in the installation of Cilium only", () => {
    const withJobs = [...manifestsOf(controlPlane())].filter(([, text]) =>
      objectsOf(text).some(({ kind }) => kind === "Job"),
    );
    expect(withJobs.map(([name]) => name)).toEqual(["cilium-install"]);
  });
});

describe("patches of the file", () => {
  const global = { machine: { time: { disabled: true } } };
  const own = { machine: { env: { ROLE: "own" } } };

  test("come after the shipped ones, the role's after the global", () => {
    expect(controlPlane({ patches: { global: [global], controlPlane: [own] } }).slice(-2)).toEqual([global, own]);
    expect(worker({ patches: { global: [global], worker: [own] } }).slice(-2)).toEqual([global, own]);
  });

  test("of one role do not reach the other", () => {
    expect(worker({ patches: { controlPlane: [own] } })).toEqual(worker());
    expect(controlPlane({ patches: { worker: [own] } })).toEqual(controlPlane());
  });

  test("of several documents are taken apart, in order", () => {
    expect(worker({ patches: { global: [[global, own]] } }).slice(-2)).toEqual([global, own]);
  });
});
