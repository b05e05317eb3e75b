#!/usr/bin/env bash
# Renders one node's machine config from the cluster's secrets and patches.
# NODE CLUSTER ENDPOINT SANS KUBERNETES_VERSION TALOS_CONTRACT MACHINE_TYPE SECRETS OUTPUT ROLE_PATCHES NODE_PATCHES MAX_BYTES
need talosctl "render machine configs"
[ -s "$SECRETS" ] ||
  fail "$SECRETS is not here, and this cluster was made with it: restore it from your backup and apply again; it is never made anew, that would be another cluster"
mkdir -p "$(dirname "$OUTPUT")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

arguments=()
number=0
while IFS= read -r patch; do
  [ -n "$patch" ] || continue
  number=$((number + 1))
  printf '%s\n' "$patch" >"$work/patch-$number.yaml"
  arguments+=(--config-patch "@$work/patch-$number.yaml")
done <<<"$ROLE_PATCHES
$NODE_PATCHES"

talosctl gen config "$CLUSTER" "$ENDPOINT" \
  --with-secrets "$SECRETS" --additional-sans "$SANS" \
  --kubernetes-version "${KUBERNETES_VERSION#v}" --talos-version "$TALOS_CONTRACT" \
  --with-docs=false --with-examples=false \
  --output-types "$MACHINE_TYPE" --output - ${arguments[@]+"${arguments[@]}"} >"$work/config.yaml" ||
  fail "talosctl cannot render the machine config of $NODE (above is why); check the patches that reach it"
talosctl validate --mode cloud --config "$work/config.yaml" >"$work/validate" 2>&1 ||
  fail "the machine config of $NODE is not valid: $(tr '\n' ' ' <"$work/validate")"

bytes=$(gzip -9 -c "$work/config.yaml" | base64 | tr -d '\n' | wc -c | tr -d ' ')
[ "$bytes" -le "$MAX_BYTES" ] ||
  fail "the machine config of $NODE takes $bytes bytes of user data, at most $MAX_BYTES are possible: make its patches smaller, or move manifests out of them"
chmod 600 "$work/config.yaml"
mv "$work/config.yaml" "$OUTPUT"
say "rendered the machine config of $NODE: $bytes bytes of user data"
