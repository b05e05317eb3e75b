locals {
  fqdn = "${var.name}.${var.domain}"

  control_planes = [for name, node in local.nodes : {
    name    = name
    address = openstack_networking_port_v2.node[name].all_fixed_ips[0]
  } if node.role == "controlplane"]

  haproxy = templatefile("${path.module}/haproxy.cfg.tftpl", { control_planes = local.control_planes })
}

resource "openstack_networking_port_v2" "load_balancer" {
  name               = "${var.name}-lb"
  network_id         = openstack_networking_network_v2.nodes.id
  admin_state_up     = true
  security_group_ids = [openstack_networking_secgroup_v2.this["load-balancer"].id]
  tags               = local.tags

  fixed_ip {
    subnet_id = openstack_networking_subnet_v2.nodes.id
  }
}

resource "openstack_networking_floatingip_v2" "load_balancer" {
  pool        = var.network.external_network
  port_id     = openstack_networking_port_v2.load_balancer.id
  description = "${var.name}-lb"
  tags        = local.tags

  depends_on = [openstack_networking_router_interface_v2.nodes]
}

resource "openstack_compute_instance_v2" "load_balancer" {
  name         = "${var.name}-lb"
  flavor_name  = var.load_balancer.flavor
  image_name   = var.load_balancer.image
  key_pair     = var.load_balancer.key_pair
  config_drive = true
  tags         = local.tags

  user_data = "#cloud-config\n${yamlencode({
    package_update = true
    packages       = ["haproxy"]
    write_files = [
      { path = "/etc/haproxy/haproxy.cfg", encoding = "b64", content = base64encode(local.haproxy), defer = true },
    ]
    runcmd = [
      ["systemctl", "enable", "haproxy"],
      ["systemctl", "restart", "haproxy"],
    ]
  })}"

  network {
    port = openstack_networking_port_v2.load_balancer.id
  }

  lifecycle {
    ignore_changes = [image_id, image_name, user_data]
  }
}

data "openstack_dns_zone_v2" "this" {
  name = "${var.dns.zone}."
}

resource "openstack_dns_recordset_v2" "api" {
  zone_id              = data.openstack_dns_zone_v2.this.id
  name                 = "${local.fqdn}."
  type                 = "A"
  ttl                  = var.dns.ttl
  records              = [openstack_networking_floatingip_v2.load_balancer.address]
  disable_status_check = true
}
