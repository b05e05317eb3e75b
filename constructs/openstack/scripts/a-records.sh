#!/usr/bin/env bash
# Makes the A record of NAME where that is this program's to do, and waits until NAME resolves to ADDRESS.
# KIND NAME ADDRESS TIMEOUT; for rfc2136 also ZONE TTL SERVER KEY_FILE

update_record() {
  need nsupdate "update the zone $ZONE"
  local host=${SERVER%:*} port=53 key=()
  [ "$host" = "$SERVER" ] || port=${SERVER##*:}
  [ -z "$KEY_FILE" ] || key=(-k "$KEY_FILE")
  # One message: nobody sees the name without its record.
  printf 'server %s %s\nzone %s\nupdate delete %s. A\nupdate add %s. %s A %s\nsend\n' \
    "$host" "$port" "$ZONE" "$NAME" "$NAME" "$TTL" "$ADDRESS" |
    nsupdate -v -t 20 ${key[@]+"${key[@]}"} ||
    fail "$SERVER refused the record of $NAME in zone $ZONE; check dns.server, dns.zone and the key in dns.keyFile"
}

# What this machine's resolver answers, through the same door that talosctl and kubectl use.
resolve() {
  if command -v getent >/dev/null 2>&1; then
    getent ahostsv4 "$NAME" | awk '{ print $1 }'
  elif command -v dscacheutil >/dev/null 2>&1; then
    dscacheutil -q host -a name "$NAME" | awk '$1 == "ip_address:" { print $2 }'
  else
    need dig "see whether $NAME resolves"
    dig +short +time=3 +tries=1 "$NAME" A
  fi | sort -u | paste -sd, -
}

# What the zone's own name servers say: it tells a record that is missing from a resolver that is slow.
authoritative() {
  command -v dig >/dev/null 2>&1 || return 0
  local zone=$NAME server
  while [ "${zone#*.}" != "$zone" ]; do
    zone=${zone#*.}
    for server in $(dig +short +time=2 +tries=1 "$zone" NS 2>/dev/null | grep -v '^;'); do
      dig +short +time=2 +tries=1 "@${server%.}" "$NAME" A 2>/dev/null | grep -v '^;' | sort -u | paste -sd, - && return 0
    done
  done
}

resolves() {
  local answer
  answer=$(resolve) || true
  [ "$answer" != "$ADDRESS" ] || return 0
  seen="the resolver says ${answer:-nothing}, the zone's name servers say $(authoritative || true)"
  return 1
}

[ "$KIND" != rfc2136 ] || update_record
[ "$KIND" != external ] || say "the record is not this program's to make: $NAME must have an A record with $ADDRESS"
wait_for "$TIMEOUT" "$NAME to resolve to $ADDRESS" resolves ||
  fail "$NAME does not resolve to $ADDRESS after ${TIMEOUT}s: $seen. Mend the record, then apply again; timeouts.dns is the bound"
