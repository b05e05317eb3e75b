#!/usr/bin/env bash
# Removes the A record of NAME when the cluster goes. A name server that is gone must not keep a cluster alive.
# NAME ZONE SERVER KEY_FILE
host=${SERVER%:*}
port=53
[ "$host" = "$SERVER" ] || port=${SERVER##*:}
key=()
[ -z "$KEY_FILE" ] || key=(-k "$KEY_FILE")
printf 'server %s %s\nzone %s\nupdate delete %s. A\nsend\n' "$host" "$port" "$ZONE" "$NAME" |
  nsupdate -v -t 20 ${key[@]+"${key[@]}"} ||
  say "warning: the record of $NAME is still in zone $ZONE on $SERVER; remove it by hand"
