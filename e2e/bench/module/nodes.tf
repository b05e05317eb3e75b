locals {
  nodes = merge([for pool, settings in var.pools : {
    for index in range(settings.count) : "${var.name}-${pool}-${index}" => merge(settings, {
      pool  = pool
      group = "${var.name}-${pool}-group-${floor(index / var.server_group_size)}"
    })
  }]...)

  server_groups = { for node in values(local.nodes) : node.group => node.policy... }
}

resource "null_resource" "schematic" {
  triggers = {
    schematic = var.image.schematic
  }

  provisioner "local-exec" {
    command = "printf '%s' \"$SCHEMATIC\" | curl --fail --silent --show-error --data-binary @- '${var.image.factory_url}/schematics'"
    environment = {
      SCHEMATIC = var.image.schematic
    }
  }
}

resource "openstack_images_image_v2" "talos" {
  name             = "${var.name}-talos-${var.talos_version}-amd64"
  container_format = "bare"
  disk_format      = "raw"
  image_source_url = "${var.image.factory_url}/image/${sha256(var.image.schematic)}/${var.talos_version}/openstack-amd64.raw.gz"
  decompress       = true
  properties       = merge({ os_distro = "talos", os_version = var.talos_version }, var.image.properties)
  tags             = local.tags

  depends_on = [null_resource.schematic]
}

resource "openstack_compute_servergroup_v2" "this" {
  for_each = local.server_groups
  name     = each.key
  policies = [each.value[0]]
}

resource "openstack_networking_port_v2" "node" {
  for_each       = local.nodes
  name           = each.key
  network_id     = openstack_networking_network_v2.nodes.id
  admin_state_up = true
  tags           = local.tags

  security_group_ids = [
    for group in each.value.role == "controlplane" ? ["nodes", "control-plane"] : ["nodes"] :
    openstack_networking_secgroup_v2.this[group].id
  ]

  fixed_ip {
    subnet_id = openstack_networking_subnet_v2.nodes.id
  }
}

resource "openstack_compute_instance_v2" "node" {
  for_each     = local.nodes
  name         = each.key
  flavor_name  = each.value.flavor
  image_id     = openstack_images_image_v2.talos.id
  config_drive = true
  metadata     = { cluster = var.name, pool = each.value.pool }
  tags         = local.tags

  # The id is unknown until the config is there, so a first plan does not look for the file.
  user_data = base64gzip(file("${var.directory}/${each.key}.yaml${substr(null_resource.config[each.key].id, 0, 0)}"))

  network {
    port = openstack_networking_port_v2.node[each.key].id
  }

  scheduler_hints {
    group = openstack_compute_servergroup_v2.this[each.value.group].id
  }

  lifecycle {
    ignore_changes = [image_id, user_data]
  }
}
