# shellcheck shell=bash
# What control planes say of etcd, through the Talos API. Needs nodes.sh and talos.sh.

etcd_healthy() { # ADDRESS
  service_healthy "$1" etcd
}

etcd_healthy_everywhere() {
  local address
  for address in $(nodes address controlplane); do
    etcd_healthy "$address" || return 1
  done
}

# Whether a node runs etcd, or has the data of a member so that it will again: yes or no, in $answer.
ask_etcd_member() { # ADDRESS
  local state
  ask_service "$1" etcd || return 1
  state=${answer%%$'\n'*}
  saw "etcd on $1 is ${state:-not there yet}"
  # Before, the disk may not be mounted; a node that waits for the bootstrap prepares, or has given up for now.
  case $state in
  Running)
    answer=yes
    return 0
    ;;
  Preparing | Failed) ;;
  *) return 1 ;;
  esac
  ask talos "$1" list /var/lib/etcd || return 1
  if grep -qE '[[:space:]]member$' <<<"$answer"; then answer=yes; else answer=no; fi
}
