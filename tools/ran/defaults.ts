import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { DEFAULT_VERSIONS } from "../../constructs/config/releases";
import { asset } from "../../constructs/assets";
import { shippedDocuments } from "../../constructs/machine/shipped";

/** Something that a cluster gets whose file does not ask for another. */
export interface Default {
  readonly kind: "version" | "provider" | "image" | "file";
  /** For example Talos, openstack, registry.k8s.io/pause or patches/cluster.yaml. */
  readonly name: string;
  /** Its version, constraint or tag; of a file a hash of what it says, comments aside. */
  readonly value: string;
}

/** Where the chart's version stands. */
const CILIUM = "manifests/cilium-install.yaml";

/** Paths of the files that are shipped to the nodes. */
const shippedFiles = (): string[] =>
  ["patches", "manifests"].flatMap((folder) =>
    readdirSync(asset(folder))
      .sort()
      .map((file) => `${folder}/${file}`),
  );

/** All that has a default: versions, constraints of providers, images of the shipped manifests, the shipped files. */
export function defaults(): readonly Default[] {
  const files = shippedFiles();
  const images = files.flatMap((file) => valuesOf(shippedDocuments(file), "image"));
  return [
    { kind: "version", name: "Talos", value: DEFAULT_VERSIONS.talos },
    { kind: "version", name: "Kubernetes", value: DEFAULT_VERSIONS.kubernetes },
    { kind: "version", name: "Cilium", value: ciliumVersion() },
    { kind: "provider", name: "openstack", value: DEFAULT_VERSIONS.openstackProvider },
    { kind: "provider", name: "null", value: DEFAULT_VERSIONS.nullProvider },
    ...images.map((image): Default => ({ kind: "image", ...repositoryAndTag(image) })),
    ...files.map((file): Default => ({ kind: "file", name: file, value: hashOf(file) })),
  ];
}

/** A hash of what a shipped file says; its comments do not count. */
export const hashOf = (file: string): string =>
  createHash("sha256")
    .update(JSON.stringify(shippedDocuments(file)))
    .digest("hex")
    .slice(0, 12);

/** An image without its digest: a registry of one's own has builds of its own. */
export function repositoryAndTag(image: string): { readonly name: string; readonly value: string } {
  const [, name = image, value = ""] = /^([^@]+):([^:@/]+)(?:@.*)?$/.exec(image) ?? [];
  return { name, value };
}

/** The version of Cilium's chart that the shipped manifest installs. */
function ciliumVersion(): string {
  const entry = objectsIn(shippedDocuments(CILIUM)).find(({ name }) => name === "CILIUM_VERSION");
  if (typeof entry?.["value"] !== "string") throw new Error(`${CILIUM} has no text in the variable CILIUM_VERSION`);
  return entry["value"];
}

/** Every text under a key, at any depth. */
const valuesOf = (value: unknown, key: string): string[] =>
  objectsIn(value).flatMap(({ [key]: found }) => (typeof found === "string" ? [found] : []));

/** Every object in a document, at any depth. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}
