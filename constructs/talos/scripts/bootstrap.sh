#!/usr/bin/env bash
# Bootstraps etcd on the first control plane, waits for the Kubernetes API, saves talosconfig and kubeconfig.
# Besides those of lib/talos.sh: LB_IP TALOSCONFIG_FILE KUBECONFIG_FILE TALOS_API_TIMEOUT KUBERNETES_API_TIMEOUT
need curl "see whether the Kubernetes API answers"
answer=
first_name=$(nodes name controlplane | head -n 1)
first=$(nodes address "$first_name")

bootstrapped() {
  need_opentofu "etcd on $first_name"
  ask talos "$first" bootstrap && return 0
  case $answer in
  *AlreadyExists*) return 0 ;;
  *Unimplemented*) fail "$first_name is no control plane, or has no machine config: $answer. Look at its console; its user data is its machine config" ;;
  esac
  return 1
}

serves() {
  local silence
  ask curl --insecure --silent --show-error --max-time 5 --output /dev/null --write-out '%{http_code}' "https://$LB_IP:6443/readyz" || true
  case $answer in
  200 | 401) return 0 ;;
  # A load balancer takes a connection, and closes it while no control plane is there for it.
  *"(35)"* | *"(52)"* | *"(56)"*) silence="the load balancer has no API server yet" ;;
  *000) silence=${answer%%$'\n'*} ;;
  *) silence="the API server answers $answer" ;;
  esac
  if etcd_healthy "$first"; then
    saw "$silence; etcd of $first_name is healthy, its kubelet starts the API server"
  else
    saw "$silence; $(seen)"
  fi
  return 1
}

make_talosconfig
keep_talosconfig "$TALOSCONFIG_FILE"

# All of them have to answer first: a node without etcd's data may only be bootstrapped if no other node runs etcd. It
# would start a second etcd beside the one that lives, if it was replaced between two applies.
lives=
for name in $(nodes name controlplane); do
  node=$(nodes address "$name")
  wait_for "$TALOS_API_TIMEOUT" "the Talos API of $name through $API_ENDPOINT" answers "$node" ||
    fail "the Talos API of $name does not answer through $API_ENDPOINT:50000 after ${TALOS_API_TIMEOUT}s: $(seen). See the server's console and access.talosApi, then apply again; timeouts.talosApi is the bound"
  wait_for "$TALOS_API_TIMEOUT" "$name to say whether it is a member of etcd" ask_etcd_member "$node" ||
    fail "$name does not say whether it is a member of etcd, and without knowing nothing is bootstrapped: $(seen). See 'talosctl --talosconfig $TALOSCONFIG_FILE -n $node service etcd', then apply again"
  # Healthy or not: a member that has lost its quorum is no reason for a second etcd.
  if [ "$answer" = yes ]; then lives=$name; fi
done
if [ -n "$lives" ]; then
  say "$lives is a member of etcd already: nothing to bootstrap"
else
  wait_for "$TALOS_API_TIMEOUT" "the bootstrap of etcd on $first_name" bootstrapped ||
    fail "etcd cannot be bootstrapped on $first_name after ${TALOS_API_TIMEOUT}s: $(seen). See 'talosctl --talosconfig $TALOSCONFIG_FILE -n $first dmesg', then apply again"
fi
wait_for "$KUBERNETES_API_TIMEOUT" "the Kubernetes API on https://$LB_IP:6443" serves ||
  fail "https://$LB_IP:6443 does not answer 200 or 401 after ${KUBERNETES_API_TIMEOUT}s but $(seen). See 'talosctl --talosconfig $TALOSCONFIG_FILE -n $first service' and the load balancer's log, then apply again; timeouts.kubernetesApi is the bound"
need_kubeconfig 120
keep "$WORK/kubeconfig" "$KUBECONFIG_FILE"
say "kubeconfig: $KUBECONFIG_FILE"
