#!/usr/bin/env bash
# Builds the root file system that all Debian machines of the lab share, each below an overlay of its own, and prints its
# folder. It is what a cloud image is: cloud-init, sshd, and packages that are installed but not started.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"

packages="haproxy keepalived openssh-server sudo python3 curl ca-certificates iproute2 iputils-ping netcat-openbsd procps
  nftables jq dnsutils ${DEBIAN_PACKAGES:-}"
mirror=$(debian_mirror)
root=$CACHE/roots/machine-$(printf '%s\n' "$(cat "$0" "$here/cloud-init.cfg")" "$packages" "$mirror" | sha256sum | cut -c 1-12)
log=$LOG/machine-root.log
printf '%s\n' "$root"
[ ! -e "$root.done" ] || exit 0

unmount() { ! mountpoint -q "$root/proc" || umount "$root/proc"; }
inside() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C "$@" >>"$log" 2>&1; }

build() {
  mkdir -p "$CACHE/roots"
  unmount
  rm -rf "$root"
  trap unmount EXIT
  nice debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus,udev,ca-certificates bookworm "$root" "$mirror" \
    >"$log" 2>&1
  mount -t proc proc "$root/proc"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod 755 "$root/usr/sbin/policy-rc.d"
  printf 'force-unsafe-io\n' >"$root/etc/dpkg/dpkg.cfg.d/lab"
  {
    printf 'deb %s %s main\n' "$mirror" bookworm "$mirror" bookworm-updates
    printf 'deb %s bookworm-security main\n' "${DEBIAN_SECURITY_MIRROR:-${mirror%/debian}/debian-security}"
  } >"$root/etc/apt/sources.list"
  inside apt-get -q update
  # cloud-init wants /proc, so it comes after debootstrap.
  # shellcheck disable=SC2086 # a list
  inside nice apt-get -q -y --no-install-recommends install cloud-init $packages
  inside apt-get clean

  # Inside a machine apt-get update succeeds at once, and knows no packages but those that are installed.
  : >"$root/etc/apt/sources.list"
  rm -rf "$root"/var/lib/apt/lists/* "$root/usr/sbin/policy-rc.d"
  mkdir -p "$root/var/lib/apt/lists/partial"
  # These wait for user data.
  inside systemctl disable -q haproxy keepalived nftables || true
  inside systemctl mask -q systemd-udevd systemd-networkd systemd-networkd-wait-online systemd-resolved systemd-timesyncd \
    getty.target console-getty apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer fstrim.timer systemd-udev-trigger || true
  rm -f "$root"/etc/ssh/ssh_host_* "$root/etc/machine-id" "$root/etc/resolv.conf" "$root/etc/hostname"
  : >"$root/etc/machine-id"
  cp "$here/cloud-init.cfg" "$root/etc/cloud/cloud.cfg.d/99-lab.cfg"
  unmount
  : >"$root.done"
}

say "building the root of Debian machines, about 80 s" >&2
build >&2 || {
  tail -n 20 "$log" >&2
  die "the root of Debian machines cannot be built; the whole log is $log"
}
