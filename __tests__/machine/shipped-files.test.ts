import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Json } from "../../constructs/config/json";
import { shippedDocuments, shippedPatches } from "../../constructs/machine/shipped";
import { keysOf, valuesAt } from "../support/machine";
import { ROOT } from "../support/root";

const names = (directory: string) => readdirSync(join(ROOT, directory)).map((file) => `${directory}/${file}`);
const patches = names("patches");
const manifests = names("manifests");
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const withoutComments = (file: string) => read(file).replace(/(^|\s)#.*$/gm, "");

describe.each([...patches, ...manifests])("%s", (file) => {
  test("is YAML without mistakes, each document a mapping", () => {
    const documents = parseAllDocuments(read(file));
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    for (const document of documents) expect(document.toJS()).toEqual(expect.any(Object));
  });

  test("holds no template: nothing stands between it and Talos", () => {
    expect(read(file)).not.toMatch(/[$%]\{|\{\{/);
  });

  test("says why, with a comment at the top", () => {
    expect(read(file)).toMatch(/^# /);
  });
});

describe.each(patches)("%s", (file) => {
  const documents = shippedDocuments(file);

  // Gone, locked or refused since Kubernetes 1.35 and 1.36, or by NodeRestriction; see docs/reports/from-the-post.md.
  test("sets no feature gate, no rbac and no node label", () => {
    const keys = documents.flatMap((document) => keysOf(document));
    expect(keys.filter((key) => /featureGates|feature-gates|features\.rbac|nodeLabels/.test(key))).toEqual([]);
    expect(withoutComments(file)).not.toMatch(/feature-gates/);
  });

  test("is a strategic merge patch, not a list of operations", () => {
    for (const document of documents) expect(Array.isArray(document)).toBe(false);
  });
});

describe.each(manifests)("%s", (file) => {
  test("fetches nothing that changes by itself", () => {
    const images = withoutComments(file).match(/\bimage: \S+/g) ?? [];
    const urls = withoutComments(file).match(/\bhttps?:\/\/\S+/g) ?? [];
    expect(images.filter((image) => !/:v?\d+\.\d+\.\d+(@sha256:[0-9a-f]{64})?$/.test(image))).toEqual([]);
    expect([...images, ...urls].filter((what) => /latest|\/(main|master|HEAD)\b/.test(what))).toEqual([]);
  });

  test("names each object once", () => {
    const objects = shippedDocuments(file).map((document) => {
      const { kind, metadata } = document as { kind: string; metadata: { name: string; namespace?: string } };
      return [kind, metadata.namespace ?? "", metadata.name].join(" ");
    });
    expect(new Set(objects).size).toBe(objects.length);
  });
});

const value = (path: string): Json | undefined => valuesAt(shippedPatches("controlplane"), path)[0];

test("patches/cluster.yaml says nothing about the cluster, so that workers can take it whole", () => {
  expect(shippedPatches("cluster").map((patch) => Object.keys(patch as object))).toEqual([["machine"]]);
});

test("patches/worker.yaml is a guard and nothing else", () => {
  expect(shippedPatches("worker")).toEqual([{ machine: { type: "worker" } }]);
});

describe("patches/controlplane.yaml", () => {
  test("is refused by a worker's config, by its type", () => {
    expect(value("machine.type")).toBe("controlplane");
  });

  // A rule of level None without a condition would silence every rule after it.
  test("audits every request but those for health", () => {
    const { rules } = value("cluster.apiServer.auditPolicy") as unknown as {
      rules: { level: string; nonResourceURLs?: string[] }[];
    };
    expect(rules.at(-1)).toEqual({ level: "Metadata" });
    for (const rule of rules.filter(({ level }) => level === "None")) {
      expect(Object.keys(rule)).toEqual(["level", "nonResourceURLs"]);
      expect(rule.nonResourceURLs).not.toContain("*");
    }
  });
});
