# shellcheck shell=bash
# What control planes say of etcd, through the Talos API. Needs nodes.sh and talos.sh.

etcd_healthy() { # ADDRESS
  service_healthy "$1" etcd
}

# Whether every control plane is a healthy voter of etcd. While one is not, the reason is seen: they become voters one after
# the other, which takes a while.
etcd_healthy_everywhere() {
  local name address state members='' asked=no healthy=0 missing=''
  for name in $(nodes name controlplane); do
    address=$(nodes address "$name")
    if etcd_healthy "$address"; then
      healthy=$((healthy + 1))
      continue
    fi
    state=$(seen)
    if [ "$asked" = no ]; then asked=yes members=$(etcd_members) || members=''; fi
    missing="$missing, $(etcd_progress "$name" "$address" "$state" "$members")"
  done
  saw "$healthy of $(nodes name controlplane | wc -l | tr -d ' ') are healthy voters${missing:+; ${missing#, }}"
  [ -z "$missing" ]
}

# The members, a line for each: its peer URL, and whether it is a learner. From the first control plane that knows.
etcd_members() {
  local address answer
  for address in $(nodes address controlplane); do
    ask talos "$address" etcd members || continue
    # A member that has not started yet has no name, so columns are counted from the end.
    awk 'NR > 1 { for (i = 2; i < NF; i++) if ($i ~ /:2380/) { print $i, $NF; break } }' <<<"$answer"
    return 0
  done
  return 1
}

# Where a control plane is on its way to a healthy voter. Talos 1.13 promotes a learner 15 s after each try, and looks at the
# health every 20 s. https://github.com/siderolabs/talos/blob/v1.13.9/internal/app/machined/pkg/system/services/etcd.go
etcd_progress() { # NAME ADDRESS STATE MEMBERS
  local role
  role=$(awk -v url="https://$2:2380" '$1 == url { print $2 == "true" ? "learner" : "voter" }' <<<"$4")
  case "$role $3" in
  learner*) printf '%s is a learner, which Talos tries to make a voter every 15 s' "$1" ;;
  "voter "*" is Running, health "*) printf '%s has become a voter, and Talos looks at its health every 20 s' "$1" ;;
  " "*" is Preparing, health "*)
    if grep -q ' true$' <<<"$4"; then
      printf '%s waits to join, since etcd takes one learner at a time' "$1"
    else
      printf '%s is about to join' "$1"
    fi
    ;;
  *) printf '%s: %s' "$1" "$3" ;;
  esac
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
