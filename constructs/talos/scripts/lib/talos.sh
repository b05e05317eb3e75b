# shellcheck shell=bash
# How to speak to the Talos API. All of it derives from secrets.yaml, so that nothing else has to be on the machine. Needs
# nodes.sh and secrets.sh.
# API_ENDPOINT

# Makes a talosconfig of this script's own, so that interrupted or parallel runs cannot spoil the operator's. It is good for
# a day: who finds it later has nothing.
make_talosconfig() {
  need talosctl "talk to the Talos API"
  need_secrets
  write_talosconfig 24 "$WORK/talosconfig"
}

# How long the operator's talosconfig is good for: as long as the kubeconfig.
OPERATOR_HOURS=$((90 * 24))

# Makes the operator's talosconfig, which names the endpoint and every control plane.
keep_talosconfig() { # FILE
  local addresses
  read -r -a addresses <<<"$(nodes address controlplane | tr '\n' ' ')"
  write_talosconfig "$OPERATOR_HOURS" "$WORK/operator"
  talosctl --talosconfig "$WORK/operator" config endpoint "$API_ENDPOINT"
  talosctl --talosconfig "$WORK/operator" config node "${addresses[@]}"
  keep "$WORK/operator" "$1"
}

# Every call says which node it means, and none outlives its bound.
talos() { # ADDRESS ARGUMENTS...
  talos_within 30 "$@"
}

talos_within() { # SECONDS ADDRESS ARGUMENTS...
  local seconds=$1
  shift
  bounded "$seconds" talosctl --talosconfig "$WORK/talosconfig" --endpoints "$API_ENDPOINT" --nodes "$@"
}

answers() { # ADDRESS
  local answer
  ask talos "$1" version --short
}

# What a node says of a service, in $answer: its state, then its health.
ask_service() { # ADDRESS SERVICE
  ask talos "$1" service "$2" || return 1
  answer=$(sed -n 's/^STATE *//p' <<<"$answer")$'\n'$(sed -n 's/^HEALTH *//p' <<<"$answer")
}

service_healthy() { # ADDRESS SERVICE
  local answer
  ask_service "$1" "$2" || return 1
  saw "$2 on $1 is ${answer%%$'\n'*}, health ${answer#*$'\n'}"
  [ "$answer" = $'Running\nOK' ]
}
