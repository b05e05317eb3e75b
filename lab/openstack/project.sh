#!/usr/bin/env bash
# A project with a user of the same name: create NAME writes clouds.d/NAME.yaml; delete NAME removes all that is in it, its
# buckets too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"

[ $# = 2 ] || {
  printf 'usage: %s create|delete NAME\n' "$0" >&2
  exit 2
}
OS_CLIENT_CONFIG_FILE=$CLOUDS exec /usr/bin/python3 "$here/project.py" "$@"
