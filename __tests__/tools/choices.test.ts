import { readFileSync } from "node:fs";
import { asset } from "../../constructs/assets";
import type { ClusterFile } from "../../constructs/config/cluster";
import { allChoices, choicesOf } from "../../tools/choices/choices";
import { combinationOf } from "../../tools/choices/combination";
import { readChoices } from "../../tools/choices/record";
import { choicesReport, unexplained } from "../../tools/choices/report";

const FILE: ClusterFile = {
  name: "demo",
  domain: "example.org",
  network: { create: { externalNetwork: "public" } },
  loadBalancer: { flavor: "s", image: "debian-12", keyPair: "ops" },
  dns: { kind: "designate" },
  access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] },
  controlPlane: { flavor: "l" },
};

test("every choice of a cluster file was applied by a story, or has a reason why not", () => {
  expect(unexplained(readChoices())).toEqual([]);
});

test("the table is the one that the record gives", () => {
  expect(readFileSync(asset("docs/reports/choices.md"), "utf8")).toBe(choicesReport(readChoices()));
});

test("the record names nothing that a cluster file cannot choose", () => {
  const all = new Set(allChoices());
  const recorded = Object.values(readChoices()).flatMap(({ choices }) => choices);
  expect(recorded.filter((choice) => !all.has(choice))).toEqual([]);
});

test("a choice without a story and without a reason is named, and so is a reason for nothing", () => {
  const [first = "", ...others] = allChoices();
  const story = {
    on: "2026-01-01",
    talos: "",
    kubernetes: "",
    tofu: "",
    openstack: "",
    combinations: [],
    choices: others,
  };
  expect(unexplained({ story }, { gone: "no such key" })).toEqual([
    expect.stringContaining(`${first} was applied by no story`),
    expect.stringContaining("excuses gone"),
  ]);
  expect(unexplained({ story }, { [first]: "the lab has none" })).toEqual([]);
});

test("a file chooses what it says, and the defaults of keys with few values", () => {
  const chosen = choicesOf({
    ...FILE,
    workers: { a: { count: 1, flavor: "l", volumes: [{ name: "d", sizeGiB: 1 }] } },
  });
  expect(chosen).toEqual(
    expect.arrayContaining([
      "network.create.externalNetwork",
      "dns.kind: designate",
      "loadBalancer.kind: haproxy",
      "loadBalancer(haproxy).securityUpdates: true",
      "cni.cilium.install: true",
      "workers.<name>.volumes[].keep: true",
    ]),
  );
  expect(chosen).not.toContain("network.create.cidr");
  expect(chosen).not.toContain("dns.kind: none");
});

test("what has no effect in a file is not chosen by it", () => {
  const chosen = choicesOf({ ...FILE, cni: { kind: "none" }, image: { name: "talos" } });
  expect(chosen.filter((choice) => /^(cni|image)\./.test(choice))).toEqual(["image.name", "cni.kind: none"]);
});

test("a combination says the kinds of a file and how many nodes it has", () => {
  expect(combinationOf(FILE)).toEqual({
    nodes: "3",
    image: "factory",
    network: "create",
    loadBalancer: "haproxy",
    dns: "designate",
    cni: "cilium",
    state: "local",
  });
  expect(
    combinationOf({
      ...FILE,
      controlPlane: { count: 1, flavor: "l" },
      workers: { a: { count: 2, flavor: "l" }, b: { count: 0, flavor: "l" } },
      network: { id: "7b9a3f0e-7d38-4d5c-9a4e-4a4b0d0e2f11" },
      image: { file: "talos.img" },
      loadBalancer: { flavor: "s", image: "d", keyPair: "o", network: "front", bastion: { host: "192.0.2.1" } },
    }),
  ).toMatchObject({ nodes: "1 + 2 + 0", image: "file", network: "id", loadBalancer: "haproxy, own network, bastion" });
});
