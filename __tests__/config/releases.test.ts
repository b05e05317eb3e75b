import {
  contractOf,
  DEFAULT_VERSIONS,
  fateOfGate,
  isTooOldTalos,
  isUnknownTalos,
  unfitKubernetes,
} from "../../constructs/config/releases";

test("the default versions are known and go together", () => {
  const { talos, kubernetes } = DEFAULT_VERSIONS;
  expect([isTooOldTalos(talos), isUnknownTalos(talos), unfitKubernetes(talos, kubernetes)]).toEqual([
    false,
    false,
    undefined,
  ]);
});

test.each([
  ["v1.12.3", "v1.12"],
  ["v1.13.9", "v1.13"],
  ["v1.14.0-beta.1", "v1.13"],
  ["v1.20.0", "v1.13"],
])("machine configs of Talos %s are written by the contract %s", (talos, contract) => {
  expect(contractOf(talos)).toBe(contract);
});

test.each([
  ["UserNamespacesPodSecurityStandards", "v1.34.9", undefined],
  ["UserNamespacesPodSecurityStandards", "v1.35.0", "gone"],
  ["UserNamespacesSupport", "v1.35.9", undefined],
  ["UserNamespacesSupport", "v1.37.0", "locked to true"],
  ["toString", "v1.37.0", undefined],
])("feature gate %s in Kubernetes %s is %s", (gate, kubernetes, fate) => {
  expect(fateOfGate(gate, kubernetes)?.fate).toBe(fate);
});
