#!/usr/bin/env bash
# Gives the cluster new CAs of the Talos API and of the Kubernetes API, and secrets.yaml too: what the old ones have signed
# opens nothing any more. Run again, it goes on where it has ended.
# Besides those of lib/talos.sh: TALOSCONFIG_FILE KUBECONFIG_FILE
directory=$(dirname "$SECRETS")
rotated=$directory/talosconfig.rotated
# talosctl prints the new keys: to the terminal comes what it does.
log=$directory/rotate-ca.log
touch "$log"
read -r -a control_planes <<<"$(nodes address controlplane | tr '\n' ' ')"
read -r -a workers <<<"$(nodes address worker | tr '\n' ' ')"

with_commas() {
  local IFS=,
  printf '%s' "$*"
}

# In a process group of its own, which the end of this script does not reach: half a rotation is worse than none.
rotate() { # TALOSCONFIG OPTION...
  local talosconfig=$1 status=0 before
  shift
  before=$(wc -l <"$log")
  set -m
  talosctl --talosconfig "$talosconfig" --endpoints "$API_ENDPOINT" --nodes "${control_planes[0]}" rotate-ca "$@" \
    --control-plane-nodes "$(with_commas "${control_planes[@]}")" --worker-nodes "$(with_commas ${workers[@]+"${workers[@]}"})" \
    --k8s-endpoint "https://$API_ENDPOINT:6443" --with-docs=false --with-examples=false --dry-run=false \
    >>"$log" 2>&1 </dev/null &
  set +m
  wait "$!" || status=$?
  tail -n "+$((before + 1))" "$log" | grep -E '^(> |  - )' || true
  return "$status"
}

make_talosconfig
if [ ! -e "$rotated" ]; then
  for node in "${control_planes[@]}" ${workers[@]+"${workers[@]}"}; do
    wait_for 10 "the Talos API of $node" answers "$node" ||
      fail "nothing is rotated: $node does not answer, and would be left behind with the old CA: $(seen). Mend it, or take it out, then run this again"
  done
  need_kubeconfig 60
  keep "$SECRETS" "$SECRETS.before-rotation"
  say "the CA of the Talos API is rotated; do not interrupt this"
  rotate "$WORK/talosconfig" --kubernetes=false --output "$rotated" ||
    fail "the rotation has failed: $(tail -n 1 "$log"). A talosconfig for the new CA is in $log, which holds keys; see docs/operate/rotate.md"
fi
cp "$WORK/talosconfig" "$WORK/before"
cp "$rotated" "$WORK/talosconfig"
if ! [ -e "$rotated.kubernetes" ]; then
  say "the CA of the Kubernetes API is rotated; do not interrupt this"
  rotate "$rotated" --talos=false || fail "the rotation has failed: $(tail -n 1 "$log"). Run this again, it goes on here"
  : >"$rotated.kubernetes"
fi

ask_config() {
  talos "${control_planes[0]}" get machineconfig v1alpha1 --output 'jsonpath={.spec}' >"$WORK/cp.yaml" 2>"$WORK/error" && return 0
  saw "$(tail -n 1 "$WORK/error")"
  return 1
}
wait_for 60 "the machine config of a control plane" ask_config || fail "it cannot be read: $(seen). Run this again, it goes on here"
talosctl gen secrets --force --from-controlplane-config "$WORK/cp.yaml" --output-file "$WORK/secrets.yaml" >"$WORK/error" 2>&1 ||
  fail "the new secrets.yaml cannot be made: $(tail -n 1 "$WORK/error"). Run this again, it goes on here"
keep "$WORK/secrets.yaml" "$SECRETS"
# They hold the old CAs: a server that is made from them would not find the cluster.
rm -f "$directory"/nodes/*.yaml "$WORK"/kubeconfig*
make_talosconfig
keep_talosconfig "$TALOSCONFIG_FILE"
need_kubeconfig 120
keep "$WORK/kubeconfig" "$KUBECONFIG_FILE"
if talosctl --talosconfig "$WORK/before" --endpoints "$API_ENDPOINT" --nodes "${control_planes[0]}" version --short >/dev/null 2>&1; then
  fail "${control_planes[0]} still takes a talosconfig of the old CA: see machine.acceptedCAs of its machine config"
fi
rm -f "$rotated" "$rotated.kubernetes" "$log"
say "done: what the old CAs have signed is refused. Store $SECRETS in place of the old one wherever a copy of it is, apply once with -replace=terraform_data.facts, then delete $SECRETS.before-rotation"
