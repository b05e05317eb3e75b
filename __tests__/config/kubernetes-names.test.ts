import { isLabelValue, isQualifiedName, nodeRestriction } from "../../constructs/config/kubernetes-names";

test.each([
  "disk",
  "example.org/disk",
  "node.kubernetes.io/pool",
  "sub.node.kubernetes.io/pool",
  "kubelet.kubernetes.io/pool",
  "topology.kubernetes.io/zone",
  "kubernetes.io/os",
  "notkubernetes.io/pool",
])("a kubelet may set %s on its node", (key) => {
  expect(nodeRestriction(key)).toBeUndefined();
});

test.each([
  ["node-role.kubernetes.io/worker", /remove it: the role label of workers is set after the bootstrap/],
  ["node-role.kubernetes.io/gpu", /a domain of your own/],
  ["node-restriction.kubernetes.io/pool", /NodeRestriction/],
  ["kubernetes.io/role", /NodeRestriction/],
  ["example.k8s.io/pool", /NodeRestriction/],
])("a kubelet may not set %s", (key, message) => {
  expect(nodeRestriction(key)).toMatch(message);
});

test.each([
  ["disk", true],
  ["example.org/disk", true],
  ["example.org/a/b", false],
  ["Example.org/disk", false],
  [`example.org/${"a".repeat(64)}`, false],
])("whether %s is a key of a label: %s", (key, expected) => {
  expect(isQualifiedName(key)).toBe(expected);
});

test.each([
  ["", true],
  ["fast_1.2", true],
  ["-fast", false],
  ["two words", false],
])("whether %j is a value of a label: %s", (value, expected) => {
  expect(isLabelValue(value)).toBe(expected);
});
