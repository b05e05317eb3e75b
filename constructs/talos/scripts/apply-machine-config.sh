#!/usr/bin/env bash
# shellcheck disable=SC2154,SC2034 # work is of access.sh; KUBERNETES_VERSION is for render.sh
# Brings a changed machine config to a running node, if the node does not have it already. One node at a time, and the
# cluster healthy before and after. Besides those of access.sh and render.sh: ADDRESS ALLOW_REBOOT TURN TIMEOUT
need kubectl "see whether the node is Ready"

reaches() { answers "$ADDRESS"; }

dry_run() {
  bounded 60 talosctl --talosconfig "$work/talosconfig" --nodes "$ADDRESS" apply-config --dry-run --file "$work/config.yaml" >"$work/dry-run" 2>&1
}

healthy() {
  etcd_healthy_everywhere || return 1
  all_ready "$NODE" || return 1
  [ "$MACHINE_TYPE" != controlplane ] || control_plane_pods_ready "$NODE"
}

# Every node runs this script; who makes the link has the turn. A turn whose process is gone is over.
take_turn() {
  local holder
  ln -s "$$" "$TURN" 2>/dev/null && return 0
  holder=$(readlink "$TURN") || holder=
  seen="another node has its turn"
  if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null && [ "$(readlink "$TURN")" = "$holder" ]; then rm -f "$TURN"; fi
  return 1
}

# The version that the node runs: changing it is an upgrade of Kubernetes, which has an order of its own over all nodes.
running_version() {
  local image
  image=$(talos "$ADDRESS" get kubeletspec kubelet --output 'jsonpath={.spec.image}' 2>/dev/null) || return 1
  image=${image%@*}
  KUBERNETES_VERSION=${image##*:}
}

wait_for "$TIMEOUT" "the Talos API of $NODE" reaches ||
  fail "the Talos API of $NODE does not answer after ${TIMEOUT}s: $seen. Mend the node, then apply again; the other nodes' configs are not held up by it"
running_version || fail "$NODE does not say which Kubernetes version its kubelet runs; apply again"
render_machine_config "$work"
dry_run || fail "$NODE refuses its machine config: $(grep -m 1 -i error "$work/dry-run" || true)"
if grep -qx 'No changes.' "$work/dry-run"; then
  say "$NODE has this machine config already"
  exit 0
fi
# The dry run's output shows parts of the config, secrets among them: only what it means is printed.
reboot=no
if grep -q 'with a reboot' "$work/dry-run"; then reboot=yes; fi
if [ "$reboot" = yes ] && [ "$ALLOW_REBOOT" != true ]; then
  fail "$NODE would reboot for this change of its machine config; set talos.allowReboots: true to let the nodes reboot one at a time, or take the change back"
fi

wait_for $((TIMEOUT * 10)) "the turn of $NODE" take_turn || fail "$NODE did not get its turn: $seen; if no apply runs, remove $TURN"
trap 'rm -rf "$work" "$TURN"' EXIT
wait_for "$TIMEOUT" "the kubeconfig" fetch_kubeconfig || fail "talosctl cannot get the kubeconfig: $seen"
if [ "$MACHINE_TYPE" = controlplane ]; then
  wait_for "$TIMEOUT" "etcd to be healthy on every control plane" healthy ||
    fail "$NODE is not touched while the cluster is not healthy: $seen. Mend that, then apply again"
fi
[ "$reboot" = no ] || say "$NODE reboots for its machine config"
talos "$ADDRESS" apply-config --file "$work/config.yaml" --mode auto >"$work/applied" 2>&1 ||
  fail "$NODE refuses its machine config: $(grep -m 1 -i error "$work/applied" || true)"
# So that what answers next is what has been started anew: kubelet takes its time with a control plane's static pods.
if [ "$reboot" = yes ] || [ "$MACHINE_TYPE" = controlplane ]; then sleep 20; else sleep 2; fi
wait_for "$TIMEOUT" "$NODE to be healthy with its new machine config" healthy ||
  fail "$NODE is not healthy after ${TIMEOUT}s with its new machine config: $seen. The other nodes wait; mend it, then apply again"
say "$NODE has its new machine config"
