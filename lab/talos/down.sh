#!/usr/bin/env bash
# Stops the registry of the nodes' images. The nodes are machines/down.sh's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
stop talos-registry
