# shellcheck shell=bash
# What the Kubernetes API says. Needs nodes.sh and talos.sh; a script calls need_kubeconfig first.
# POD_NETWORK: whether nodes are to have a pod network, true or false.

# The administrator's kubeconfig, from the first control plane that gives it.
fetch_kubeconfig() {
  local address answer
  [ -s "$WORK/kubeconfig" ] && return 0
  for address in $(nodes address controlplane); do
    ask talos "$address" kubeconfig "$WORK/kubeconfig.inside" --merge=false --force || continue
    # It calls the API as the nodes do; from outside, an API that has no name has another address.
    sed "s|^\( *server: https://\).*|\1$API_ENDPOINT:6443|" "$WORK/kubeconfig.inside" >"$WORK/kubeconfig"
    return 0
  done
  return 1
}

need_kubeconfig() { # SECONDS_AT_MOST
  wait_for "$1" "the kubeconfig" fetch_kubeconfig || fail "talosctl cannot get the kubeconfig: $(seen)"
}

kube() { # ARGUMENTS...
  bounded 30 kubectl --kubeconfig "$WORK/kubeconfig" --request-timeout=20s "$@"
}

READY='{.status.conditions[?(@.type=="Ready")]'

# Whether API server, controller manager and scheduler are Ready on each of these control planes.
control_plane_pods_ready() { # NODE...
  local answer node ready
  ask kube --namespace kube-system get pods --selector tier=control-plane \
    -o "jsonpath={range .items[*]}{.spec.nodeName}=$READY.status}{\"\n\"}{end}" || return 1
  for node in "$@"; do
    ready=$(grep -cxF "$node=True" <<<"$answer") || true
    saw "$ready of the control plane's pods on $node are Ready"
    [ "$ready" -ge 3 ] && ! grep -qxE "$node=(False|Unknown)" <<<"$answer" || return 1
  done
}

# Whether these nodes are Ready, with one question however many they are.
nodes_ready() { # NODE...
  local answer node only=() missing=0 good=True
  [ "$#" -gt 1 ] || only=(--field-selector "metadata.name=$1")
  ask kube get nodes ${only[@]+"${only[@]}"} \
    -o "jsonpath={range .items[*]}{.metadata.name}=$READY.status}|$READY.message}{\"\n\"}{end}" || return 1
  # A kubelet that misses nothing but a pod network says so.
  [ "$POD_NETWORK" = true ] || good='(True|False\|.*NetworkPluginNotReady)'
  for node in "$@"; do
    grep -qE "^$node=$good" <<<"$answer" && continue
    missing=$((missing + 1))
    saw "$missing of $# not Ready, among them $node"
  done
  [ "$missing" -eq 0 ]
}
