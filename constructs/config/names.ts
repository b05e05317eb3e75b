/** Physical names: what operators read in Horizon, in kubectl and in DNS. One function each, so that a name is made in one place. */

/** Name of the control plane's pool; no pool of workers may be called so. */
export const CONTROL_PLANE = "control-plane";

/** Nothing that becomes the id of a construct may be called so: every object of JavaScript has it, so that cdktf finds it there. */
export const RESERVED_WORD = "constructor";

/** `<name>.<domain>`: the cluster's name in DNS; without a domain, its name alone. */
export const fqdnOf = ({ name, domain }: { readonly name: string; readonly domain?: string | undefined }): string =>
  domain === undefined ? name : `${name}.${domain}`;

/** `<cluster>-<pool>-<index>`: a node's server, port, machine config and Kubernetes name. */
export const nodeName = (cluster: string, pool: string, index: number): string => `${cluster}-${pool}-${index}`;

/** `<cluster>-lb`: the load balancer's server, port and floating IP. */
export const loadBalancerName = (cluster: string): string => `${cluster}-lb`;

/** `<cluster>-<pool>-group-<n>`: a server group of a pool. */
export const serverGroupName = (cluster: string, pool: string, group: number): string =>
  `${cluster}-${pool}-group-${group}`;

/** `<node>-root` and `<node>-<volume>`: a node's volumes. */
export const volumeName = (node: string, volume: string): string => `${node}-${volume}`;

/** `<cluster>-talos-<version>-<architecture>`: the image in Glance. */
export const imageName = (cluster: string, talosVersion: string, architecture: string): string =>
  `${cluster}-talos-${talosVersion}-${architecture}`;
