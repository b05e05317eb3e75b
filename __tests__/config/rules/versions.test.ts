import { parseConfig } from "../../../constructs/load";
import { good } from "../good";

const parse = (talos: string, kubernetes: string) => () =>
  parseConfig({ ...good, talos: { version: talos }, kubernetes: { version: kubernetes } });

test.each([
  ["v1.12.0", "v1.30.0"],
  ["v1.12.11", "v1.35.9"],
  ["v1.13.0-rc.1", "v1.31.0"],
  ["v1.13.9", "v1.36.3"],
  ["v1.14.0", "v1.37.0-rc.0"],
  ["v1.14.0", "v1.38.0"],
  ["v1.15.0", "v1.39.0"],
])("Talos %s runs Kubernetes %s", (talos, kubernetes) => {
  expect(parse(talos, kubernetes)).not.toThrow();
});

test.each([
  ["v1.11.6", "v1.34.1", /talos.version: must be 1.12, 1.13, 1.14 or newer/],
  ["v1.12.0", "v1.29.9", /Talos 1.12 runs Kubernetes 1.30 to 1.35; got v1.29.9/],
  ["v1.12.0", "v1.36.0", /Talos 1.12 runs Kubernetes 1.30 to 1.35; got v1.36.0/],
  ["v1.13.9", "v1.38.0", /Talos 1.13 runs Kubernetes 1.31 to 1.36/],
  ["v1.14.0", "v1.31.9", /Talos 1.14 runs Kubernetes 1.32 to 1.37/],
])("fails on Talos %s with Kubernetes %s", (talos, kubernetes, message) => {
  expect(parse(talos, kubernetes)).toThrow(message);
});
