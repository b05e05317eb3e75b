# shellcheck shell=bash
# Renders one node's machine config from the cluster's secrets and patches.
# NODE CLUSTER API_ENDPOINT API_ADDRESS SANS KUBERNETES_VERSION TALOS_CONTRACT MACHINE_TYPE SECRETS ROLE_PATCHES NODE_PATCHES MAX_BYTES

render_machine_config() { # DIRECTORY, for config.yaml and what leads to it
  local to=$1 patch number=0 arguments=() bytes
  need talosctl "render machine configs"
  need_secrets
  if [ -n "$API_ADDRESS" ]; then
    # Whether a node can join is then no matter of its name servers, of a floating IP that does not reach its own network,
    # or of the address that a router gives to what leaves it.
    printf '{"apiVersion":"v1alpha1","kind":"StaticHostConfig","name":"%s","hostnames":["%s"]}\n' \
      "$API_ADDRESS" "$API_ENDPOINT" >"$to/patch-host.yaml"
    arguments+=(--config-patch "@$to/patch-host.yaml")
  fi
  while IFS= read -r patch; do
    [ -n "$patch" ] || continue
    number=$((number + 1))
    printf '%s\n' "$patch" >"$to/patch-$number.yaml"
    arguments+=(--config-patch "@$to/patch-$number.yaml")
  done <<<"$ROLE_PATCHES"$'\n'"$NODE_PATCHES"

  talosctl gen config "$CLUSTER" "https://$API_ENDPOINT:6443" \
    --with-secrets "$SECRETS" --additional-sans "$SANS" \
    --kubernetes-version "${KUBERNETES_VERSION#v}" --talos-version "$TALOS_CONTRACT" \
    --with-docs=false --with-examples=false \
    --output-types "$MACHINE_TYPE" --output - ${arguments[@]+"${arguments[@]}"} >"$to/config.yaml" 2>"$to/error" ||
    fail "talosctl cannot render the machine config of $NODE: $(tail -n 3 "$to/error" | tr '\n' ' '); check the patches that reach it"
  talosctl validate --mode cloud --config "$to/config.yaml" >"$to/validate" 2>&1 ||
    fail "the machine config of $NODE is not valid: $(tr '\n' ' ' <"$to/validate")"
  bytes=$(gzip -9 -c "$to/config.yaml" | base64 | tr -d '\n' | wc -c | tr -d ' ')
  # What OpenTofu compresses may be a little larger than what gzip -9 does.
  [ "$((bytes + bytes / 50))" -le "$MAX_BYTES" ] ||
    fail "the machine config of $NODE takes $bytes bytes of user data, at most $MAX_BYTES are possible: make its patches smaller, or move manifests out of them"
  say "rendered the machine config of $NODE: $bytes bytes of user data"
}
