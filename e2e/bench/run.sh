#!/usr/bin/env bash
# Plan and apply of a large cluster against a hand-written module. Brings up the lab as e2e/run.sh does, and writes
# docs/reports/bench-lab.md when no bound is missed. The argument is the number of rounds.
set -euo pipefail
export E2E_PROGRAM=e2e/bench/lab.ts
exec "$(dirname "$0")/../run.sh" "$@"
