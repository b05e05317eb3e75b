# What comes after the servers. The measurement plans it and leaves it out of the apply: there are no machines to speak to.

locals {
  talosctl = "talosctl --talosconfig '${var.directory}/talosconfig'"
}

resource "null_resource" "a_records" {
  triggers = {
    name    = local.fqdn
    address = openstack_networking_floatingip_v2.load_balancer.address
  }

  provisioner "local-exec" {
    command = "getent hosts '${local.fqdn}'"
  }

  depends_on = [openstack_dns_recordset_v2.api]
}

resource "null_resource" "apply_haproxy_config" {
  triggers = {
    configuration = local.haproxy
    server        = openstack_compute_instance_v2.load_balancer.id
  }

  provisioner "local-exec" {
    command = "printf '%s' \"$CONFIGURATION\" | ssh 'debian@${openstack_networking_floatingip_v2.load_balancer.address}' 'sudo tee /etc/haproxy/haproxy.cfg >/dev/null && sudo systemctl reload haproxy'"
    environment = {
      CONFIGURATION = local.haproxy
    }
  }
}

resource "null_resource" "talos_bootstrap" {
  provisioner "local-exec" {
    command = <<-EOT
      talosctl gen config '${var.name}' 'https://${local.fqdn}:6443' --with-secrets '${var.directory}/secrets.yaml' \
        --output-types talosconfig --output '${var.directory}/talosconfig'
      ${local.talosctl} config endpoint '${local.fqdn}'
      ${local.talosctl} config node '${local.control_planes[0].address}'
      ${local.talosctl} bootstrap
      ${local.talosctl} kubeconfig '${var.directory}/kubeconfig'
    EOT
  }

  depends_on = [null_resource.a_records, null_resource.apply_haproxy_config, openstack_compute_instance_v2.node]
}

resource "null_resource" "nodes_ready" {
  triggers = {
    nodes = join(" ", keys(local.nodes))
  }

  provisioner "local-exec" {
    command = "kubectl --kubeconfig '${var.directory}/kubeconfig' wait --for=condition=Ready --timeout=10m node --all"
  }

  depends_on = [null_resource.talos_bootstrap]
}

resource "null_resource" "apply_config" {
  for_each = local.nodes

  triggers = {
    config = null_resource.config[each.key].id
    server = openstack_compute_instance_v2.node[each.key].id
  }

  provisioner "local-exec" {
    command = "${local.talosctl} --nodes '${openstack_networking_port_v2.node[each.key].all_fixed_ips[0]}' apply-config --file '${var.directory}/${each.key}.yaml'"
  }

  depends_on = [null_resource.nodes_ready]
}
