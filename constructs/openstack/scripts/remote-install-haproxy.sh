#!/usr/bin/env bash
# Runs on the load balancer as root: takes a configuration on standard input, checks it, keeps the previous one, reloads
# without dropping connections, and goes back if the reload fails.
set -euo pipefail
config=/etc/haproxy/haproxy.cfg
new=$(mktemp /etc/haproxy/haproxy.cfg.XXXXXX)
trap 'rm -f "$new"' EXIT
cat >"$new"
chmod 0644 "$new"
checked=$(haproxy -c -f "$new" 2>&1) || {
  echo "haproxy refuses it: $(grep -m 2 ALERT <<<"$checked" || echo "$checked")" >&2
  exit 1
}
if cmp -s "$new" "$config" && systemctl is-active --quiet haproxy; then
  echo "haproxy serves this configuration already"
  exit 0
fi
# A unit that failed too often at boot would refuse to start even with a good configuration.
systemctl reset-failed haproxy 2>/dev/null || true
[ ! -f "$config" ] || cp -p "$config" "$config.previous"
mv "$new" "$config"
started=$(date +%s)
if systemctl reload-or-restart haproxy 2>/dev/null && systemctl is-active --quiet haproxy; then
  echo "haproxy serves the new configuration"
  exit 0
fi
# That the worker before it was told to end is an alert too, and no reason.
journalctl --unit haproxy --since "@$started" --output cat 2>/dev/null | grep ALERT | grep -vm 1 'Current worker' >&2 || true
[ ! -f "$config.previous" ] || cp -p "$config.previous" "$config"
systemctl reload-or-restart haproxy 2>/dev/null || true
echo "haproxy did not reload; the previous configuration is back" >&2
exit 1
