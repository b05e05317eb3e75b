#!/usr/bin/env bash
# What Talos nodes are made of: builds Talos, Kubernetes and what belongs to them, the nodes' root file system and the
# container images, and serves the images on loopback. Builds take about 25 minutes the first time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"
# shellcheck source=../go/build.sh
. "$here/../go/build.sh"

install_packages debootstrap gcc libc6-dev libseccomp-dev pkg-config iproute2 util-linux procps curl python3 openssl clang-19 ipset

rm -rf "$EDITED"
trap 'rm -rf "$EDITED"' EXIT

strip="-s -w"
containerd=github.com/containerd/containerd/v2
version=k8s.io/component-base/version
kubernetes_flags() { printf '%s -X %s.gitVersion=%s -X %s.gitMajor=1 -X %s.gitMinor=36' "$strip" $version "$1" $version $version; }

build machined machined github.com/siderolabs/talos/internal/app/machined -tags tcell_minimal,grpcnotrace \
  -ldflags "$strip -X golang.zx2c4.com/wireguard/ipc.socketDirectory=/system/wireguard-sock"
build containerd containerd $containerd/cmd/containerd -ldflags "$strip -X $containerd/version.Version=2.2.7"
build containerd-shim-runc-v2 containerd $containerd/cmd/containerd-shim-runc-v2 -ldflags "$strip"
for program in kubelet kube-apiserver kube-controller-manager kube-scheduler kube-proxy; do
  build $program kubernetes k8s.io/kubernetes/cmd/$program -ldflags "$(kubernetes_flags "$KUBERNETES_VERSION")"
  # The same code under the next version, to upgrade to.
  build "$program-$NEXT_KUBERNETES_VERSION" kubernetes k8s.io/kubernetes/cmd/$program \
    -ldflags "$(kubernetes_flags "$NEXT_KUBERNETES_VERSION")"
done
build etcd etcd go.etcd.io/etcd/server/v3 -ldflags "$strip"
build coredns coredns github.com/coredns/coredns -ldflags "$strip"
build flanneld flannel github.com/flannel-io/flannel -ldflags "$strip"
# Its agent wants three words here, as of a release.
cilium=github.com/cilium/cilium
cilium_flags="$strip -X '$cilium/pkg/version.ciliumVersion=${CILIUM_VERSION#v} lab 1970-01-01T00:00:00Z'"
build cilium-agent cilium $cilium/daemon -tags osusergo -ldflags "$cilium_flags"
build cilium-dbg cilium $cilium/cilium-dbg -tags osusergo -ldflags "$cilium_flags"
build cilium-operator-generic cilium $cilium/operator -tags osusergo,ipam_provider_operator -ldflags "$cilium_flags"
build cilium-cni cilium $cilium/plugins/cilium-cni -tags osusergo -ldflags "$cilium_flags"
build cilium-health-responder cilium $cilium/cilium-health/responder -tags osusergo -ldflags "$cilium_flags"
build cilium-mount cilium $cilium/tools/mount -ldflags "$strip"
build cilium-sysctlfix cilium $cilium/tools/sysctlfix -ldflags "$strip"
build helm helm helm.sh/helm/v4/cmd/helm -ldflags "$strip -X helm.sh/helm/v4/internal/version.version=v$HELM_VERSION"
build crane crane github.com/google/go-containerregistry/cmd/crane -ldflags "$strip"
build metrics-server metrics-server sigs.k8s.io/metrics-server/cmd/metrics-server \
  -ldflags "$strip -X k8s.io/client-go/pkg/version.gitVersion=v0.9.0"
build kubelet-serving-cert-approver kubelet-serving-cert-approver . -ldflags "$strip"
# With C, which enters namespaces before Go starts. Debian's cannot map the IDs of a mount, and so no user namespaces.
CGO_ENABLED=1 build runc runc github.com/opencontainers/runc -tags seccomp -ldflags "$strip"
build runc-wrapper runc-wrapper . -ldflags "$strip"
build cni-flannel cni-flannel . -ldflags "$strip"
if [ ! "$BIN/pause" -nt "$GO_MODULES/shims/pause.c" ]; then
  gcc -O2 -static -s -o "$BIN/pause" "$GO_MODULES/shims/pause.c"
fi

"$here/authority.sh"
root=$("$here/root.sh")
registry=$CACHE/registry
mkdir -p "$registry/blobs/sha256" "$registry/manifests"
CILIUM_SOURCES=$(module_folder cilium github.com/cilium/cilium)
export CILIUM_SOURCES
python3 "$here/images.py" build "$root" "$BIN" "$registry" "$KUBERNETES_VERSION" "$NEXT_KUBERNETES_VERSION"

start talos-registry "$BIN/crane" registry serve --address "127.0.0.1:$P_REGISTRY" --disk "$registry/blobs"
wait_for talos-registry 20 answers_ok "http://127.0.0.1:$P_REGISTRY/v2/"
# It keeps manifests in memory, so they are given to it again each time.
python3 "$here/images.py" push "http://127.0.0.1:$P_REGISTRY" "$registry"
"$here/charts.sh"
