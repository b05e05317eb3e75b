#!/usr/bin/env bash
# shellcheck disable=SC2154,SC2034 # work and control_planes are of access.sh; KUBERNETES_VERSION is for render.sh
# Brings a changed machine config to a running node, if the node does not have it already. One node at a time, and none
# after one that has not become healthy. Besides those of access.sh and render.sh:
# ADDRESS CONTROL_PLANE_NODES ALLOW_REBOOT TURN TIMEOUT
need kubectl "see whether the node is Ready"

# In the order of the addresses in control_planes.
read -r -a control_plane_nodes <<<"$CONTROL_PLANE_NODES"
# The apply that runs this: a process number alone may be another process in the next container.
apply=$PPID$(ps -o lstart= -p "$PPID" 2>/dev/null | tr -dc '[:alnum:]') || true

reaches() { answers "$ADDRESS"; }

dry_run() {
  bounded 60 talosctl --talosconfig "$work/talosconfig" --nodes "$ADDRESS" apply-config --dry-run --file "$work/config.yaml" >"$work/dry-run" 2>&1
}

# Whether the cluster can do without this node for a while. The node itself does not count: it may be the one to be mended.
others_healthy() {
  local i names=()
  for i in "${!control_planes[@]}"; do
    [ "${control_plane_nodes[i]}" != "$NODE" ] || continue
    etcd_healthy "${control_planes[i]}" || return 1
    names+=("${control_plane_nodes[i]}")
  done
  [ "${#names[@]}" -gt 0 ] || return 0
  all_ready "${names[@]}" && control_plane_pods_ready "${names[@]}"
}

healthy() {
  service_healthy "$ADDRESS" kubelet || return 1
  if [ "$MACHINE_TYPE" = controlplane ]; then
    etcd_healthy "$ADDRESS" && control_plane_pods_ready "$NODE" || return 1
  fi
  all_ready "$NODE"
}

# Once may be chance: what is started anew is there for a moment even if it cannot live.
stays_healthy() { healthy && sleep 10 && healthy; }

# A node that reboots is as healthy as before for a while.
reboots() {
  local stage
  stage=$(talos "$ADDRESS" get machinestatus --output 'jsonpath={.spec.stage}' 2>/dev/null) || return 0
  seen="it is $stage"
  [ "$stage" != running ]
}

# Every node runs this script; who makes the link has the turn. A turn whose process is gone is over. A second link names
# the node that was changed last and has not been seen healthy since; it outlives an apply that is killed.
take_turn() {
  local holder unwell
  holder=$(readlink "$TURN") || holder=
  if [ -n "$holder" ]; then
    seen="another node has its turn"
    if [ "${holder#* }" = "$apply" ] && kill -0 "${holder%% *}" 2>/dev/null; then return 1; fi
    if [ "$(readlink "$TURN")" = "$holder" ]; then rm -f "$TURN"; fi
  fi
  unwell=$(readlink "$TURN.unwell") || unwell=
  if [ -n "$unwell" ] && [ "${unwell%% *}" != "$NODE" ]; then
    seen="${unwell%% *} is not healthy with its new machine config"
    [ "${unwell#* }" != "$apply" ] || fail "$NODE is not touched: $seen. Mend that, or take the change back, then apply again"
    return 1
  fi
  ln -s "$$ $apply" "$TURN" 2>/dev/null
}

wait_until_healthy() {
  wait_for "$TIMEOUT" "$NODE to be healthy with its machine config" stays_healthy ||
    fail "$NODE is not healthy after ${TIMEOUT}s with its machine config: $seen. No other node is touched; mend it, or take the change back, then apply again"
  rm -f "$TURN.unwell"
}

wait_for "$TIMEOUT" "the Talos API of $NODE" reaches ||
  fail "the Talos API of $NODE does not answer after ${TIMEOUT}s: $seen. Mend the node, then apply again; the other nodes' configs are not held up by it"
# The version that the node runs: changing it is an upgrade of Kubernetes, which has an order of its own over all nodes.
image=$(talos "$ADDRESS" get kubeletspec kubelet --output 'jsonpath={.spec.image}' 2>/dev/null) ||
  fail "$NODE does not say which Kubernetes version its kubelet runs; apply again"
image=${image%@*}
KUBERNETES_VERSION=${image##*:}
render_machine_config "$work"
dry_run || fail "$NODE refuses its machine config: $(grep -m 1 -i error "$work/dry-run" || true)"
if grep -qx 'No changes.' "$work/dry-run"; then
  say "$NODE has this machine config already"
  case $(readlink "$TURN.unwell") in "$NODE "*) ;; *) exit 0 ;; esac
  ln -sfn "$NODE $apply" "$TURN.unwell"
  need_kubeconfig "$TIMEOUT"
  wait_until_healthy
  exit 0
fi
# The dry run's output shows parts of the config, secrets among them: only what it means is printed.
reboot=no
if grep -q 'with a reboot' "$work/dry-run"; then reboot=yes; fi
if [ "$reboot" = yes ] && [ "$ALLOW_REBOOT" != true ]; then
  fail "$NODE would reboot for this change of its machine config; set talos.allowReboots: true to let the nodes reboot one at a time, or take the change back"
fi

wait_for $((TIMEOUT * 10)) "the turn of $NODE" take_turn ||
  fail "$NODE did not get its turn: $seen; if that node is gone for good, remove $TURN.unwell"
trap 'rm -rf "$work" "$TURN"' EXIT
need_kubeconfig "$TIMEOUT"
wait_for "$TIMEOUT" "the control plane to be healthy without $NODE" others_healthy ||
  fail "$NODE is not touched while the control plane is not healthy: $seen. Mend that, then apply again"
ln -sfn "$NODE $apply" "$TURN.unwell"
[ "$reboot" = no ] || say "$NODE reboots for its machine config"
if ! talos "$ADDRESS" apply-config --file "$work/config.yaml" --mode auto >"$work/applied" 2>&1; then
  # A node that reboots may go before it has answered.
  if [ "$reboot" = no ] || reaches; then
    fail "$NODE refuses its machine config: $(grep -m 1 -i error "$work/applied" || true)"
  fi
fi
if [ "$reboot" = yes ]; then
  wait_for 120 "$NODE to begin its reboot" reboots || say "$NODE has not been seen rebooting: $seen"
  wait_for "$TIMEOUT" "the Talos API of $NODE" reaches || fail "$NODE has not come back after ${TIMEOUT}s: $seen. See its console, then apply again"
elif [ "$MACHINE_TYPE" = controlplane ]; then
  # The kubelet asks for its static pods every twenty seconds; before that the old ones are the healthy ones.
  sleep 30
fi
wait_until_healthy
say "$NODE has its new machine config"
