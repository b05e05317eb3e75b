# shellcheck shell=bash
# Dynamic updates of a zone. ZONE SERVER KEY_FILE

send_update() { # reads the lines between zone and send
  need nsupdate "update the zone $ZONE"
  local host=${SERVER%:*} port=53 key=()
  [ "$host" = "$SERVER" ] || port=${SERVER##*:}
  [ -z "$KEY_FILE" ] || key=(-k "$KEY_FILE")
  # One message: nobody sees a name without its record.
  { printf 'server %s %s\nzone %s\n' "$host" "$port" "$ZONE" && cat && printf 'send\n'; } |
    nsupdate -v -t 20 ${key[@]+"${key[@]}"}
}
