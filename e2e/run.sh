#!/usr/bin/env bash
# The end-to-end tests: brings up the lab, then applies the program to it. Arguments go to jest.
set -euo pipefail
cd "$(dirname "$0")/.."
./e2e/lab.sh
export LAB_DIR=${LAB_DIR:-$HOME/.cache/talos-openstack/lab}
eval "$("$LAB_DIR/tools-up.sh" env)"
eval "$("$LAB_DIR/talos-up.sh" env)"
exec npx jest --config e2e/jest.config.json --runInBand --bail "$@"
