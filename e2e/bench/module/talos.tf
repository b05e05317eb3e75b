locals {
  certificate_names = [openstack_networking_floatingip_v2.load_balancer.address, local.fqdn]

  role_patches = { for role in ["controlplane", "worker"] : role => join(" ", [
    for file in fileset("${path.module}/patches/${role}", "*.yaml") : "--config-patch '@${path.module}/patches/${role}/${file}'"
  ]) }

  node_patches = { for name, node in local.nodes : name => concat(
    [jsonencode({ apiVersion = "v1alpha1", kind = "HostnameConfig", hostname = name, auto = "off" })],
    length(node.labels) == 0 ? [] : [jsonencode({ machine = { nodeLabels = node.labels } })],
    length(node.taints) == 0 ? [] : [jsonencode({ machine = { kubelet = { extraConfig = { registerWithTaints = node.taints } } } })],
  ) }
}

resource "null_resource" "secrets" {
  provisioner "local-exec" {
    command = "mkdir -p '${var.directory}' && talosctl gen secrets --talos-version '${var.talos_contract}' --output-file '${var.directory}/secrets.yaml'"
  }
}

resource "null_resource" "config" {
  for_each = local.nodes

  triggers = {
    names      = join(",", local.certificate_names)
    kubernetes = var.kubernetes_version
    patches    = sha256(join(" ", [local.role_patches[each.value.role], join(" ", local.node_patches[each.key])]))
  }

  provisioner "local-exec" {
    command = <<-EOT
      talosctl gen config '${var.name}' 'https://${local.fqdn}:6443' \
        --with-secrets '${var.directory}/secrets.yaml' \
        --additional-sans '${join(",", local.certificate_names)}' \
        --kubernetes-version '${trimprefix(var.kubernetes_version, "v")}' --talos-version '${var.talos_contract}' \
        --with-docs=false --with-examples=false \
        --output-types '${each.value.role}' --output '${var.directory}/${each.key}.yaml' \
        ${local.role_patches[each.value.role]} ${join(" ", [for patch in local.node_patches[each.key] : "--config-patch '${patch}'"])}
    EOT
  }

  depends_on = [null_resource.secrets]
}
