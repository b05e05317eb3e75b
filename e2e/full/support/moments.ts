/** A moment of an apply: the line that tofu prints then, and the resource that is at work. */
export interface Moment {
  readonly name: string;
  readonly resource: RegExp;
  /** Whether the resource has been made, or a script of it begins to wait. */
  readonly line: string;
}

const MADE = ": Creation complete";
const SAYS = " \\(local-exec\\): ";

/** In an order in which one apply, killed again and again, comes to all of them. */
export const MOMENTS: readonly Moment[] = [
  { name: "after the secrets", resource: /^null_resource\.talos_secrets$/, line: MADE },
  { name: "after the image", resource: /^openstack_images_image_v2\./, line: MADE },
  { name: "after the network", resource: /^openstack_networking_network_v2\./, line: MADE },
  { name: "after the router", resource: /^openstack_networking_router_v2\./, line: MADE },
  { name: "after a port", resource: /^openstack_networking_port_v2\..*control-plane_0/, line: MADE },
  { name: "after the floating IP", resource: /^openstack_networking_floatingip_v2\./, line: MADE },
  { name: "after a machine config", resource: /^null_resource\..*configs_control-plane_0_[0-9A-F]+$/, line: MADE },
  { name: "after the DNS record", resource: /^openstack_dns_recordset_v2\./, line: MADE },
  { name: "while servers are made", resource: /^openstack_compute_instance_v2\..*control-plane_0/, line: ": Creating" },
  { name: "after a server", resource: /^openstack_compute_instance_v2\..*control-plane_0/, line: MADE },
  { name: "waiting for SSH", resource: /\.apply_haproxy_config$/, line: `${SAYS}(waiting for )?SSH` },
  { name: "waiting for the name", resource: /\.a_records$/, line: `${SAYS}.*to (give|resolve)` },
  { name: "after HAProxy's configuration", resource: /\.apply_haproxy_config$/, line: MADE },
  { name: "waiting for the Talos API", resource: /\.talos_bootstrap$/, line: `${SAYS}(waiting for )?the Talos API` },
  { name: "at the bootstrap of etcd", resource: /\.talos_bootstrap$/, line: `${SAYS}(waiting for )?the bootstrap` },
  {
    name: "waiting for the Kubernetes API",
    resource: /\.talos_bootstrap$/,
    line: `${SAYS}(waiting for )?the Kubernetes`,
  },
  { name: "waiting for Ready nodes", resource: /\.nodes_ready$/, line: `${SAYS}(waiting for )?the workers` },
  { name: "while configs are rolled out", resource: /_control-plane_1_applied_[0-9A-F]+$/, line: SAYS },
];

/** Those of a cluster that lives, by the names above: their resources are replaced, and the cluster has to survive it. */
export const MOMENTS_OF_LIFE: readonly string[] = [
  "waiting for SSH",
  "waiting for the name",
  "waiting for the Talos API",
  "waiting for the Kubernetes API",
  "waiting for Ready nodes",
  "while configs are rolled out",
];
