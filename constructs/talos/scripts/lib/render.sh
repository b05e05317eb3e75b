# shellcheck shell=bash
# Renders one node's machine config from the cluster's secrets and patches. Needs secrets.sh and manifests.sh; a
# script calls need_secrets first.
# NODE CLUSTER NODE_ENDPOINT NODE_ENDPOINT_ADDRESS SANS TALOS_CONTRACT MACHINE_TYPE SECRETS BLOCK_METADATA
# SECRET_PATCHES: paths, a line for each
# PINNED_MANIFESTS: a line for each, its SHA-256 and its URL
# ROLE_PATCHES NODE_PATCHES MAX_BYTES

render_machine_config() { # KUBERNETES_VERSION FILE
  local patch sum url number=0 arguments=()
  if [ -n "$NODE_ENDPOINT_ADDRESS" ]; then
    # Whether a node can join is then no matter of its name servers, of a floating IP that does not reach its own network,
    # or of the address that a router gives to what leaves it.
    printf '{"apiVersion":"v1alpha1","kind":"StaticHostConfig","name":"%s","hostnames":["%s"]}\n' \
      "$NODE_ENDPOINT_ADDRESS" "$NODE_ENDPOINT" >"$WORK/patch-host.yaml"
    arguments+=(--config-patch "@$WORK/patch-host.yaml")
  fi
  if [ "$BLOCK_METADATA" = true ]; then
    # Talos reads the config drive. The metric is better than that of a route to the service that DHCP may give, 1024.
    printf '{"apiVersion":"v1alpha1","kind":"BlackholeRouteConfig","name":"169.254.169.254/32","metric":1}\n' \
      >"$WORK/patch-metadata.yaml"
    arguments+=(--config-patch "@$WORK/patch-metadata.yaml")
  fi
  while read -r sum url; do
    [ -n "$sum" ] || continue
    number=$((number + 1))
    pinned_manifest "$sum" "$url" "$WORK/patch-$number.yaml"
    arguments+=(--config-patch "@$WORK/patch-$number.yaml")
  done <<<"$PINNED_MANIFESTS"

  while IFS= read -r patch; do
    [ -n "$patch" ] || continue
    number=$((number + 1))
    printf '%s\n' "$patch" >"$WORK/patch-$number.yaml"
    arguments+=(--config-patch "@$WORK/patch-$number.yaml")
  done <<<"$ROLE_PATCHES"$'\n'"$NODE_PATCHES"

  while IFS= read -r patch; do
    [ -n "$patch" ] || continue
    [ -r "$patch" ] || fail "$patch cannot be read here; patches.secret names it, and the machine config of $NODE needs it"
    arguments+=(--config-patch "@$patch")
  done <<<"$SECRET_PATCHES"

  talosctl gen config "$CLUSTER" "https://$NODE_ENDPOINT:6443" \
    --with-secrets "$SECRETS" --additional-sans "$SANS" \
    --kubernetes-version "${1#v}" --talos-version "$TALOS_CONTRACT" \
    --with-docs=false --with-examples=false \
    --output-types "$MACHINE_TYPE" --output - ${arguments[@]+"${arguments[@]}"} >"$2" 2>"$WORK/error" && return 0
  ! grep -q BlackholeRouteConfig "$WORK/error" ||
    fail "talosctl cannot render the machine config of $NODE: it is older than 1.13; install one of the version of talos.version"
  # What it says may show what it has read.
  [ -z "$SECRET_PATCHES" ] ||
    fail "talosctl cannot render the machine config of $NODE; check the patches that reach it, and the files of patches.secret: each must be a patch by itself"
  fail "talosctl cannot render the machine config of $NODE: $(tail -n 3 "$WORK/error" | tr '\n' ' '); check the patches that reach it"
}

# Fails on a config that a new server could not use: Talos must take it, and it has to fit into user data.
check_machine_config() { # FILE
  local bytes
  talosctl validate --mode cloud --config "$1" >"$WORK/validate" 2>&1 ||
    fail "the machine config of $NODE is not valid: $(tr '\n' ' ' <"$WORK/validate")"
  bytes=$(gzip -9 -c "$1" | base64 | tr -d '\n' | wc -c | tr -d ' ')
  # What OpenTofu compresses may be a little larger than what gzip -9 does.
  [ "$((bytes + bytes / 50))" -le "$MAX_BYTES" ] ||
    fail "the machine config of $NODE takes $bytes bytes of user data, at most $MAX_BYTES are possible: make its patches smaller, or move manifests out of them"
  say "rendered the machine config of $NODE: $bytes bytes of user data"
}
