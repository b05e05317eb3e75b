import { isMapping } from "./reader/key-path";
import { type ClusterConfig, clusterSchema, type ParsedClusterConfig } from "./schema";
import { explain, type Finding, words } from "./reader/schema-problems";

/** A top-level key of the cluster file. */
export type Section = Exclude<keyof ParsedClusterConfig, "$schema">;

/** Every top-level key of the cluster file. */
export const ALL_SECTIONS = Object.keys(clusterSchema.shape).filter((key) => key !== "$schema") as Section[];

/** The cluster file after the schema: valid in every section, the broken ones replaced by something harmless. */
export interface ParsedSections {
  readonly parsed: ParsedClusterConfig;
  readonly findings: readonly Finding[];
  /** Sections that the schema refused; rules that need them must not run. */
  readonly broken: ReadonlySet<Section>;
}

/** Small, valid, and in nobody's way: takes the place of sections that the schema refused; the others have defaults. */
const STAND_IN: ClusterConfig = {
  name: "x",
  domain: "x",
  network: { name: "x" },
  loadBalancer: { flavor: "x", image: "x", keyPair: "x" },
  dns: { kind: "external" },
  access: { kubernetesApi: ["192.0.2.0/24"], talosApi: ["192.0.2.0/24"] },
  controlPlane: { flavor: "x" },
};

/** Parses a cluster file so that a mistake in one section does not hide those in the others. */
export function parseSections(raw: unknown): ParsedSections {
  const first = clusterSchema.safeParse(raw, { error: words });
  if (first.success) return { parsed: first.data, findings: [], broken: new Set() };
  const { issues } = first.error;
  const broken = new Set(ALL_SECTIONS.filter((s) => !isMapping(raw) || issues.some(({ path }) => path[0] === s)));
  const sections = ALL_SECTIONS.map((s) => [s, broken.has(s) ? STAND_IN[s] : (raw as ClusterConfig)[s]]);
  return {
    parsed: clusterSchema.parse(Object.fromEntries(sections)),
    findings: issues.flatMap((issue) => explain(issue, raw)),
    broken,
  };
}
