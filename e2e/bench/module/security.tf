locals {
  groups = {
    load-balancer = "Kubernetes API and Talos API, from the admin networks and the nodes"
    nodes         = "Every node of the cluster"
    control-plane = "The nodes that run etcd and the Kubernetes API"
  }

  between_groups = {
    lb-from-nodes-kubernetes-api   = { group = "load-balancer", from = "nodes", name = "kubernetes-api", protocol = "tcp", ports = [6443, 6443] }
    cp-from-lb-kubernetes-api      = { group = "control-plane", from = "load-balancer", name = "kubernetes-api", protocol = "tcp", ports = [6443, 6443] }
    cp-from-lb-talos-api           = { group = "control-plane", from = "load-balancer", name = "talos-api", protocol = "tcp", ports = [50000, 50000] }
    cp-from-nodes-kubernetes-api   = { group = "control-plane", from = "nodes", name = "kubernetes-api", protocol = "tcp", ports = [6443, 6443] }
    cp-from-nodes-trustd           = { group = "control-plane", from = "nodes", name = "trustd", protocol = "tcp", ports = [50001, 50001] }
    cp-from-cp-etcd                = { group = "control-plane", from = "control-plane", name = "etcd", protocol = "tcp", ports = [2379, 2380] }
    nodes-from-cp-talos-api        = { group = "nodes", from = "control-plane", name = "talos-api", protocol = "tcp", ports = [50000, 50000] }
    nodes-from-nodes-kubelet       = { group = "nodes", from = "nodes", name = "kubelet", protocol = "tcp", ports = [10250, 10250] }
    nodes-from-nodes-cilium-vxlan  = { group = "nodes", from = "nodes", name = "cilium-vxlan", protocol = "udp", ports = [8472, 8472] }
    nodes-from-nodes-cilium-health = { group = "nodes", from = "nodes", name = "cilium-health", protocol = "tcp", ports = [4240, 4240] }
    nodes-from-nodes-cilium-ping   = { group = "nodes", from = "nodes", name = "cilium-health-ping", protocol = "icmp", ports = [null, null] }
    nodes-from-nodes-cilium-hubble = { group = "nodes", from = "nodes", name = "hubble", protocol = "tcp", ports = [4244, 4244] }
  }

  from_networks = merge(
    { for cidr in var.access.ssh : "ssh-${cidr}" => { name = "ssh", port = 22, cidr = cidr } },
    { for cidr in var.access.kubernetes_api : "kubernetes-api-${cidr}" => { name = "kubernetes-api", port = 6443, cidr = cidr } },
    { for cidr in var.access.talos_api : "talos-api-${cidr}" => { name = "talos-api", port = 50000, cidr = cidr } },
    # Nodes that call the load balancer by its floating IP come from the router's address.
    { kubernetes-api-router = {
      name = "kubernetes-api"
      port = 6443
      cidr = "${openstack_networking_router_v2.nodes.external_fixed_ip[0].ip_address}/32"
    } },
  )

  egress = { for pair in setproduct(keys(local.groups), ["IPv4", "IPv6"]) : join("-", pair) => { group = pair[0], ethertype = pair[1] } }
}

resource "openstack_networking_secgroup_v2" "this" {
  for_each             = local.groups
  name                 = "${var.name}-${each.key}"
  description          = each.value
  delete_default_rules = true
  tags                 = local.tags
}

resource "openstack_networking_secgroup_rule_v2" "between_groups" {
  for_each          = local.between_groups
  security_group_id = openstack_networking_secgroup_v2.this[each.value.group].id
  direction         = "ingress"
  ethertype         = "IPv4"
  description       = each.value.name
  protocol          = each.value.protocol
  port_range_min    = each.value.ports[0]
  port_range_max    = each.value.ports[1]
  remote_group_id   = openstack_networking_secgroup_v2.this[each.value.from].id
}

resource "openstack_networking_secgroup_rule_v2" "from_networks" {
  for_each          = local.from_networks
  security_group_id = openstack_networking_secgroup_v2.this["load-balancer"].id
  direction         = "ingress"
  ethertype         = "IPv4"
  description       = each.value.name
  protocol          = "tcp"
  port_range_min    = each.value.port
  port_range_max    = each.value.port
  remote_ip_prefix  = each.value.cidr
}

resource "openstack_networking_secgroup_rule_v2" "egress" {
  for_each          = local.egress
  security_group_id = openstack_networking_secgroup_v2.this[each.value.group].id
  direction         = "egress"
  ethertype         = each.value.ethertype
  description       = "everything may leave"
  remote_ip_prefix  = each.value.ethertype == "IPv4" ? "0.0.0.0/0" : "::/0"
}
