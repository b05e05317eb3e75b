/**
 * Every resource and data source of the OpenStack provider that the program uses; a test fails on one that nobody imports.
 *
 * The provider has 170 types; bindings of all of them are 4.6 MB of TypeScript. To add one: add its name here, run
 * `tools/bindings/trim.ts` on the full schemas (its comment has the command), then `npm run get`.
 */
export const BOUND_TYPES = {
  resources: [
    "openstack_blockstorage_volume_v3",
    "openstack_compute_instance_v2",
    "openstack_compute_servergroup_v2",
    "openstack_compute_volume_attach_v2",
    "openstack_dns_recordset_v2",
    "openstack_images_image_v2",
    "openstack_networking_floatingip_v2",
    "openstack_networking_network_v2",
    "openstack_networking_port_v2",
    "openstack_networking_router_interface_v2",
    "openstack_networking_router_v2",
    "openstack_networking_secgroup_rule_v2",
    "openstack_networking_secgroup_v2",
    "openstack_networking_subnet_v2",
  ],
  dataSources: [
    "openstack_dns_zone_v2",
    "openstack_identity_auth_scope_v3",
    "openstack_images_image_v2",
    "openstack_networking_network_v2",
    "openstack_networking_port_ids_v2",
  ],
} as const;

/**
 * The provider whose schema the bindings are generated from.
 *
 * The source names no registry host, so OpenTofu and others each ask their own registry. The version picks
 * `schemas/openstack@<version>.json`.
 */
export const BOUND_PROVIDER = {
  name: "openstack",
  namespace: "terraform-provider-openstack",
  source: "terraform-provider-openstack/openstack",
  version: "3.4.0",
} as const;
