#!/usr/bin/env bash
# Brings up the OpenStack that the end-to-end tests use: real APIs and machines on loopback, from the lab in LAB_SOURCE.
# The lab builds and runs in a copy of its own, LAB_DIR, which later runs and other checkouts use again; what is up
# already is left alone. Prints nothing but progress; says at once what is missing when it cannot run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=${LAB_SOURCE:-$here/../../shared/lab}
lab=${LAB_DIR:-$HOME/.cache/talos-openstack/lab}
PATH=$PATH:/usr/local/go/bin

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}
[ "$(uname -s)" = Linux ] || die "the lab runs on Linux only"
[ "$(id -u)" = 0 ] || die "the lab makes network namespaces and machines: run as root"
[ -x "$source/openstack-up.sh" ] || die "there is no lab in $source: set LAB_SOURCE to the folder that holds openstack-up.sh"
command -v apt-get >/dev/null || die "the lab installs Debian's packages: apt-get is missing"
command -v go >/dev/null || die "the lab's tools are built from source: install Go (https://go.dev/dl) first"

mkdir -p "$lab"
# One at a time; descriptor 9 is the one that the lab's scripts keep from what they start.
exec 9>"$lab/up.lock"
flock 9
cp -rT --update "$source" "$lab"
chmod -R u+w "$lab"/*.sh "$lab/lib" "$lab/tools" "$lab/README.md"

# After a restart of this machine the lab's records name processes that are gone; openstack-up.sh takes that for a failure.
# Subshell: the lab's settings stay out of this script.
(
  export LAB=$lab
  # shellcheck source=/dev/null
  . "$lab/lib/common.sh"
  for record in "$RUN"/*.pid; do
    case $record in *.own.pid | *"*"*) continue ;; esac
    alive "$(basename "$record" .pid)" || rm -f "$record"
  done
)

step() { # NAME COMMAND...
  local name=$1 start=$SECONDS log="$lab/up-$1.log"
  shift
  "$@" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    die "the lab's $name did not come up; the whole log is $log"
  }
  printf 'lab: %s is up after %ss\n' "$name" "$((SECONDS - start))"
}
step openstack "$lab/openstack-up.sh"
step tools "$lab/tools-up.sh"
step talos "$lab/talos-up.sh"
step machines env LAB_HV_EXPOSE="5055" "$lab/hypervisor-up.sh"
