#!/usr/bin/env bash
# Writes constructs/machine/talos-schema.json: the kinds, keys and types of Talos' machine config, from Talos' own source in
# the version of tools/talos-schema/go.mod. Needs Go, and its module proxy.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/talos-schema"
types=$(go list -m -f '{{.Dir}}' github.com/siderolabs/talos/pkg/machinery)/config/types
made=$(mktemp -d)
trap 'rm -r "$made"' EXIT

grep -rhoE '"[A-Z][A-Za-z0-9]+"' "$types" --include='*.go' | tr -d '"' | sort -u |
  go run . >"$made/schema.json" 2>"$made/found"
registered=$(grep -rhoE 'registry\.Register\(' "$types" --include='*.go' | wc -l)
[ "$(cat "$made/found")" = "$registered" ] || {
  echo "found kinds: $(cat "$made/found"), but Talos registers $registered; look how it names the others" >&2
  exit 1
}
cp "$made/schema.json" ../../constructs/machine/talos-schema.json
echo "$registered kinds of machine config"
