#!/usr/bin/env bash
# Makes a disk laid out as Image Factory's openstack-amd64.raw is, but small: a GPT with a FAT of a kernel, a boot loader for
# BIOS, and Talos' BOOT and META; mostly holes. Nothing boots from it. The same bytes for the same schematic and version.
#
#   disk.sh SCHEMATIC VERSION FILE
set -euo pipefail
schematic=$1 version=$2 file=$3
export TZ=UTC
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Bytes that no program can pack, as kernels and archives are.
noise() { # NAME BYTES
  head -c "$2" < <(openssl enc -aes-256-ctr -nosalt -pbkdf2 -iter 1 -pass "pass:$1 $schematic $version" -in /dev/zero 2>/dev/null)
}

place() { # MIB
  dd of="$file" bs=1M seek="$1" conv=notrunc status=none
}

id=7A105000-0000-4000-8000-00000000000
rm -f "$file"
truncate -s 36M "$file"
sfdisk --quiet "$file" <<GPT
label: gpt
label-id: ${id}0
start=2048, size=16MiB, name=EFI, uuid=${id}1, type=uefi
size=1MiB, name=BIOS, uuid=${id}2, type=21686148-6449-6E6F-744E-656564454649
size=16MiB, name=BOOT, uuid=${id}3, type=linux
size=1MiB, name=META, uuid=${id}4, type=linux
GPT

mkdir -p "$scratch/EFI/Linux"
noise kernel 1048576 >"$scratch/EFI/Linux/Talos-$version.efi"
find "$scratch/EFI" -exec touch -d 2026-01-01 {} +
# It warns of the disk that goes on behind the partition.
mkfs.vfat --offset 2048 --invariant -i 7a105000 -n EFI -F 16 "$file" 16384 >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  exit 1
}
mcopy -s -m -i "$file@@1M" "$scratch/EFI" ::
noise loader 65536 | place 17
noise grub 1048576 | place 18
printf '%s\n' "$schematic" | place 34
