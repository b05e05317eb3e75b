#!/usr/bin/env bash
# The long end-to-end tests: interruptions, troubles, the load balancer under load. Brings up the lab as e2e/run.sh does,
# and writes what was measured to docs/reports/e2e-full.md. Arguments go to jest, for example the name of one test file.
set -euo pipefail
export E2E_CONFIG=e2e/full/jest.config.json
exec "$(dirname "$0")/../run.sh" "$@"
