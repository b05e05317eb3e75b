#!/usr/bin/env bash
# Gives the workers their role label, which they may not give themselves, and waits until every node is Ready.
# Besides those of the libraries: CNI TIMEOUT TALOSCONFIG_FILE
need kubectl "label the workers"
read -r -a control_planes <<<"$(nodes name controlplane | tr '\n' ' ')"
read -r -a workers <<<"$(nodes name worker | tr '\n' ' ')"

registered() {
  local answer worker missing=0
  ask kube get nodes -o name || return 1
  for worker in "${workers[@]}"; do
    grep -qxF "node/$worker" <<<"$answer" && continue
    missing=$((missing + 1))
    saw "$missing of ${#workers[@]} are not known to the API server, among them $worker"
  done
  [ "$missing" -eq 0 ]
}

# The operator's talosconfig names every control plane, and there may be others than at the bootstrap.
make_talosconfig
keep_talosconfig "$TALOSCONFIG_FILE"
need_kubeconfig "$TIMEOUT"
if [ "${#workers[@]}" -gt 0 ]; then
  wait_for "$TIMEOUT" "the workers to register" registered ||
    fail "not every worker has registered after ${TIMEOUT}s: $(seen). See its console and whether it reaches https://$API_ENDPOINT:6443, then apply again; timeouts.nodesReady is the bound"
  # https://github.com/siderolabs/talos/issues/6750
  kube label nodes "${workers[@]}" node-role.kubernetes.io/worker= --overwrite >/dev/null ||
    fail "the workers cannot be labelled (above is why); apply again"
fi
# A control plane is a learner of etcd at first, and one after the other becomes a voter: before that the loss of a node can
# be the loss of the quorum, and nobody would call the cluster complete.
wait_for "$TIMEOUT" "etcd to be healthy on every control plane" etcd_healthy_everywhere ||
  fail "etcd is not healthy on every control plane after ${TIMEOUT}s: $(seen). See 'talosctl etcd status', then apply again; timeouts.nodesReady is the bound"
# etcd is first; what the load balancer sends calls to comes up after it.
wait_for "$TIMEOUT" "the API server on every control plane" control_plane_pods_ready "${control_planes[@]}" ||
  fail "not every control plane serves the Kubernetes API after ${TIMEOUT}s: $(seen). See 'kubectl -n kube-system get pods', then apply again; timeouts.nodesReady is the bound"
if [ "$CNI" = none ]; then
  say "cni.kind is none: nodes become Ready when you install a pod network; not waiting for it"
elif [ "$POD_NETWORK" != true ]; then
  say "cni.waitForReady is false: not waiting until the nodes are Ready"
else
  wait_for "$TIMEOUT" "every node to be Ready" nodes_ready "${control_planes[@]}" ${workers[@]+"${workers[@]}"} ||
    fail "not every node is Ready after ${TIMEOUT}s: $(seen). See 'kubectl describe node' and the pods of kube-system, then apply again; timeouts.nodesReady is the bound"
fi
[ "$CNI" != cilium ] || [ "$POD_NETWORK" != true ] || end_cilium_rights
