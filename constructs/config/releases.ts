/**
 * What depends on the release of Talos or of Kubernetes: the one file to change for a new one.
 *
 * After a change: `npm run schema` for the defaults, and a look at the shipped patches and manifests.
 */
import { compare, parse } from "semver";

/** Versions of a cluster file that names none; a test fails on one that docs/reports/ran.json has not seen running. */
export const DEFAULT_VERSIONS = {
  talos: "v1.13.9",
  kubernetes: "v1.36.3",
  openstackProvider: "~> 3.4",
  nullProvider: "~> 3.2",
} as const;

/**
 * First and last Kubernetes minor of each Talos minor that the shipped patches are written for, oldest first.
 *
 * https://github.com/siderolabs/talos/tree/main/pkg/machinery/compatibility
 */
const MATRIX: ReadonlyMap<string, readonly [first: number, last: number]> = new Map([
  ["1.12", [30, 35]],
  ["1.13", [31, 36]],
  ["1.14", [32, 37]],
]);

/**
 * Newest version contract of machine configs: every newer Talos understands it, and the shipped patches are written for it.
 * From 1.14 on, `gen config` spreads the same settings over documents that conflict with them.
 */
const NEWEST_CONTRACT = { major: 1, minor: 13 };

/** The Talos whose machine config `constructs/machine/talos-schema.json` describes. */
export const MACHINE_CONFIG_TALOS = "v1.13.9";

/** What became of a feature gate: Kubernetes does not start with one that is gone, or that is locked and set otherwise. */
interface GateFate {
  readonly name: string;
  /** The first Kubernetes minor where it is so. */
  readonly since: number;
  readonly fate: "gone" | "locked to true";
}

const FEATURE_GATES: readonly GateFate[] = [
  { name: "UserNamespacesPodSecurityStandards", since: 35, fate: "gone" },
  { name: "UserNamespacesSupport", since: 36, fate: "locked to true" },
];

/**
 * Keys of the kubelet's configuration that Talos sets itself; it refuses a machine config that sets them.
 *
 * https://github.com/siderolabs/talos/blob/v1.13.9/pkg/machinery/config/types/v1alpha1/v1alpha1_validation.go
 */
export const PROTECTED_KUBELET_KEYS = [
  "apiVersion",
  "authentication",
  "authorization",
  "cgroupRoot",
  "kind",
  "kubeletCgroups",
  "port",
  "protectKernelDefaults",
  "resolvConf",
  "rotateCertificates",
  "systemCgroups",
  "staticPodPath",
  "seccompDefault",
] as const;

/**
 * Bytes of what `talosctl gen config` writes without any patch, compressed and in base64.
 *
 * Measured with talosctl 1.13.0; keys and certificates hardly compress.
 */
export const BARE_CONFIG_BYTES = { controlplane: 8800, worker: 2300 } as const;

/** Talos minors that the shipped patches are written for, oldest first: 1.13 for example. */
export const TALOS_MINORS: readonly string[] = [...MATRIX.keys()];

/** The newest Talos minor that is known here, for example 1.14. */
export const NEWEST_TALOS = TALOS_MINORS.at(-1) ?? "";

/** The newest Kubernetes minor that is known here: 37 for 1.37. */
export const NEWEST_KUBERNETES = Math.max(...[...MATRIX.values()].map(([, last]) => last));

/** The version contract of a Talos version's machine configs, for example v1.13. */
export function contractOf(talos: string): string {
  const { major, minor } = parse(talos) ?? NEWEST_CONTRACT;
  return `v${major}.${Math.min(minor, NEWEST_CONTRACT.minor)}`;
}

/** Whether a Talos version is older than the shipped patches are written for. */
export const isTooOldTalos = (talos: string): boolean => isNewer(TALOS_MINORS[0] ?? "", talos);

/**
 * Whether a Talos version can block routes, by `kind: BlackholeRouteConfig`.
 *
 * https://github.com/siderolabs/talos/blob/v1.13.0/pkg/machinery/config/types/network/blackhole_route.go
 */
export const canBlockRoutes = (talos: string): boolean => !isNewer("1.13", talos);

/** Whether a Talos version is newer than all that are known here. */
export const isUnknownTalos = (talos: string): boolean => isNewer(talos, NEWEST_TALOS);

/** Whether Kubernetes is newer than all that is known here, with a Talos that may know more. */
export const isUnknownKubernetes = (talos: string, kubernetes: string): boolean =>
  kubernetesMinor(kubernetes) > NEWEST_KUBERNETES && !isNewer(NEWEST_TALOS, talos);

/**
 * First and last Kubernetes minor that a Talos version runs, if this Kubernetes is not among them; else undefined.
 *
 * Nothing is known of what runs on a Talos that is not in the matrix.
 */
export function unfitKubernetes(talos: string, kubernetes: string): { first: number; last: number } | undefined {
  const known = MATRIX.get(minorOf(talos));
  if (known === undefined) return undefined;
  const [first, last] = known;
  const minor = kubernetesMinor(kubernetes);
  const tooNew = minor > last && !isUnknownKubernetes(talos, kubernetes);
  return minor < first || tooNew ? { first, last } : undefined;
}

/** What became of a feature gate by a version of Kubernetes; undefined if it may still be set either way. */
export function fateOfGate(gate: string, kubernetes: string): GateFate | undefined {
  const known = FEATURE_GATES.find(({ name }) => name === gate);
  return known !== undefined && kubernetesMinor(kubernetes) >= known.since ? known : undefined;
}

/** `1.13` of `v1.13.9`. */
export function minorOf(version: string): string {
  const v = parse(version);
  return v === null ? version : `${v.major}.${v.minor}`;
}

/** Whether the minor of a Talos version is newer than that of another. */
export const isNewerThan = (a: string, b: string): boolean => isNewer(minorOf(a), minorOf(b));

const isNewer = (a: string, b: string): boolean => compare(`${minorOf(a)}.0`, `${minorOf(b)}.0`) > 0;

/** The minor of Kubernetes 1; of another major, a number that is as far away. */
function kubernetesMinor(version: string): number {
  const v = parse(version);
  return v === null ? 0 : (v.major - 1) * 1000 + v.minor;
}
