/** Names of labels, annotations and taints as Kubernetes accepts them, and from whom. */
import { DNS_NAME } from "./primitives";

const NAME = /^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;

/** Whether text may be the value of a label or of a taint. */
export const isLabelValue = (value: string): boolean => value === "" || NAME.test(value);

/** Whether a key is a qualified name: a name of at most 63 characters, after an optional DNS name and a slash. */
export function isQualifiedName(key: string): boolean {
  const [first = "", second, ...rest] = key.split("/");
  if (rest.length > 0) return false;
  return second === undefined ? NAME.test(first) : first.length <= 253 && DNS_NAME.test(first) && NAME.test(second);
}

/**
 * Labels of kubernetes.io and k8s.io that a kubelet may give its own node, besides two prefixes.
 *
 * https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/kubelet/pkg/apis/well_known_labels.go
 */
const KUBELET_LABELS: ReadonlySet<string> = new Set([
  "kubernetes.io/hostname",
  "kubernetes.io/arch",
  "kubernetes.io/os",
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/os",
  "beta.kubernetes.io/instance-type",
  "node.kubernetes.io/instance-type",
  "failure-domain.beta.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.kubernetes.io/region",
]);
const KUBELET_PREFIXES = ["kubelet.kubernetes.io", "node.kubernetes.io"];
const within = (prefix: string, domain: string): boolean => prefix === domain || prefix.endsWith(`.${domain}`);

/**
 * Why a worker's kubelet may not set a label on its own node (admission plugin NodeRestriction), and the way out.
 *
 * Talos sends all labels, annotations and taints of a node in one update, so that one of these loses the others too.
 * https://github.com/siderolabs/talos/issues/6750
 */
export function nodeRestriction(key: string): string | undefined {
  const [prefix = "", name] = key.split("/");
  if (name === undefined || KUBELET_LABELS.has(key)) return undefined;
  if (!["kubernetes.io", "k8s.io"].some((domain) => within(prefix, domain))) return undefined;
  if (KUBELET_PREFIXES.some((allowed) => within(prefix, allowed))) return undefined;
  const wayOut =
    key === "node-role.kubernetes.io/worker"
      ? "remove it: the role label of workers is set after the bootstrap"
      : "use node.kubernetes.io/… or a domain of your own, or kubectl label after the bootstrap";
  return `Kubernetes refuses ${key} from the node itself (NodeRestriction), and every other label with it; ${wayOut}`;
}
