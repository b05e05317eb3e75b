/** The cluster file: its sections, put together. */
import { z } from "zod";
import type { ClusterFile } from "./cluster-file";
import type { Immutable } from "./json";
import { fqdnOf } from "./names";
import type { KeyPath } from "./reader/key-path";
import type { Context, Section } from "./section";
import { access } from "./sections/access";
import { cni } from "./sections/cni";
import { controlPlane } from "./sections/control-plane";
import { directories } from "./sections/directories";
import { dns } from "./sections/dns";
import { domain, name } from "./sections/identity";
import { image } from "./sections/image";
import { kubernetes } from "./sections/kubernetes";
import { loadBalancer } from "./sections/load-balancer";
import { manifests } from "./sections/manifests";
import { network } from "./sections/network";
import { cloudOf, openstack } from "./sections/openstack";
import { patches } from "./sections/patches";
import { protect } from "./sections/protect";
import { providers } from "./sections/providers";
import { state } from "./sections/state";
import { talos } from "./sections/talos";
import { timeouts } from "./sections/timeouts";
import { workers } from "./sections/workers";

/** Every section, in the order of the reference. */
export const SECTIONS = {
  name,
  domain,
  talos,
  kubernetes,
  image,
  network,
  loadBalancer,
  dns,
  access,
  controlPlane,
  workers,
  cni,
  manifests,
  patches,
  state,
  directories,
  timeouts,
  protect,
  openstack,
  providers,
};
type Sections = typeof SECTIONS;

export type { ClusterFile };

/** A top-level key of the cluster file. */
export type SectionName = keyof Sections;

/** A section that says what the stack is, not what the cluster is. */
type StackSection = "state" | "providers";

/** A section that says what the cluster is. */
export type ClusterSection = Exclude<SectionName, StackSection>;

/** Keys that are the stack's; a cluster that is composed into a stack of somebody's own has none of them. */
export const STACK_KEYS: readonly KeyPath[] = [
  ["state"],
  ["providers"],
  ["openstack", "cloud"],
  ["openstack", "region"],
];

/** The schema of the whole file: the one source of its types, defaults, documentation and JSON Schema. */
export const fileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "JSON Schema of this file, for editors." }),
    ...(Object.fromEntries(Object.entries(SECTIONS).map(([key, { schema }]) => [key, schema])) as {
      [K in SectionName]: Sections[K]["schema"];
    }),
  })
  .meta({ title: "Talos cluster on OpenStack", description: "One file, one cluster." });

/** What the schema takes: the same as `ClusterFile`, as a test makes sure. */
export type SchemaInput = z.input<typeof fileSchema>;

/** A cluster file with every literal default applied, before its sections are resolved. */
export type WrittenFile = z.output<typeof fileSchema>;

/** What people write who compose a cluster into a stack of their own: a cluster file without the stack's keys. */
export type ClusterConfig = Omit<ClusterFile, "$schema" | "network" | "openstack" | StackSection> & {
  /** Left out, or without a source, for a network that is given to the construct. */
  readonly network?: ClusterFile["network"];
  readonly openstack?: Omit<NonNullable<ClusterFile["openstack"]>, "cloud" | "region">;
};

/** What sections are resolved with and the file does not hold. */
export type Surroundings = Pick<Context, "path" | "patches">;

const contextOf = (file: WrittenFile, surroundings: Surroundings): Context => ({
  ...surroundings,
  name: file.name,
  domain: file.domain ?? "",
  fqdn: fqdnOf(file),
});

/** What the cluster is: every default applied, every patch read, every node named; checks nothing. */
export function resolveCluster(file: WrittenFile, surroundings: Surroundings) {
  const context = contextOf(file, surroundings);
  // Others depend on these.
  const talos = SECTIONS.talos.resolve(file.talos, context);
  const network = SECTIONS.network.resolve(file.network, context);
  const openstack = SECTIONS.openstack.resolve(file.openstack, context);
  const patches = SECTIONS.patches.resolve(file.patches, context);
  const ofPools = { ...context, openstack, patchesOfNodes: patches.nodes };
  return {
    name: file.name,
    domain: file.domain,
    /** `<name>.<domain>`: the cluster's name in DNS; without a domain, its name alone. */
    fqdn: context.fqdn,
    talos,
    kubernetes: SECTIONS.kubernetes.resolve(file.kubernetes, context),
    image: SECTIONS.image.resolve(file.image, { ...context, talos }),
    network,
    loadBalancer: SECTIONS.loadBalancer.resolve(file.loadBalancer, { ...context, network }),
    dns: SECTIONS.dns.resolve(file.dns, context),
    access: SECTIONS.access.resolve(file.access, context),
    controlPlane: SECTIONS.controlPlane.resolve(file.controlPlane, ofPools),
    workers: SECTIONS.workers.resolve(file.workers, ofPools),
    cni: SECTIONS.cni.resolve(file.cni, context),
    manifests: SECTIONS.manifests.resolve(file.manifests, context),
    patches,
    directories: SECTIONS.directories.resolve(file.directories, context),
    timeouts: SECTIONS.timeouts.resolve(file.timeouts, context),
    protect: SECTIONS.protect.resolve(file.protect, { ...context, controlPlanes: file.controlPlane.count }),
    openstack,
  } satisfies Record<ClusterSection, unknown> & { fqdn: string };
}

/** What a cluster is; the only input of the constructs. */
export type ResolvedClusterConfig = Immutable<ReturnType<typeof resolveCluster>>;

/** What only the stack needs to know: where the state is, and how providers and the cloud are found. */
export function resolveStack(file: WrittenFile, surroundings: Surroundings) {
  const context = contextOf(file, surroundings);
  return {
    state: SECTIONS.state.resolve(file.state, context),
    providers: SECTIONS.providers.resolve(file.providers, context),
    ...cloudOf(file.openstack),
  } satisfies Record<StackSection, unknown>;
}

/** What a stack is besides the cluster in it. */
export type StackSettings = Immutable<ReturnType<typeof resolveStack>>;

/** A cluster file, resolved: the cluster, and the stack that it is in. */
export interface ResolvedFile {
  readonly config: ResolvedClusterConfig;
  readonly settings: StackSettings;
}

/** Every section with its key, for what treats them all alike. */
export const ALL_SECTIONS = Object.entries(SECTIONS) as readonly (readonly [
  SectionName,
  Section<z.ZodType, unknown, never>,
])[];
