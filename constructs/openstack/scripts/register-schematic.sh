#!/usr/bin/env bash
# Makes the schematic known to Image Factory; posting one that it knows already changes nothing.
# FACTORY_URL SCHEMATIC SCHEMATIC_ID
need curl "register the schematic with Image Factory"
answer=$(printf '%s' "$SCHEMATIC" | curl --fail --silent --show-error --max-time 60 --retry 3 \
  --data-binary @- "$FACTORY_URL/schematics") ||
  fail "$FACTORY_URL/schematics did not take the schematic; check the address, or set image.registerSchematic: false for a plain file mirror"
case $answer in
*"\"$SCHEMATIC_ID\""*) say "Image Factory knows schematic $SCHEMATIC_ID" ;;
*) fail "Image Factory gives the schematic another ID than $SCHEMATIC_ID: $answer; kernel arguments with unusual characters can cause this" ;;
esac
