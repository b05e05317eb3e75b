#!/usr/bin/env bash
# Says what a load balancer of somebody else has to pass on, and waits until it passes on the Talos API, which serves as
# soon as a control plane has booted; the bootstrap waits for the Kubernetes API.
# ADDRESSES, separated by spaces; BACKENDS, a line for each port: the port, then the backends; TIMEOUT
need curl "see whether the load balancer answers"
read -r -a addresses <<<"$ADDRESSES"

say "the load balancer at ${addresses[*]} is somebody else's; it has to pass on, by TCP:"
while read -r port backends; do
  say "  port $port to ${backends// /, }"
done <<<"$BACKENDS"
say "a health check of 6443 is GET /readyz over TLS, which answers 200 or 401; the others are checked by a connection"

# That TLS is agreed on shows that a control plane is behind it; without a certificate nobody gets further.
passes_on() { # ADDRESS
  local agreed
  agreed=$(curl --insecure --silent --max-time 5 --output /dev/null --write-out '%{time_appconnect}' "https://$1:50000") || true
  seen="no TLS on $1:50000"
  case $agreed in "" | *[!0-9.]*) return 1 ;; *[1-9]*) ;; *) return 1 ;; esac
}

for address in "${addresses[@]}"; do
  wait_for "$TIMEOUT" "the load balancer $address to pass on the Talos API" passes_on "$address" ||
    fail "the load balancer $address does not pass on port 50000 after ${TIMEOUT}s: $seen. Check its backends, its health checks and loadBalancer.sources, then apply again; timeouts.loadBalancer is the bound"
done
