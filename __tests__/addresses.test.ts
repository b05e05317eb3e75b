import type { ClusterFile } from "../constructs/config/cluster";
import { pool } from "./support/clusters";
import { addresses, fileAt, fileWith, synthCluster } from "./support/synth";

const addressesOf = (changes: Partial<ClusterFile>) => addresses(synthCluster(fileWith(changes)));

// Addresses are a contract: whoever applied them has them in a state. A change needs moveFromId() in the same commit.
test("the addresses of the shipped cluster file", () => {
  expect(addresses(synthCluster(fileAt("cluster.yaml"))).join("\n")).toMatchInlineSnapshot(`
    "data.openstack_dns_zone_v2.cluster_dns_zone_594E6F79
    data.openstack_identity_auth_scope_v3.cluster_cloud_EEE419A2
    data.openstack_networking_network_v2.cluster_network_external_73C8AE09
    data.openstack_networking_port_ids_v2.cluster_guard_control-planes_D0ED4955
    local.api_endpoint
    local.cluster_cloud_region_C382A8BA
    local.cluster_configs_role-patches-controlplane_F9636AC8
    local.cluster_configs_role-patches-worker_FD8CE3BE
    local.cluster_fqdn
    local.cluster_guard_facts_today_DC19B6BE
    local.cluster_load-balancer_haproxy-cfg_CB6DC93F
    local.cluster_load-balancer_haproxy-routes_8180A210
    local.cluster_nodes_2A1CF4D2
    local.cluster_servers_82FC51A9
    local.lb_ip
    local.talos-scripts_a-records_7BAE1D2F
    local.talos-scripts_apply-haproxy-config_F4BD4188
    local.talos-scripts_apply-machine-config_63BF97F9
    local.talos-scripts_bootstrap_29D56E7A
    local.talos-scripts_check-image_8F73467F
    local.talos-scripts_checkpoint_96CE81C5
    local.talos-scripts_make-secrets_9F4F8BC6
    local.talos-scripts_nodes-ready_025B78B3
    local.talos-scripts_render-machine-config_E17A0480
    null_resource.a_records
    null_resource.apply_haproxy_config
    null_resource.cluster_checkpoint_C0BC1660
    null_resource.cluster_configs_control-plane_0_0B73EC74
    null_resource.cluster_configs_control-plane_0_applied_385A612F
    null_resource.cluster_configs_control-plane_1_E552B171
    null_resource.cluster_configs_control-plane_1_applied_2FB315F1
    null_resource.cluster_configs_control-plane_2_DDBAFDB2
    null_resource.cluster_configs_control-plane_2_applied_4B838AA6
    null_resource.cluster_configs_general_0_FE2BD233
    null_resource.cluster_configs_general_0_applied_EDE0600B
    null_resource.cluster_configs_general_1_171F9972
    null_resource.cluster_configs_general_1_applied_0FB48F62
    null_resource.nodes_ready
    null_resource.talos_bootstrap
    null_resource.talos_secrets
    openstack_compute_instance_v2.cluster_load-balancer_9630787B
    openstack_compute_instance_v2.cluster_pools_control-plane_0_1E0F0425
    openstack_compute_instance_v2.cluster_pools_control-plane_1_9E6CCAA6
    openstack_compute_instance_v2.cluster_pools_control-plane_2_6ED73134
    openstack_compute_instance_v2.cluster_pools_general_0_9AB2A377
    openstack_compute_instance_v2.cluster_pools_general_1_E87798A0
    openstack_compute_servergroup_v2.cluster_pools_control-plane_groups_0_7AABA90A
    openstack_compute_servergroup_v2.cluster_pools_general_groups_0_E1D3F117
    openstack_dns_recordset_v2.cluster_dns_record_7CF1C743
    openstack_images_image_v2.cluster_image_D3F76095
    openstack_networking_floatingip_v2.cluster_api_floating-ip_28F0740F
    openstack_networking_network_v2.cluster_network_48CBFB31
    openstack_networking_port_v2.cluster_api_port_BA1F49A3
    openstack_networking_port_v2.cluster_pools_control-plane_0_port_699A21B4
    openstack_networking_port_v2.cluster_pools_control-plane_1_port_5CEA32CA
    openstack_networking_port_v2.cluster_pools_control-plane_2_port_DFA5302B
    openstack_networking_port_v2.cluster_pools_general_0_port_909ABB37
    openstack_networking_port_v2.cluster_pools_general_1_port_1A020564
    openstack_networking_router_interface_v2.cluster_network_interface_E205306E
    openstack_networking_router_v2.cluster_network_router_8E693690
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_egress-any-ipv4_F3046C41
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_egress-any-ipv6_DC839EB3
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_ingress-etcd-control-plane_62AA444B
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_ingress-kubernetes-api-load-balancer_D4CA43EB
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_ingress-kubernetes-api-nodes_7C187B5E
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_ingress-talos-api-load-balancer_91A0283F
    openstack_networking_secgroup_rule_v2.cluster_security-groups_control-plane_ingress-trustd-nodes_7B12DBED
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_egress-any-ipv4_0859F05C
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_egress-any-ipv6_2F1DB056
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_ingress-kubernetes-api-192-0-2-0-24_94EE887C
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_ingress-kubernetes-api-nodes_F61C77EA
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_ingress-ssh-192-0-2-0-24_4B30CC81
    openstack_networking_secgroup_rule_v2.cluster_security-groups_load-balancer_ingress-talos-api-192-0-2-0-24_6DFA468D
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_egress-any-ipv4_46CD331A
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_egress-any-ipv6_D66B03B8
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-cilium-health-nodes_C9A8215A
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-cilium-health-ping-nodes_2D90B05B
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-cilium-vxlan-nodes_F30655C2
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-hubble-nodes_9A03E875
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-kubelet-nodes_317B7B88
    openstack_networking_secgroup_rule_v2.cluster_security-groups_nodes_ingress-talos-api-control-plane_A9734788
    openstack_networking_secgroup_v2.cluster_security-groups_control-plane_92D8E83A
    openstack_networking_secgroup_v2.cluster_security-groups_load-balancer_01FB1623
    openstack_networking_secgroup_v2.cluster_security-groups_nodes_9B1B4D43
    openstack_networking_subnet_v2.cluster_network_subnet_86D48C51
    output.api_endpoint
    output.kubeconfig
    output.load_balancer_address
    output.nodes
    output.talosconfig
    terraform_data.facts
    terraform_data.protected_unless_var_protect_is_false
    var.kubeconfigs_dir
    var.protect
    var.talosconfig_dir"
  `);
});

