#!/usr/bin/env bash
# Looks at what the provider has just uploaded, before a server boots from it. The provider has compared Glance's checksum
# with that of this file, so the file says what Glance has.
# IMAGE; FILE, or CACHE: a directory that was made for this download alone; SHA256, or nothing
files=("$FILE")
[ -z "$CACHE" ] || files=("$CACHE"/*.img)
if [ "${#files[@]}" -ne 1 ] || [ ! -s "${files[0]}" ]; then
  fail "the image $IMAGE was uploaded from ${CACHE:-$FILE}, where no such file is any more; delete it with \"openstack image delete $IMAGE\", and apply again"
fi
sum=$(sha256_of "${files[0]}")

# With the directories of downloads that were killed.
[ -z "$CACHE" ] || rm -rf "$(dirname "$CACHE")"

[ -n "$SHA256" ] || {
  say "the image $IMAGE has the SHA-256 $sum; image.sha256 pins it"
  exit 0
}
[ "$sum" = "$SHA256" ] ||
  fail "the image $IMAGE is not the one that image.sha256 names: it has the SHA-256 $sum instead of $SHA256. No server uses it. Delete it with \"openstack image delete $IMAGE\"; correct image.sha256 if this is the image that you want, else its address; then apply again"
say "the image $IMAGE has the SHA-256 that image.sha256 names"
