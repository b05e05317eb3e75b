import { below } from "./check";
import { ALL_SECTIONS, type ResolvedClusterConfig, type StackSettings } from "./cluster";
import { formatPath } from "./reader/key-path";
import { gateWarnings } from "./rules/patch-kubelet";
import { secretWarnings } from "./rules/patch-secrets";
import { versionWarnings } from "./rules/versions";

/** What is legal in a cluster but worth a second look; each says what to do. */
export const configWarnings = (config: ResolvedClusterConfig): string[] => [
  ...sectionWarnings(config),
  ...versionWarnings(config),
  ...gateWarnings(config),
  ...secretWarnings(config),
  ...nowhereToRun(config),
  ...readableConfigs(config),
];

/** What is legal in the settings of a stack but worth a second look; each says what to do. */
export const stackWarnings = (settings: StackSettings): string[] => sectionWarnings(settings);

/** What sections say by themselves. */
const sectionWarnings = (resolved: Readonly<Record<string, unknown>>): string[] =>
  ALL_SECTIONS.filter(([key]) => key in resolved).flatMap(([key, section]) =>
    Array.from(section.warnings?.(resolved[key]) ?? [], below(key)).map(
      ({ path, message }) => `${formatPath(path)}: ${message}`,
    ),
  );

/** Whoever reads a control plane's machine config owns the cluster. */
function readableConfigs({ talos, controlPlane }: ResolvedClusterConfig): readonly string[] {
  if (talos.blocksMetadata || (talos.metadataService === "open" && !controlPlane.schedulable)) return [];
  const [whose, what] = controlPlane.schedulable
    ? ["a control plane", ", which holds every key of the cluster"]
    : ["their node", ", with which a machine joins the cluster"];
  const wayOut = talos.configDrive ? "use Talos 1.13 or newer" : "set talos.configDrive: true";
  const open = talos.metadataService === "open" ? "remove talos.metadataService: open" : wayOut;
  return [
    `talos.metadataService: every pod can read the machine config of ${whose}${what}; ${open}, or forbid pods 169.254.169.254 by a network policy`,
  ];
}

const nowhereToRun = ({ controlPlane, workers }: ResolvedClusterConfig): readonly string[] =>
  controlPlane.schedulable || workers.some(({ nodes }) => nodes.length > 0)
    ? []
    : ["workers: no node runs ordinary pods; add a pool, or set controlPlane.schedulable"];
