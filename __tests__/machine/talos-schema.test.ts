import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { MACHINE_CONFIG_TALOS } from "../../constructs/config/releases";
import { talosKinds, undecodable } from "../../constructs/machine/talos-schema";
import { ROOT } from "../support/root";
import { fileWith } from "../support/synth";

const said = (document: unknown, kind = ""): readonly string[] =>
  Array.from(undecodable(document, kind), ({ path, message }) => `${path.join(".")}: ${message.split(";")[0] ?? ""}`);

const documents = (file: string): readonly unknown[] =>
  parseAllDocuments(readFileSync(join(ROOT, "patches", file), "utf8")).map((document) => document.toJS() as unknown);

test.each(readdirSync(join(ROOT, "patches")))(
  "the shipped patches/%s says nothing that Talos does not know",
  (file) => {
    expect(documents(file).flatMap((document) => said(document))).toEqual([]);
  },
);

test("is of the Talos that the command reads", () => {
  const module = readFileSync(join(ROOT, "tools", "talos-schema", "go.mod"), "utf8");
  expect(module).toContain(`machinery ${MACHINE_CONFIG_TALOS}\n`);
  expect(talosKinds()).toEqual(expect.arrayContaining(["HostnameConfig", "ImageVerificationConfig", "VolumeConfig"]));
});

test("what Talos' decoder takes is taken: scalars as text, nothing, old booleans, keys without documentation", () => {
  const sysctls = { a: 1, b: true, c: "d", e: null };
  const network = { interfaces: [{ interface: "eth0", dhcp: "yes" }] };
  expect(said({ machine: { sysctls, network, env: null, kubelet: { extraConfig: { anything: [1] } } } })).toEqual([]);
  expect(said({ cluster: { etcd: { extraArgs: { a: ["b"], c: "d" } } } })).toEqual([]);
});

test("what is deleted is not looked at", () => {
  expect(said({ machine: { sysctls: { $patch: "delete" }, files: [{ paths: "/a", $patch: "delete" }] } })).toEqual([]);
});

test("slips are found in keys and in types, however deep", () => {
  const install = { dsik: "/dev/vda", wipe: "maybe", extraKernelArgs: "quiet" };
  expect(said({ machine: { install, files: [{ permissions: "0o644" }] } })).toEqual([
    'machine.install.dsik: Talos knows no key "dsik" here',
    "machine.install.wipe: must be true or false for Talos",
    "machine.install.extraKernelArgs: must be a list for Talos",
    "machine.files.0.permissions: must be a whole number for Talos",
  ]);
  expect(said({ kind: "VolumeConfig", provisoning: {} }, "VolumeConfig")).toEqual([
    'provisoning: Talos knows no key "provisoning" here',
  ]);
});

test("a Talos that is newer than the schema may know more", () => {
  const patches = { global: [{ machine: { ofTomorrow: true } }] };
  const ofToday = { talos: { version: "v1.13.9" }, patches };
  expect(() => fileWith(ofToday)).toThrow(/ofTomorrow/);
  expect(() => fileWith({ ...ofToday, talos: { version: "v1.14.0" } })).not.toThrow();
});
