#!/usr/bin/env bash
# Stops what openstack/up.sh started: the services first, then what they stand on.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"

infrastructure=(named memcached mysql rabbitmq ceph-mon)
last=(ceph-osd epmd)
services=()
for record in "$RUN"/*.pid; do
  name=$(basename "$record" .pid)
  case " ${infrastructure[*]} ${last[*]} talos-registry hypervisor hv-dns hv-expose " in
    *" $name "*) ;;
    *) [ ! -e "$record" ] || services+=("$name") ;;
  esac
done
for name in "${services[@]}"; do ask_to_end "$name"; done
for name in "${services[@]}"; do await_end "$name" 8; done
# The OSD takes leave of its monitor, and saves what it holds.
stop ceph-osd 25
for name in "${infrastructure[@]}"; do ask_to_end "$name"; done
for name in "${infrastructure[@]}"; do await_end "$name" 30; done
stop epmd 5
