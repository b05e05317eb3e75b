#!/usr/bin/env bash
# The cloud on one machine: real OpenStack APIs, servers that boot, real Talos nodes. Usage: npm run lab [-- COMMAND]
#
#   up          brings it up, or what of it is down, and prints how to use it (the default)
#   down        stops it; machines keep their disks, the cloud what it knows
#   purge       stops it and deletes all that ran in it; what was built stays
#   env         prints the environment to use it, for: eval "$(npm run --silent lab -- env)"
#   exec CMD... runs a command in that environment, with the names of the lab's zones resolved
#   status      says what runs, and how much memory it takes
#   vm-image disk|installer SCHEMATIC
#               makes, as Image Factory does, what a server with lab_machine: talosvm boots or is upgraded with
#
# It is built, and lives, in LAB_DIR (~/.cache/talos-openstack/lab), from a copy of these sources; several checkouts may share
# it, and the newest sources win. lab/README.md says the rest.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=lib/settings.sh
. "$here/lib/settings.sh"
# shellcheck source=lib/daemons.sh
. "$here/lib/daemons.sh"
# shellcheck source=lib/sources.sh
. "$here/lib/sources.sh"
# shellcheck source=lib/use.sh
. "$here/lib/use.sh"

usage() { sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' "$0"; }

# One at a time.
take_turn() {
  mkdir -p "$LAB_DIR"
  exec 9>"$LAB_DIR/up.lock"
  flock -n 9 || {
    say "waiting for another one who starts or stops the lab"
    flock 9
  }
}

check_machine() {
  [ "$(uname -sm)" = "Linux x86_64" ] || die "the lab runs on Linux on x86-64 only, this is $(uname -sm)"
  [ "$(id -u)" = 0 ] || die "the lab makes network namespaces and machines: run this as root"
  command -v apt-get >/dev/null || die "the lab installs packages of Debian 12: apt-get is missing"
  command -v go >/dev/null || die "the lab's programs are built from source: install Go (https://go.dev/dl) first"
}

step() { # NAME SCRIPT
  local log=$LAB_DIR/up-$1.log began=$SECONDS
  "$LAB_DIR/sources/$2" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    die "the lab's $1 did not come up; the whole log is $log"
  }
  printf 'lab: %s is up after %ss\n' "$1" "$((SECONDS - began))"
}

up() {
  check_machine
  take_turn
  install_sources
  mkdir -p "$LOG"
  forget_previous_boot
  step openstack openstack/up.sh
  step tools go/tools.sh
  step talos talos/up.sh
  step machines machines/up.sh
  describe
}

down() { # [--purge]
  check_machine
  nobody_tests
  take_turn
  [ -d "$STATE" ] || {
    printf 'lab: nothing runs\n'
    return
  }
  "$here/machines/down.sh" "$@"
  "$here/talos/down.sh"
  "$here/openstack/down.sh"
  if [ "${1:-}" = --purge ]; then rm -rf "$STATE" "$CLOUDS" "$LAB_DIR/clouds.d" "$LAB_DIR/demo"; fi
  printf 'lab: down%s\n' "${1:+, and empty}"
}

nobody_tests() {
  local record
  for record in "$LAB_DIR"/runs/*/pid; do
    [ -e "$record" ] || continue
    grep -qsa node "/proc/$(cat "$record")/cmdline" || continue
    die "a test run uses the lab: process $(cat "$record") in $(dirname "$record")"
  done
}

case ${1:-up} in
  up) up ;;
  down) down ;;
  purge) down --purge ;;
  env) print_environment ;;
  exec)
    shift
    in_environment "$@"
    ;;
  status) status ;;
  vm-image)
    shift
    "$here/talosvm/image.sh" "$@"
    ;;
  -h | --help | help) usage ;;
  *)
    usage >&2
    exit 2
    ;;
esac
