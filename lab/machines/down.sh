#!/usr/bin/env bash
# Stops the hypervisor, its machines and networks; machines keep their disks. --purge deletes the disks too. --daemon stops
# the hypervisor only, and machines go on.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"

stop hypervisor
[ "${1:-}" != --daemon ] || exit 0
stop hv-dns
stop hv-expose
if [ -d "$MACHINES" ]; then
  purge=
  [ "${1:-}" != --purge ] || purge=purge
  # shellcheck disable=SC2086 # an argument, or none
  MACHINE_ROOT='' /usr/bin/python3 "$here/hypervisor.py" down $purge
fi
