import type { ITerraformDependable } from "cdktf";
import type { INode } from "../../contracts";
import type { IClusterApi } from "../cluster-api";
import { talosLibraries } from "../scripts";

/** What every verb takes: what it does to one node, and when it may begin. */
export interface VerbProps {
  readonly api: IClusterApi;
  /** The node that it is about; one of `api.nodes`. */
  readonly node: INode;
  /** How long to wait for the node to be healthy, in seconds. */
  readonly timeoutSeconds: number;
  /** What must be done before: see `inOrder`. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** What a verb is made for each node of; `done` is what comes after it waits for. */
export interface IVerb {
  /** Done when the node is healthy again. */
  readonly done: ITerraformDependable;
}

/**
 * How long a node waits for one that another apply has left ill, and whose own script has not begun in this apply, in
 * seconds. OpenTofu runs ten at a time: the one that is waited for may be the eleventh.
 */
const PATIENCE_SECONDS = 60;

/** The libraries that a script needs to have a turn. */
export const TURN_LIBRARIES = talosLibraries("nodes", "secrets", "talos", "etcd", "kube", "cilium", "health", "turns");

/** What `TURN_LIBRARIES` read. */
export const turnEnvironment = ({ api, node, timeoutSeconds }: VerbProps): Record<string, string> => ({
  ...api.environment,
  NODE: node.name,
  TIMEOUT: String(timeoutSeconds),
  PATIENCE: String(PATIENCE_SECONDS),
});

/**
 * Has a verb made for each node, control planes first: a worker's depends on those of all control planes.
 *
 * Within a role OpenTofu runs them side by side, so that they look at their nodes at once; the turn lets one at a time
 * change its node.
 */
export function inOrder<Verb extends IVerb>(
  nodes: readonly INode[],
  dependsOn: readonly ITerraformDependable[],
  make: (node: INode, dependsOn: readonly ITerraformDependable[]) => Verb,
): Verb[] {
  const isControlPlane = ({ machineType }: INode) => machineType === "controlplane";
  const controlPlanes = nodes.filter(isControlPlane).map((node) => make(node, dependsOn));
  const after = controlPlanes.length > 0 ? controlPlanes.map(({ done }) => done) : dependsOn;
  return [...controlPlanes, ...nodes.filter((node) => !isControlPlane(node)).map((node) => make(node, after))];
}
