#!/usr/bin/env bash
# Removes the A record of NAME when the cluster goes. A name server that is gone must not keep a cluster alive.
# Besides those of nsupdate.sh: NAME
printf 'update delete %s. A\n' "$NAME" | send_update ||
  say "warning: the record of $NAME is still in zone $ZONE on $SERVER; remove it by hand"
