#!/usr/bin/env bash
# Brings a changed machine config to a running node in its turn, and leaves a node alone that has it already.
# Besides those of the libraries: ALLOW_REBOOT
need kubectl "have one node changed at a time, and see whether it is Ready"
address=$(nodes address "$NODE")
config=$WORK/config.yaml
answer=

# The version that the node runs: changing it is an upgrade of Kubernetes, which has an order of its own over all nodes.
ask_kubelet_image() {
  ask talos "$address" get kubeletspec kubelet --output 'jsonpath={.spec.image}'
}

# A node that reboots is as healthy as before for a while.
reboots() {
  local answer
  ask talos "$address" get machinestatus --output 'jsonpath={.spec.stage}' || return 0
  saw "it is $answer"
  [ "$answer" != running ]
}

wait_until_healthy() {
  wait_for "$TIMEOUT" "$NODE to be healthy with its machine config" stays_healthy "$NODE" ||
    fail "$NODE is not healthy after ${TIMEOUT}s with its machine config: $(seen). No other node is touched; mend it, or take the change back, then apply again"
}

first_error() { # FILE
  grep -m 1 -i error "$1" || true
}

# What it prints shows parts of the config, secrets among them: only what it means is said.
dry_run() {
  talos_within 60 "$address" apply-config --dry-run --file "$config" >"$WORK/dry-run" 2>&1
}

make_talosconfig
# Takes as long as what comes next, which does not need it.
fetch_kubeconfig >/dev/null 2>&1 &
fetching=$!
wait_for "$TIMEOUT" "the Talos API of $NODE" ask_kubelet_image ||
  fail "the Talos API of $NODE does not answer after ${TIMEOUT}s: $(seen). Mend the node, then apply again; the other nodes' configs are not held up by it"
# Warnings come first.
image=${answer##*$'\n'}
image=${image%@*}
render_machine_config "${image##*:}" "$config"
if ! dry_run; then
  # A running node may be older than the version that new ones get.
  grep -q BlackholeRouteConfig "$WORK/dry-run" || fail "$NODE refuses its machine config: $(first_error "$WORK/dry-run")"
  say "$NODE cannot keep its pods from the metadata service: it runs a Talos before 1.13"
  BLOCK_METADATA=false render_machine_config "${image##*:}" "$config"
  dry_run || fail "$NODE refuses its machine config: $(first_error "$WORK/dry-run")"
fi
wait "$fetching" || true
need_kubeconfig "$TIMEOUT"

if grep -qx 'No changes.' "$WORK/dry-run"; then
  say "$NODE has this machine config already"
  has_turn >/dev/null 2>&1 &
  asking=$!
  is_healthy=no
  if healthy "$NODE"; then is_healthy=yes; fi
  if wait "$asking"; then
    # An earlier apply changed it, and has not seen it healthy.
    take_turn
    wait_until_healthy
    finish_turn
  elif [ "$is_healthy" = no ]; then
    wait_until_healthy
  fi
  ! is_control_plane "$NODE" || end_cilium_rights
  exit 0
fi

reboot=no
if grep -q 'with a reboot' "$WORK/dry-run"; then reboot=yes; fi
if [ "$reboot" = yes ] && [ "$ALLOW_REBOOT" != true ]; then
  fail "$NODE would reboot for this change of its machine config; set talos.allowReboots: true to let the nodes reboot one at a time, or take the change back"
fi

take_turn
wait_for "$TIMEOUT" "the control plane to be healthy without $NODE" others_healthy "$NODE" ||
  fail "$NODE is not touched while the control plane is not healthy: $(seen). Mend that, then apply again"
my_turn
[ "$reboot" = no ] || say "$NODE reboots for its machine config"
if ! talos "$address" apply-config --file "$config" --mode auto >"$WORK/applied" 2>&1; then
  # A node that reboots may go before it has answered.
  if [ "$reboot" = no ] || answers "$address"; then
    fail "$NODE refuses its machine config: $(first_error "$WORK/applied")"
  fi
fi
if [ "$reboot" = yes ]; then
  wait_for 120 "$NODE to begin its reboot" reboots || say "$NODE has not been seen rebooting: $(seen)"
  wait_for "$TIMEOUT" "the Talos API of $NODE" answers "$address" ||
    fail "$NODE has not come back after ${TIMEOUT}s: $(seen). See its console, then apply again"
elif is_control_plane "$NODE"; then
  # The kubelet asks for its static pods every twenty seconds; before that the old ones are the healthy ones.
  sleep 30
fi
wait_until_healthy
finish_turn
say "$NODE has its new machine config"
# Its manifests are among it.
! is_control_plane "$NODE" || end_cilium_rights
