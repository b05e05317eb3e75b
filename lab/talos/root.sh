#!/usr/bin/env bash
# Builds the root file system of Talos nodes and prints its folder: small programs of Debian, Talos's own init, and the
# files that Talos's image has. Each version has a folder of its own, since nodes run on top of the one they began with.
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

packages=ca-certificates,containernetworking-plugins,dmsetup,e2fsprogs,iproute2,iptables,nftables,kmod,procps,libseccomp2,xfsprogs,busybox-static
keys=()
for program in machined containerd containerd-shim-runc-v2 runc runc-wrapper cni-flannel; do keys+=("$BIN/.$program.key"); done
mirror=$(debian_mirror)

short_hash() { sha256sum | cut -c 1-12; }
debian=$CACHE/roots/debian-$(printf '%s\n' "$packages" "$mirror" | short_hash)
root=$CACHE/roots/talos-$(cat "$0" "${keys[@]}" | short_hash)
printf '%s\n' "$root"
[ ! -e "$root.done" ] || exit 0

{
  mkdir -p "$CACHE/roots"
  if [ ! -e "$debian.done" ]; then
    say "building the file system below it, about 45 s"
    rm -rf "$debian"
    nice debootstrap --variant=minbase --include="$packages" bookworm "$debian" "$mirror" >"$LOG/talos-root.log" 2>&1 || {
      tail -n 5 "$LOG/talos-root.log"
      die "debootstrap failed; the whole log is $LOG/talos-root.log"
    }
    rm -rf "$debian"/var/cache/apt/archives/*.deb "$debian"/var/lib/apt/lists/* "$debian"/usr/share/{doc,man,locale}
    : >"$debian.done"
  fi
  rm -rf "$root"
  cp -a "$debian" "$root"

  program() { install -m 755 "$BIN/$1" "$root/$2"; } # PROGRAM PATH
  program machined usr/bin/init
  ln -sf ../bin/init "$root/usr/sbin/init"
  ln -f "$root/usr/bin/init" "$root/usr/sbin/poweroff"
  ln -f "$root/usr/bin/init" "$root/usr/bin/dashboard"
  program containerd usr/bin/containerd
  program containerd-shim-runc-v2 usr/bin/containerd-shim-runc-v2
  program runc usr/sbin/runc
  program runc-wrapper usr/bin/runc

  for folder in usr/lib/modules usr/share/spdx boot/EFI etc/iscsi etc/nvme etc/cri/conf.d/hosts usr/lib/firmware usr/etc \
    usr/local/share mnt system opt/cni/bin opt/containerd/bin opt/containerd/lib .extra etc/kubernetes/manifests \
    etc/cni/net.d etc/ssl/certs usr/libexec/kubernetes usr/local/lib/kubelet/credentialproviders \
    etc/selinux/targeted/contexts/files etc/containerd; do
    mkdir -p "$root/$folder"
  done
  cp -a "$root"/usr/lib/cni/* "$root/opt/cni/bin/"
  program cni-flannel opt/cni/bin/flannel

  # As in Talos's image.
  talos=$(module_folder machined github.com/siderolabs/talos)
  install -m 644 "$talos/hack/containerd.toml" "$root/etc/containerd/config.toml"
  install -m 644 "$talos/hack/cri-containerd.toml" "$root/etc/cri/containerd.toml"
  install -m 644 "$talos/hack/cri-plugin.part" "$root/etc/cri/conf.d/00-base.part"
  [ ! -e "$talos/hack/lvm.conf" ] || install -m 644 "$talos/hack/lvm.conf" "$root/etc/lvm.conf"

  # Files that Talos mounts over.
  rm -f "$root"/etc/{resolv.conf,hosts,machine-id,os-release}
  for file in extensions.yaml resolv.conf hosts machine-id cri/conf.d/cri.toml cri/conf.d/01-registries.part \
    cri/conf.d/20-customization.part cri/conf.d/base-spec.json selinux/targeted/contexts/files/file_contexts \
    iscsi/initiatorname.iscsi nvme/hostid nvme/hostnqn; do
    : >"$root/etc/$file"
  done
  [ -s "$root/etc/ssl/certs/ca-certificates.crt" ] || : >"$root/etc/ssl/certs/ca-certificates.crt"
  ln -sf ca-certificates.crt "$root/etc/ssl/certs/ca-certificates"
  printf '[ NFSMount_Global_Options ]\n    nolock=true\n' >"$root/etc/nfsmount.conf"
  printf 'true\n' >"$root/usr/etc/in-container"
  printf 'NAME="Talos"\nID=talos\nVERSION_ID=%s\nPRETTY_NAME="Talos (%s)"\n' "$TALOS_VERSION" "$TALOS_VERSION" \
    >"$root/etc/os-release"
  : >"$root.done"

  # Older ones go when no node is left that began with them.
  for old in "$CACHE"/roots/talos-*.done; do
    old=${old%.done}
    [ "$old" != "$root" ] || continue
    grep -qsxF "$old" "$MACHINES"/servers/*/node/lower || rm -rf "$old" "$old.done"
  done
} >&2
ln -sfn "$root" "$CACHE/roots/talos"
