import type { ClusterFile } from "../../constructs/config/cluster";
import { nodePatches } from "../../constructs/machine/node-patches";
import { pool } from "../support/clusters";
import { config } from "../support/synth";

type Pool = NonNullable<ClusterFile["workers"]>[string];

/** The patches of a pool's node, without its name's. */
function own(changes: Partial<Pool>, index = 0, rest: Partial<ClusterFile> = {}) {
  const [general] = config({ workers: { general: pool(changes) }, ...rest }).workers;
  const node = general?.nodes[index];
  if (general === undefined || node === undefined) throw new Error("no node");
  return nodePatches(general, node).slice(1);
}

test("a node is called like its server, by the document that does not conflict with gen config's own", () => {
  const [general] = config({ workers: { general: pool() } }).workers;
  const [, second] = general?.nodes ?? [];
  expect(general && second && nodePatches(general, second)[0]).toEqual({
    apiVersion: "v1alpha1",
    kind: "HostnameConfig",
    hostname: "demo-general-1",
    auto: "off",
  });
});

test("a plain pool adds nothing", () => {
  expect(own({})).toEqual([]);
});

test("labels and annotations are the file's", () => {
  expect(own({ labels: { "example.org/disk": "fast" }, annotations: { "example.org/owner": "team" } })).toEqual([
    {
      machine: { nodeLabels: { "example.org/disk": "fast" }, nodeAnnotations: { "example.org/owner": "team" } },
    },
  ]);
});

test("taints come with the kubelet, since a worker may not change them afterwards", () => {
  const taints = [
    { key: "example.org/gpu", value: "yes", effect: "NoSchedule" },
    { key: "example.org/gpu", effect: "NoExecute" },
  ] as const;
  expect(own({ taints: [...taints] })).toEqual([
    { machine: { kubelet: { extraConfig: { registerWithTaints: taints } } } },
  ]);
});

test("patches come in the order pool, node", () => {
  const [first, second] = [{ machine: { env: { A: "pool" } } }, { machine: { env: { A: "node" } } }];
  const patches = { nodes: { "demo-general-1": [second] } };
  expect(own({ patches: [first] }, 1, { patches })).toEqual([first, second]);
  expect(own({ patches: [first] }, 0, { patches })).toEqual([first]);
});
