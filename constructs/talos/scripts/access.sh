# shellcheck shell=bash
# Functions of the scripts that talk to a cluster. All of it derives from secrets.yaml, so that nothing else has to be on
# the machine that runs them.
# CLUSTER API_ENDPOINT SECRETS TALOS_CONTRACT CONTROL_PLANES

need talosctl "talk to the Talos API"
need_secrets
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Addresses of the control planes; the first of them is the one that is bootstrapped.
read -r -a control_planes <<<"$CONTROL_PLANES"
first=${control_planes[0]}

# A talosconfig of its own, so that interrupted or parallel runs cannot spoil the operator's.
talosctl gen config "$CLUSTER" "https://$API_ENDPOINT:6443" --with-secrets "$SECRETS" --talos-version "$TALOS_CONTRACT" \
  --output-types talosconfig --output "$work/talosconfig" >/dev/null 2>"$work/error" ||
  fail "talosctl cannot make a talosconfig from $SECRETS: $(tr '\n' ' ' <"$work/error")"
talosctl --talosconfig "$work/talosconfig" config endpoint "$API_ENDPOINT"
talosctl --talosconfig "$work/talosconfig" config node "${control_planes[@]}"
chmod 600 "$work/talosconfig"

# Every call says which node it means, and none outlives its bound.
talos() { # NODE ARGUMENTS...
  bounded 30 talosctl --talosconfig "$work/talosconfig" --nodes "$@"
}

# What a command prints, in $answer; when it fails, its last line in $seen.
ask() { # COMMAND...
  answer=$("$@" 2>&1) && return 0
  seen=${answer##*$'\n'}
  return 1
}

answers() { # NODE
  ask talos "$1" version --short
}

# What a node says of one of its services, in $state and $health.
ask_service() { # NODE SERVICE
  ask talos "$1" service "$2" || return 1
  state=$(sed -n 's/^STATE *//p' <<<"$answer")
  health=$(sed -n 's/^HEALTH *//p' <<<"$answer")
}

# shellcheck disable=SC2034 # bootstrap.sh reads $member
# Whether a node runs etcd or has the data of a member, so that it will again, in $member.
ask_member() { # NODE
  ask_service "$1" etcd || return 1
  seen="etcd on $1 is ${state:-not there yet}"
  # Before, the disk may not be mounted; a node that waits for the bootstrap prepares, or has given up for now.
  case $state in
  Running)
    member=yes
    return 0
    ;;
  Preparing | Failed) ;;
  *) return 1 ;;
  esac
  ask talos "$1" list /var/lib/etcd || return 1
  member=no
  if grep -qE '[[:space:]]member$' <<<"$answer"; then member=yes; fi
}

etcd_healthy_everywhere() {
  local node
  for node in "${control_planes[@]}"; do
    etcd_healthy "$node" || return 1
  done
}

etcd_healthy() { # NODE
  service_healthy "$1" etcd
}

service_healthy() { # NODE SERVICE
  ask_service "$1" "$2" || return 1
  seen="$2 on $1 is $state, health $health"
  [ "$state" = Running ] && [ "$health" = OK ]
}

# The administrator's kubeconfig, from whichever control plane the load balancer chooses.
fetch_kubeconfig() {
  [ -s "$work/kubeconfig" ] || seen=$(talos "$first" kubeconfig "$work/kubeconfig" --merge=false --force 2>&1) || return 1
  chmod 600 "$work/kubeconfig"
}

need_kubeconfig() { # SECONDS_AT_MOST
  wait_for "$1" "the kubeconfig" fetch_kubeconfig || fail "talosctl cannot get the kubeconfig: $seen"
}

kube() { bounded 30 kubectl --kubeconfig "$work/kubeconfig" --request-timeout=20s "$@"; }

READY='{.status.conditions[?(@.type=="Ready")].status}{"\n"}'

# Whether API server, controller manager and scheduler are Ready on each of these control planes.
control_plane_pods_ready() { # NODE_NAME...
  local node ready
  ask kube --namespace kube-system get pods --selector tier=control-plane \
    -o "jsonpath={range .items[*]}{.spec.nodeName}=$READY{end}" || return 1
  for node in "$@"; do
    ready=$(grep -cxF "$node=True" <<<"$answer") || true
    seen="$ready of the control plane's pods on $node are Ready"
    [ "$ready" -ge 3 ] && ! grep -qxE "$node=(False|Unknown)" <<<"$answer" || return 1
  done
}

# Which of the nodes are Ready, with one question however many they are.
all_ready() { # NODE_NAME...
  local node missing=0
  ask kube get nodes -o "jsonpath={range .items[*]}{.metadata.name}=$READY{end}" || return 1
  for node in "$@"; do
    grep -qxF "$node=True" <<<"$answer" && continue
    missing=$((missing + 1))
    seen="$missing of $# not Ready, among them $node"
  done
  [ "$missing" -eq 0 ]
}
