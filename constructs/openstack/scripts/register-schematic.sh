#!/usr/bin/env bash
# Makes the schematic known to Image Factory; posting one that it knows already changes nothing.
# FACTORY_URL SCHEMATIC SCHEMATIC_ID
need curl "register the schematic with Image Factory"
address=$FACTORY_URL/schematics
answer=$(printf '%s' "$SCHEMATIC" | curl --silent --show-error --max-time 60 --retry 3 --write-out '\n%{http_code}' \
  --data-binary @- "$address") ||
  fail "$address does not answer; check image.factoryUrl, and what is between this machine and it"
status=${answer##*$'\n'}
reason=$(printf '%s' "${answer%$'\n'*}" | tr -s '[:cntrl:]' ' ' | head -c 200)
reason=${reason% }
case $status in
200 | 201)
  case $answer in
  *"\"$SCHEMATIC_ID\""*) say "Image Factory knows schematic $SCHEMATIC_ID" ;;
  *'"id"'*) fail "Image Factory gives the schematic another ID than $SCHEMATIC_ID: $reason; kernel arguments with unusual characters can cause this" ;;
  *) fail "$address is no Image Factory, it answers with \"$reason\"; correct image.factoryUrl, or set image.registerSchematic: false for a plain file mirror" ;;
  esac
  ;;
400 | 422) fail "$address refuses the schematic: $reason; correct image.schematic, and apply again" ;;
401 | 403) fail "$address lets nobody post a schematic without a login (HTTP $status); have schematic $SCHEMATIC_ID posted by who may, and set image.registerSchematic: false" ;;
404 | 405 | 501) fail "$address is not there (HTTP $status); set image.registerSchematic: false for a plain file mirror that holds the image of schematic $SCHEMATIC_ID, else correct image.factoryUrl" ;;
5??) fail "$address fails with HTTP $status: $reason; look into the factory's log, or apply again later" ;;
*) fail "$address answers with HTTP $status instead of 201; correct image.factoryUrl, or set image.registerSchematic: false for a plain file mirror" ;;
esac
