#!/usr/bin/env bash
# Runs on the load balancer as root: takes a configuration on standard input, checks it, keeps the previous one, reloads
# without dropping connections, and goes back if the reload fails.
#
# What lies on the disk is not what HAProxy serves, when a script before this one was killed between the two. So a copy of
# what was loaded is made after the reload, and only that says that nothing is left to do.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
loaded=$config.loaded
new=$(mktemp /etc/haproxy/haproxy.cfg.XXXXXX)
trap 'rm -f "$new"' EXIT
cat >"$new"
chmod 0644 "$new"
checked=$(haproxy -c -f "$new" 2>&1) || {
  echo "haproxy refuses it: $(grep -m 2 ALERT <<<"$checked" || echo "$checked")" >&2
  exit 1
}
if cmp -s "$new" "$config" && cmp -s "$new" "$loaded" && systemctl is-active --quiet haproxy; then
  echo "haproxy serves this configuration already"
  exit 0
fi
# A unit that failed too often at boot would refuse to start even with a good configuration.
systemctl reset-failed haproxy 2>/dev/null || true
if [ -f "$loaded" ]; then
  cp -p "$loaded" "$config.previous"
elif [ -f "$config" ] && ! cmp -s "$new" "$config"; then
  cp -p "$config" "$config.previous"
fi
mv "$new" "$config"
started=$(date +%s)

# Processes of HAProxy besides its master, which stays the same through all reloads.
workers() {
  local master
  master=$(systemctl show --property MainPID --value haproxy)
  pgrep -x haproxy | grep -vx "${master:-0}" || true
}

# A reload ends well even if the new worker cannot start, and the one before it goes on.
has_new_worker() {
  local worker
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    worker=$(workers | grep -vxF "${before:-none}" | head -n 1) || true
    if [ -n "$worker" ]; then
      sleep 1
      workers | grep -qx "$worker" && return 0
    fi
    sleep 0.5
  done
  return 1
}

before=$(workers)
if systemctl reload-or-restart haproxy 2>/dev/null && systemctl is-active --quiet haproxy && has_new_worker; then
  cp -p "$config" "$loaded.new"
  mv "$loaded.new" "$loaded"
  echo "haproxy serves the new configuration"
  exit 0
fi
# That the worker before it was told to end is an alert too, and no reason.
journalctl --unit haproxy --since "@$started" --output cat 2>/dev/null | grep ALERT | grep -vm 1 'Current worker' >&2 || true
[ ! -f "$config.previous" ] || cp -p "$config.previous" "$config"
systemctl reload-or-restart haproxy 2>/dev/null || true
echo "haproxy did not reload; the previous configuration is back" >&2
exit 1
