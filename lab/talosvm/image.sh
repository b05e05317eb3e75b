#!/usr/bin/env bash
# Makes what Image Factory makes of a schematic, for machines with lab_machine: talosvm. Built when it is asked for, and once.
#
#   image.sh disk SCHEMATIC        a disk image; prints the path of its raw.xz
#   image.sh installer SCHEMATIC   the installer, in the lab's registry; prints its path there
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

kind=${1:-}
schematic=${2:-}
[[ $kind =~ ^(disk|installer)$ && $schematic =~ ^[0-9a-f]{64}$ ]] ||
  die "vm-image needs disk or installer, and a schematic's ID of 64 hex digits; got \"$kind\" and \"$schematic\""

disk() { # BOOT FOLDER
  if [ ! -e "$2/$schematic.raw.xz" ]; then
    python3 "$here/imager.py" disk "$schematic" "$1" "$2/new"
    nice xz -0 -T 0 <"$2/new/openstack-amd64.raw" >"$2/$schematic.new"
    rm -rf "$2/new"
    mv "$2/$schematic.new" "$2/$schematic.raw.xz"
  fi
  printf '%s\n' "$2/$schematic.raw.xz" >&3
}

# Under the names that Image Factory has for it.
installer() { # BOOT FOLDER
  local base image=openstack-installer/$schematic:$TALOS_VERSION
  if ! "$BIN/crane" digest --insecure "127.0.0.1:$P_REGISTRY/$image" >/dev/null 2>&1; then
    base=$("$here/installer-base.sh")
    python3 "$here/imager.py" installer "$schematic" "$1" "$2/new" "$base"
    "$BIN/crane" push --insecure "$2/new/installer-amd64.tar" "127.0.0.1:$P_REGISTRY/$image" >>"$LOG/talosvm.log" 2>&1 ||
      die "the installer cannot be pushed to 127.0.0.1:$P_REGISTRY/$image; the log is $LOG/talosvm.log"
    rm -rf "$2/new"
  fi
  printf '%s\n' "$image" >&3
}

# What is printed is the answer; all else is the log.
exec 3>&1 >&2
mkdir -p "$CACHE/talosvm" "$LOG"
exec 8>"$CACHE/talosvm/lock"
flock 8
install_packages debootstrap qemu-system-x86 qemu-utils genisoimage grub-pc-bin grub-efi-amd64-bin grub-common grub2-common \
  mtools dosfstools systemd-boot-efi squashfs-tools cpio xfsprogs zstd xz-utils
"$here/programs.sh"
boot=$("$here/initramfs.sh")
folder=$CACHE/talosvm/images-${boot##*-}
find "$CACHE/talosvm" -mindepth 1 -maxdepth 1 -name 'images-*' -not -name "${folder##*/}" -exec rm -rf {} +
mkdir -p "$folder"
began=$SECONDS
"$kind" "$boot" "$folder"
say "$kind of $schematic is there after $((SECONDS - began))s"