test("no address of a cluster is made of its values", () => {
  expect(addressesOf({ name: "prod", domain: "example.net" })).toEqual(addressesOf({}));
});

test("a pool that is removed renames nothing else", () => {
  const [a, b, c] = [pool({ volumes: [{ name: "data", sizeGiB: 1 }] }), pool({ count: 7 }), pool()];
  const before = addressesOf({ workers: { a, b, c } });
  const after = addressesOf({ workers: { a, c } });
  expect(after).toEqual(before.filter((address) => !/\bpools_b_|\bconfigs_b_|_b_/.test(address)));
});

test("a pool that shrinks renames nothing else", () => {
  const before = addressesOf({ workers: { a: pool({ count: 3 }) } });
  const after = addressesOf({ workers: { a: pool({ count: 2 }) } });
  expect(after).toEqual(before.filter((address) => !address.includes("_a_2_")));
});

test("the order of pools in the file changes nothing", () => {
  const [a, b] = [pool(), pool({ flavor: "m1.small" })];
  expect(synthCluster(fileWith({ workers: { b, a } }))).toEqual(synthCluster(fileWith({ workers: { a, b } })));
});

test("the order of networks in the file changes nothing", () => {
  const access = (networks: string[]) => ({ kubernetesApi: networks, talosApi: networks });
  const [one, two] = ["192.0.2.0/24", "198.51.100.0/24"];
  expect(synthCluster(fileWith({ access: access([two, one]) }))).toEqual(
    synthCluster(fileWith({ access: access([one, two]) })),
  );
});

test("a network that is removed renames no rule of another", () => {
  const access = (networks: string[]) => ({ kubernetesApi: networks, talosApi: ["10.0.0.0/8"] });
  const [one, two] = ["192.0.2.0/24", "198.51.100.0/24"];
  const before = addressesOf({ access: access([one, two]) });
  const after = addressesOf({ access: access([two]) });
  expect(before).toEqual(expect.arrayContaining(after));
  expect(before).toHaveLength(after.length + 1);
});

test.each(["network", "groups", "dns", "api", "bootstrap", "image", "pools", "configs", "talos-scripts", "resource"])(
  "a pool may be called %s",
  (name) => {
    const like = (called: string) => addressesOf({ workers: { [called]: pool() } }).length;
    expect(like(name)).toBe(like("general"));
  },
);
