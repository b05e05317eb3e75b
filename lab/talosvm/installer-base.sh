#!/usr/bin/env bash
# Pushes the installer without boot assets to the lab's registry, REGISTRY/lab/talos-installer-base:KEY, and prints its name:
# Talos's installer in a Debian with the programs that it runs. The imager adds the assets of a schematic to it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../go/build.sh
. "$here/../go/build.sh"

key=$(cat "$0" "$here"/stand-ins/* "$BIN/.talos-installer.key" | sha256sum | cut -c 1-12)
image=127.0.0.1:$P_REGISTRY/lab/talos-installer-base:$key
printf '%s\n' "$image"
if "$BIN/crane" digest --insecure "$image" >/dev/null 2>&1; then exit 0; fi

# A program and the libraries that it loads, where a Debian has them.
put() { # ROOT PROGRAM...
  local root=$1 program file
  shift
  for program in "$@"; do
    file=$(command -v "$program") || die "$program is not installed: the installer runs it"
    file=$(readlink -f "$file")
    install -m 755 "$file" "$root/usr/bin/$program"
    # Nothing for a script.
    { ldd "$file" 2>/dev/null || true; } | { grep -o '/[^ ]*' || true; } | while read -r library; do
      library=/usr/${library#/usr}
      install -D -m 755 "$(readlink -f "$library")" "$root$library"
    done
  done
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root
mkdir -p "$root"/{usr/{bin,lib,lib64,share/grub},etc,tmp,proc,sys,dev,run,var,root}
for link in bin:usr/bin sbin:usr/bin lib:usr/lib lib64:usr/lib64 usr/sbin:bin; do ln -s "${link#*:}" "$root/${link%%:*}"; done
put "$root" sh grub-install grub-mkimage grub-probe mkfs.vfat mkfs.xfs mcopy mmd xfs_repair
mv "$root/usr/bin/mkfs.xfs" "$root/usr/bin/mkfs.xfs.debian"
install -m 755 "$here/stand-ins/mkfs.xfs" "$root/usr/bin/mkfs.xfs"
cp -a /usr/lib/grub "$root/usr/lib/"
install -m 755 "$BIN/talos-installer" "$root/usr/bin/installer"
tar -C "$root" --sort=name --owner=0 --group=0 --mtime=@0 -cf "$scratch/base.tar" .
{
  "$BIN/crane" append --insecure -f "$scratch/base.tar" -t "$image"
  "$BIN/crane" mutate --insecure --set-platform linux/amd64 --entrypoint /bin/installer -t "$image" "$image"
} >>"$LOG/talosvm.log" 2>&1 || die "the installer's base cannot be pushed to $image; the log is $LOG/talosvm.log"
