#!/usr/bin/env bash
# The end-to-end tests: brings up the lab, then applies the program to it. Arguments go to jest, for example the name of one
# test file; or to the program of E2E_PROGRAM, which runs instead.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for command in node npm python3 unshare setsid ssh ssh-keygen curl getent; do
  command -v "$command" >/dev/null || missing+=("$command")
done
if [ "${#missing[@]}" -gt 0 ]; then
  printf 'error: the end-to-end tests need what is not installed here: %s\n' "${missing[*]}" >&2
  exit 1
fi
if [ ! -x node_modules/.bin/jest ]; then
  printf 'error: the packages are not installed: run npm ci first\n' >&2
  exit 1
fi

./lab/lab.sh up
eval "$(./lab/lab.sh env)"
[ -z "${E2E_PROGRAM:-}" ] || exec node --import tsx "$E2E_PROGRAM" "$@"
exec node_modules/.bin/jest --config "${E2E_CONFIG:-e2e/jest.config.json}" --runInBand "$@"
