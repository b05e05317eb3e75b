#!/usr/bin/env bash
# Looks at what the provider has just uploaded, before a server boots from it. The provider has compared Glance's checksum
# with that of this file, so the file says what Glance has.
# IMAGE; DISK_FORMAT; FILE, or CACHE: a directory that was made for this download alone, and its SOURCE; SHA256, or nothing

# A raw disk has a partition table, whose first sector ends with 55 AA, and a qcow2 begins with its name. So a page of a proxy
# is none, and neither is a disk that is still packed.
is_disk() { # FILE
  case $DISK_FORMAT in
  raw) [ "$(head -c 512 "$1" | tail -c 2 | base64)" = "Vao=" ] ;;
  qcow2) [ "$(head -c 4 "$1" | base64)" = "UUZJ+w==" ] ;;
  esac
}

files=("$FILE")
[ -z "$CACHE" ] || files=("$CACHE"/*.img)
if [ "${#files[@]}" -ne 1 ] || [ ! -s "${files[0]}" ]; then
  fail "the image $IMAGE was uploaded from ${CACHE:-$FILE}, where no such file is any more; delete it with \"openstack image delete $IMAGE\", and apply again"
fi
sum=$(sha256_of "${files[0]}")
# Of what nobody has a checksum of.
strange=
[ -n "$SHA256" ] || is_disk "${files[0]}" ||
  strange=$(head -c 60 "${files[0]}" | LC_ALL=C tr -cs '[:print:]' ' ')

# With the directories of downloads that were killed.
[ -z "$CACHE" ] || rm -rf "$(dirname "$CACHE")"

[ -z "$strange" ] ||
  fail "the image $IMAGE is no $DISK_FORMAT disk: what came from $SOURCE begins with \"$strange\". No server uses it. Delete it with \"openstack image delete $IMAGE\"; correct image.factoryUrl or image.format; then apply again"
[ -n "$SHA256" ] || {
  say "the image $IMAGE has the SHA-256 $sum; image.sha256 pins it"
  exit 0
}
[ "$sum" = "$SHA256" ] ||
  fail "the image $IMAGE is not the one that image.sha256 names: it has the SHA-256 $sum instead of $SHA256. No server uses it. Delete it with \"openstack image delete $IMAGE\"; correct image.sha256 if this is the image that you want, else its address; then apply again"
say "the image $IMAGE has the SHA-256 that image.sha256 names"
