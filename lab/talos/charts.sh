#!/usr/bin/env bash
# Gives the registry Cilium's charts, from the modules of two versions. Envoy's image loses its digest, which an image of the
# lab cannot have; those of Cilium's own images are written into a release's chart only.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"

helm=$CACHE/bin/helm
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HELM_CACHE_HOME=$work/cache HELM_CONFIG_HOME=$work/config HELM_DATA_HOME=$work/data
for version in "$CILIUM_VERSION" "$PREVIOUS_CILIUM_VERSION"; do
  module=$(go mod download -json "github.com/cilium/cilium@$version" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  cp -r "$module/install/kubernetes/cilium" "$work/$version"
  chmod -R u+w "$work/$version"
  sed -i '/^ *repository: "quay.io\/cilium\/cilium-envoy"$/,/useDigest:/ s/useDigest: true/useDigest: false/' \
    "$work/$version/values.yaml"
  "$helm" package "$work/$version" --destination "$work" >/dev/null
  "$helm" push "$work/cilium-${version#v}.tgz" "oci://127.0.0.1:$P_REGISTRY/cilium/charts" --plain-http
done
