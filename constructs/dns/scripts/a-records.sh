#!/usr/bin/env bash
# Waits until each of NAMES resolves to ADDRESSES: first at the zone's own name servers, because a resolver that is asked
# too early remembers that there is no such name.
# NAMES ADDRESSES HINT TIMEOUT

read -r -a names <<<"$NAMES"
read -r -a addresses <<<"$ADDRESSES"
wanted=$(printf '%s\n' "${addresses[@]}" | sort -u | paste -sd, -)

# What this machine's resolver answers, through the same door that talosctl and kubectl use.
resolve() { # NAME
  if command -v getent >/dev/null 2>&1; then
    getent ahostsv4 "$1" | awk '{ print $1 }'
  elif command -v dscacheutil >/dev/null 2>&1; then
    dscacheutil -q host -a name "$1" | awk '$1 == "ip_address:" { print $2 }'
  else
    dig +short +time=3 +tries=1 "$1" A
  fi | sort -u | paste -sd, -
}

ask() { # SERVER NAME
  dig +short +norecurse +time=2 +tries=1 "@$1" "$2" A 2>/dev/null | grep -v '^;' | sort -u | paste -sd, -
}

# The name servers of the closest zone above NAME that this machine can speak to.
find_name_servers() {
  local zone=${names[0]} server
  name_servers=()
  command -v dig >/dev/null 2>&1 || return 0
  while [ "${#name_servers[@]}" -eq 0 ]; do
    zone=${zone#*.}
    # Stop at the top-level domain: its servers only delegate.
    case $zone in *.*) ;; *) return 0 ;; esac
    while read -r server; do
      if dig +short +norecurse +time=2 +tries=1 "@$server" "$zone" SOA >/dev/null 2>&1; then name_servers+=("$server"); fi
    done < <(dig +short +time=3 +tries=1 "$zone" NS 2>/dev/null | grep '\.$' | sed 's/\.$//')
  done
}

name_servers_agree() { # NAME
  local server answer
  for server in "${name_servers[@]}"; do
    answer=$(ask "$server" "$1") || true
    [ "$answer" != "$wanted" ] || continue
    seen="the zone's name server $server says ${answer:-nothing}"
    return 1
  done
}

resolver_agrees() { # NAME
  local answer
  answer=$(resolve "$1") || true
  [ "$answer" != "$wanted" ] || return 0
  seen="this machine's resolver says ${answer:-nothing}"
  return 1
}

command -v getent >/dev/null 2>&1 || command -v dscacheutil >/dev/null 2>&1 || need dig "see whether ${names[0]} resolves"
[ -z "$HINT" ] || say "$HINT $wanted"
deadline=$((SECONDS + TIMEOUT)) # of all waits together
find_name_servers
if [ "${#name_servers[@]}" -eq 0 ]; then say "the zone's name servers cannot be asked from here; only the resolver is"; fi
for name in "${names[@]}"; do
  if [ "${#name_servers[@]}" -gt 0 ]; then
    # They are asked for the resolver's sake, and need not be the ones that it asks: a zone may be an internal one.
    wait_for $(((deadline - SECONDS) / 2)) "the zone's name servers to give $name as $wanted" name_servers_agree "$name" ||
      say "$seen; from now on only this machine's resolver is asked"
  fi
  wait_for $((deadline - SECONDS)) "$name to resolve to $wanted" resolver_agrees "$name" ||
    fail "$name does not resolve to $wanted after ${TIMEOUT}s: $seen. The record may be wrong, or a resolver still remembers an older answer; then apply again; timeouts.dns is the bound"
done
