#!/usr/bin/env bash
# Builds the small programs of Debian that a Talos machine has beside its own, once, and prints their folder.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"

packages=ca-certificates,dmsetup,e2fsprogs,iproute2,iptables,nftables,kmod,procps,runc,xfsprogs,busybox-static,udev,lvm2
packages+=,dosfstools,cryptsetup-bin,libseccomp2,kexec-tools
mirror=$(debian_mirror)
folder=$CACHE/roots/talosvm-debian-$(printf '%s\n' "$packages" "$mirror" | sha256sum | cut -c 1-12)
printf '%s\n' "$folder"
[ ! -e "$folder.done" ] || exit 0
say "building the userland of virtual machines, about a minute" >&2
rm -rf "$folder"
mkdir -p "$CACHE/roots" "$LOG"
nice debootstrap --variant=minbase --include="$packages" bookworm "$folder" "$mirror" >"$LOG/talosvm.log" 2>&1 || {
  tail -n 5 "$LOG/talosvm.log" >&2
  die "debootstrap failed; the whole log is $LOG/talosvm.log"
}
rm -rf "$folder"/var/cache/apt/archives/*.deb "$folder"/var/lib/apt/lists/* "$folder"/usr/share/{doc,man,locale}
: >"$folder.done"
