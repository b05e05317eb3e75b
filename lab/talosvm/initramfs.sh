#!/usr/bin/env bash
# Builds what a virtual Talos machine boots, vmlinuz and initramfs, and prints their folder. machined, containerd and Talos's
# init are the lab's own builds of the real ones; the kernel and all small programs are Debian's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../go/build.sh
. "$here/../go/build.sh"
# shellcheck source=root.sh
. "$here/root.sh"

# The modules that Talos has built in, before its own init.
MODULES="virtio_blk virtio_net virtio_scsi virtio_rng sd_mod sr_mod configfs squashfs loop overlay isofs vfat nls_ascii nls_cp437
  nls_utf8 xfs dm_mod dm_crypt bridge br_netfilter vxlan veth nf_tables nf_conntrack nft_compat nf_nat dummy tun efivarfs fuse
  tls sch_fq ip_vs"

userland=$("$here/userland.sh")
kernel=$("$here/kernel.sh")
for program in machined containerd containerd-shim-runc-v2; do
  [ -x "$BIN/$program" ] || die "$program is not built: npm run lab builds it"
done
talos=$(module_folder machined github.com/siderolabs/talos)
out=$CACHE/talosvm/boot-$(
  {
    cat "$here"/{initramfs.sh,root.sh,stand-ins/*} "$BIN"/.{machined,containerd,preinit,talos-init}.key
    printf '%s\n' "$userland" "$kernel" "$TALOS_VERSION"
  } | sha256sum | cut -c 1-12
)
printf '%s\n' "$out"
[ ! -e "$out.done" ] || exit 0

pack_initramfs() { # ROOT FOLDER
  local root=$1 folder=$2 module name
  mkdir -p "$folder"/{modules,dev,proc,sys,root}
  install -m 755 "$BIN/preinit" "$folder/init"
  install -m 755 "$BIN/talos-init" "$folder/init.talos"
  ln "$out/rootfs.sqsh" "$folder/rootfs.sqsh"
  : >"$folder/modules/order"
  for module in $MODULES; do
    chroot "$root" modprobe -S "$TALOSVM_KERNEL" --show-depends "$module" | awk -v root="$root" '$1 == "insmod" { print root $2 }'
  done | awk '!seen[$0]++' | while read -r module; do
    name=$(basename "$module" .xz)
    xz -dc "$module" >"$folder/modules/$name"
    printf '%s\n' "$name" >>"$folder/modules/order"
  done
  # Not compressed, since rootfs.sqsh is.
  (cd "$folder" && find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet) >"$out/initramfs"
}

{
  began=$SECONDS
  mkdir -p "$out"
  make_root "$userland" "$kernel" "$talos" "$out/root"
  rm -f "$out/rootfs.sqsh"
  nice mksquashfs "$out/root" "$out/rootfs.sqsh" -all-root -noappend -comp zstd -Xcompression-level 9 -quiet -no-progress
  rm -rf "$out/initramfs.d"
  pack_initramfs "$out/root" "$out/initramfs.d"
  cp "$kernel"/boot/vmlinuz-* "$out/vmlinuz"
  rm -rf "$out/root" "$out/initramfs.d" "$out/rootfs.sqsh"
  : >"$out.done"
  find "$CACHE/talosvm" -mindepth 1 -maxdepth 1 -name 'boot-*' -not -name "${out##*/}*" -exec rm -rf {} +
  say "built the initramfs in $((SECONDS - began))s"
} >&2
