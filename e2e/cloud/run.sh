#!/usr/bin/env bash
# The whole life of a small cluster on a cloud of yours. Usage: npm run e2e:cloud -- --cloud NAME [--file FILE]
#
#   --cloud NAME   an entry of clouds.yaml: its project gets the cluster
#   --file FILE    a cluster file that fits the cloud: networks, flavors, images, key pair, DNS (default: cluster.yaml)
#
# One control plane and one worker are made of the file, under a name of their own and with a local state; then: every node
# Ready, a plan without a difference, one worker more, and a destroy that leaves nothing. It takes about 10 minutes.
# Nothing else in the project is touched. Needs tofu, talosctl, kubectl and ssh on PATH, and a machine that the file's
# access lists let in. When it fails, state and logs stay in a directory that it names.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,/^set/{/^set/d; s/^# \{0,1\}//; p}' "$0"; }
fail() { # STATUS TEXT
  printf 'error: %s\n' "$2" >&2
  exit "$1"
}

cloud=
file=cluster.yaml
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --cloud | --file)
      [ $# -ge 2 ] || fail 2 "$1 needs a value; --help says more"
      if [ "$1" = --cloud ]; then cloud=$2; else file=$2; fi
      shift 2
      ;;
    *) fail 2 "unknown argument $1; --help says more" ;;
  esac
done
[ -n "$cloud" ] || fail 2 "which cloud? --cloud NAME, an entry of clouds.yaml; --help says more"
[ -f "$file" ] || fail 2 "there is no file $file; --help says more"

missing=()
for command in node tofu talosctl kubectl ssh curl; do
  command -v "$command" >/dev/null || missing+=("$command")
done
[ "${#missing[@]}" -eq 0 ] || fail 1 "not on PATH: ${missing[*]}"
[ -x "$here/../../node_modules/.bin/jest" ] || fail 1 "the packages are not installed: run npm ci first"

E2E_CLUSTER_FILE=$(realpath "$file")
export E2E_CLUSTER_FILE OS_CLOUD=$cloud
cd "$here/../.."
exec node_modules/.bin/jest --config e2e/cloud/jest.config.json --runInBand
