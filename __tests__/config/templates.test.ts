import { templatesIn } from "../../constructs/config/templates";
import { parseFile } from "../../constructs/load";
import { pool } from "../support/clusters";
import { good } from "./good";

const paths = (raw: unknown) => [...templatesIn(raw)].map(({ path }) => path.join("."));

test.each<[string, object, string]>([
  ["a value", { openstack: { tags: ["${a}"] } }, "openstack.tags.0"],
  ["a directive", { controlPlane: { flavor: "%{ if true }" } }, "controlPlane.flavor"],
  ["a key of a mapping", { image: { properties: { 'x${file("/etc/hostname")}': "y" } } }, "image.properties.x${file"],
  ["a value of a mapping", { image: { properties: { a: "${a}" } } }, "image.properties.a"],
  ["the name of a pool", { workers: { "${a}": pool() } }, "workers.${a}"],
  ["one kind of a section", { dns: { kind: "rfc2136", server: "${a}" } }, "dns.server"],
  ["the kind that needs no name", { loadBalancer: { flavor: "${a}" } }, "loadBalancer.flavor"],
  ["what no schema knows", { unknown: { deep: ["${a}"] } }, "unknown.deep.0"],
])("is found in %s", (_name, file, path) => {
  expect(paths({ ...good, ...file })).toEqual([expect.stringContaining(path)]);
});

test.each<[string, object]>([
  ["patches", { patches: { global: [{ "${a}": "${b}" }], nodes: { n: [[{ a: ["${b}"] }]] } } }],
  ["the control plane's patches", { controlPlane: { flavor: "a", patches: [{ a: "${b}" }] } }],
  ["Helm values", { cni: { cilium: { values: { "${a}": ["${b}"] } } } }],
  [
    "labels, annotations and taints",
    {
      workers: {
        general: pool({
          labels: { "${a}": "${b}" },
          annotations: { a: "${b}" },
          taints: [{ key: "${a}", value: "${b}", effect: "NoSchedule" }],
        }),
      },
    },
  ],
  ["kernel arguments", { image: { schematic: { kernelArgs: ["a=${b}"] } } }],
])("may stand in %s, which are escaped", (_name, file) => {
  expect(paths({ ...good, ...file })).toEqual([]);
});

test("is found in a section that the schema refuses for another reason", () => {
  const parse = () => parseFile({ ...good, controlPlane: { flavor: "${a}", cuont: 3 } as typeof good.controlPlane });
  expect(parse).toThrow(/controlPlane\.flavor: must not contain/);
});
