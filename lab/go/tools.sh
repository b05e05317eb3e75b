#!/usr/bin/env bash
# Builds what an operator runs, OpenTofu, talosctl and kubectl, and lays out the providers as a filesystem mirror for
# OpenTofu. The provider openstack is the newest that Go's module proxy has; the provider null is a stand-in (provider-null).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=build.sh
. "$here/build.sh"

kubernetes=k8s.io/component-base/version
talos=github.com/siderolabs/talos/pkg/machinery/version
build tofu tofu github.com/opentofu/opentofu/cmd/tofu -ldflags "-s -w -X github.com/opentofu/opentofu/version.dev=no"
build talosctl talosctl github.com/siderolabs/talos/cmd/talosctl \
  -tags grpcnotrace -ldflags "-s -w -X $talos.Tag=$TALOS_VERSION -X $talos.Name=Client"
build kubectl kubernetes k8s.io/kubernetes/cmd/kubectl \
  -ldflags "-s -w -X $kubernetes.gitVersion=$KUBERNETES_VERSION -X $kubernetes.gitMajor=1 -X $kubernetes.gitMinor=36"
build provider-openstack provider-openstack github.com/terraform-provider-openstack/terraform-provider-openstack/v3 \
  -ldflags "-s -w"
build provider-null provider-null . -ldflags "-s -w"

# Only these on an operator's PATH, not the nodes' programs beside them.
mkdir -p "$CACHE/tools"
for tool in tofu talosctl kubectl; do ln -sfn "../bin/$tool" "$CACHE/tools/$tool"; done

mirror=$CACHE/providers
place() { # PROGRAM NAMESPACE NAME VERSION
  local host folder
  for host in registry.opentofu.org registry.terraform.io; do
    folder=$mirror/$host/$2/$3/$4/linux_$(go env GOARCH)
    mkdir -p "$folder"
    # A link would show a provider that is being built again.
    cmp -s "$BIN/$1" "$folder/terraform-provider-$3_v$4" || install "$BIN/$1" "$folder/terraform-provider-$3_v$4"
  done
}
place provider-openstack terraform-provider-openstack openstack "$OPENSTACK_PROVIDER_VERSION"
place provider-null hashicorp null "$NULL_PROVIDER_VERSION"
printf 'provider_installation {\n  filesystem_mirror { path = "%s" }\n}\n' "$mirror" >"$CACHE/tofurc"
