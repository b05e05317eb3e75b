#!/usr/bin/env bash
# Gives each of NAMES its A records, in place of those that it has. Besides those of nsupdate.sh: NAMES ADDRESSES TTL

# Names may begin with *, which is no pattern here.
read -r -a names <<<"$NAMES"
read -r -a addresses <<<"$ADDRESSES"

for name in "${names[@]}"; do
  printf 'update delete %s. A\n' "$name"
  for address in "${addresses[@]}"; do
    printf 'update add %s. %s A %s\n' "$name" "$TTL" "$address"
  done
done | send_update ||
  fail "$SERVER refused the record of ${names[0]} in zone $ZONE; check dns.server, dns.zone and the key in dns.keyFile"
say "$SERVER has the record of ${names[0]}"
