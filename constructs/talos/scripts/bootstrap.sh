#!/usr/bin/env bash
# Bootstraps etcd on the first control plane, waits for the Kubernetes API, saves talosconfig and kubeconfig.
# CLUSTER API_ENDPOINT LB_IP SECRETS TALOS_CONTRACT CONTROL_PLANES TALOSCONFIG_DIR KUBECONFIG_FILE
# TALOS_API_TIMEOUT KUBERNETES_API_TIMEOUT
need talosctl "bootstrap the cluster"
need curl "see whether the Kubernetes API answers"
[ -s "$SECRETS" ] || fail "$SECRETS is not here, and this cluster was made with it: restore it from your backup and apply again"

read -r -a control_planes <<<"$CONTROL_PLANES"
first=${control_planes[0]}
talosconfig=$TALOSCONFIG_DIR/talosconfig
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

talosctl gen config "$CLUSTER" "https://$API_ENDPOINT:6443" --with-secrets "$SECRETS" --talos-version "$TALOS_CONTRACT" \
  --output-types talosconfig --output "$work/talosconfig"
talosctl --talosconfig "$work/talosconfig" config endpoint "$API_ENDPOINT"
talosctl --talosconfig "$work/talosconfig" config node "${control_planes[@]}"
chmod 600 "$work/talosconfig"
mv "$work/talosconfig" "$talosconfig"

# Every call says which node it means, and none outlives its bound.
talos() { # NODE ARGUMENTS...
  bounded 20 talosctl --talosconfig "$talosconfig" --nodes "$@"
}

answers() { # NODE
  seen=$(talos "$1" version --short 2>&1) && return 0
  seen=${seen##*$'\n'}
  return 1
}

etcd_runs() { # NODE
  talos "$1" service etcd 2>/dev/null | grep -Eq '^STATE +Running'
}

bootstrapped() {
  seen=$(talos "$first" bootstrap 2>&1) && return 0
  case $seen in
  *AlreadyExists*) return 0 ;;
  *Unimplemented*) fail "$first is no control plane, or has no machine config: $seen. Look at its console; its user data is its machine config" ;;
  esac
  return 1
}

serves() {
  seen=$(curl --insecure --silent --show-error --max-time 5 --output /dev/null --write-out '%{http_code}' "https://$LB_IP:6443/" 2>&1) || true
  case $seen in 200 | 401 | 403) ;; *) return 1 ;; esac
}

kubeconfig() { seen=$(talos "$first" kubeconfig "$work/kubeconfig" --merge=false --force 2>&1); }

# All of them have to answer first: a node without etcd's data may only be bootstrapped if no other node runs etcd. It
# would start a second etcd beside the one that lives, if it was replaced between two applies.
lives=
for node in "${control_planes[@]}"; do
  wait_for "$TALOS_API_TIMEOUT" "the Talos API of $node through $API_ENDPOINT" answers "$node" ||
    fail "the Talos API of $node does not answer through $API_ENDPOINT:50000 after ${TALOS_API_TIMEOUT}s: $seen. See the server's console and access.talosApi, then apply again; timeouts.talosApi is the bound"
  if etcd_runs "$node"; then lives=$node; fi
done
if [ -n "$lives" ]; then
  say "etcd runs on $lives already: nothing to bootstrap"
else
  wait_for "$TALOS_API_TIMEOUT" "the bootstrap of etcd on $first" bootstrapped ||
    fail "etcd cannot be bootstrapped on $first after ${TALOS_API_TIMEOUT}s: $seen"
fi
wait_for "$KUBERNETES_API_TIMEOUT" "the Kubernetes API on https://$LB_IP:6443" serves ||
  fail "https://$LB_IP:6443 does not answer 200 or 401 after ${KUBERNETES_API_TIMEOUT}s but $seen. See 'talosctl --talosconfig $talosconfig service' and the load balancer's log, then apply again"
wait_for 60 "the kubeconfig" kubeconfig || fail "talosctl cannot get the kubeconfig: $seen"
mkdir -p "$(dirname "$KUBECONFIG_FILE")"
chmod 600 "$work/kubeconfig"
mv "$work/kubeconfig" "$KUBECONFIG_FILE"
say "kubeconfig: $KUBECONFIG_FILE"
