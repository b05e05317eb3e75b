# shellcheck shell=bash
# The turn: whoever applies, and wherever, one node at a time is changed, and none after one that has not become healthy.
# It is a Lease in the cluster, taken and given back by compare-and-swap, so that it holds on every machine; see the README
# of lifecycle/. Needs nodes.sh, kube.sh and health.sh.
# NODE TIMEOUT PATIENCE
#
#   take_turn    waits for the turn of $NODE, or fails
#   my_turn      right before the node is touched: fails unless the turn is still its own and OpenTofu lives
#   finish_turn  the node has been seen healthy; a script that ends without it leaves a turn that failed
#   has_turn     whether the turn is this node's, of whatever apply

LEASE=talos-openstack-turn
TURN= # taken, from take_turn to finish_turn

# What all scripts of one apply have in common, and no others: OpenTofu's process, its start and the machine.
apply_id() {
  local id fact
  process "$APPLY" 22 lstart
  id=$HOSTNAME-$APPLY-$fact
  printf '%s' "${id//[^[:alnum:].-]/_}"
}

# The only control plane has nobody to take turns with, and must be mendable while the Kubernetes API is down.
is_alone() {
  is_control_plane "$NODE" && [ "$(nodes name controlplane | wc -l)" -eq 1 ]
}

# The Lease, in $answer: its version, whose turn it is, of which apply, its state (running or failed), and the worker that
# lent its turn to a control plane. Empty between two turns, all of it before the first one.
read_turn() {
  local annotation='{.metadata.annotations.talos-openstack/'
  ask kube --namespace kube-system get lease "$LEASE" --ignore-not-found -o \
    "jsonpath={.metadata.resourceVersion}|{.spec.holderIdentity}|${annotation}apply}|${annotation}state}|${annotation}lender}" ||
    return 1
  # Warnings come first.
  answer=${answer##*$'\n'}
}

# Replaces the Lease if it still has this version, makes it if it had none. Fails when somebody else was faster.
write_turn() { # VERSION HOLDER APPLY STATE LENDER
  local answer verb=create version='' holder=''
  [ -z "$1" ] || { verb=replace version=", \"resourceVersion\": \"$1\""; }
  [ -z "$2" ] || holder="\"holderIdentity\": \"$2\", \"acquireTime\": \"$(date -u +%Y-%m-%dT%H:%M:%S.000000Z)\""
  ask kube "$verb" -f - <<JSON
{
  "apiVersion": "coordination.k8s.io/v1", "kind": "Lease", "spec": { $holder },
  "metadata": {
    "name": "$LEASE", "namespace": "kube-system"$version,
    "annotations": { "talos-openstack/apply": "$3", "talos-openstack/state": "$4", "talos-openstack/lender": "$5" }
  }
}
JSON
}

has_turn() {
  local answer version holder rest
  is_alone && return 1
  read_turn || return 1
  IFS='|' read -r version holder rest <<<"$answer"
  [ "$holder" = "$NODE" ]
}

# One try to take the turn. When it is another node's, leaves that node in $holder, and in $limit how long to wait for it;
# who calls declares them local.
claim_turn() {
  local answer version apply state lender
  need_opentofu "$NODE"
  read_turn || return 1
  IFS='|' read -r version holder apply state lender <<<"$answer"
  if [ -z "$holder" ] || [ "$holder" = "$NODE" ]; then
    :
  elif [ "$apply" = "$(apply_id)" ]; then
    [ "$state" != failed ] ||
      fail "$NODE is not touched: $holder has failed in this apply, see its message. Mend that, or take the change back, then apply again"
    limit=$((TIMEOUT * 5))
    saw "it is the turn of $holder"
    return 1
  elif is_control_plane "$NODE" && ! is_control_plane "$holder"; then
    # The worker's script waits for the control planes in this apply. It gets its turn back after them.
    lender=$holder
  elif [ -n "$(nodes name "$holder")" ] && ! stays_healthy "$holder"; then
    # Its own script in this apply takes the turn over, if OpenTofu has begun it: it runs ten at a time.
    limit=$PATIENCE
    saw "$holder was changed by another apply and has not been healthy since: $(seen)"
    return 1
  elif [ -n "$lender" ] && [ "$lender" != "$NODE" ] && ! is_control_plane "$NODE"; then
    write_turn "$version" "$lender" another failed '' || true
    return 1
  fi
  is_control_plane "$NODE" || lender=
  write_turn "$version" "$NODE" "$(apply_id)" running "$lender"
}

take_turn() {
  local holder='' limit=$TIMEOUT before='' start=$SECONDS told=-10 way_out
  is_alone && return 0
  until claim_turn; do
    # The next one in turn has as much time as the one before.
    if [ "$holder $limit" != "$before" ]; then before="$holder $limit" start=$SECONDS told=-10; fi
    if [ $((SECONDS - start)) -ge "$limit" ]; then
      way_out=${holder:+"; if $holder is not to be waited for: kubectl -n kube-system delete lease $LEASE"}
      fail "$NODE is not touched, it did not get its turn in ${limit}s: $(seen). Apply again$way_out"
    fi
    if [ $((SECONDS - start - told)) -ge 10 ]; then
      say "waiting for the turn of $NODE: $((SECONDS - start))s of at most ${limit}s ($(seen))"
      told=$((SECONDS - start))
    fi
    sleep 2
  done
  say "it is the turn of $NODE"
  TURN=taken
  at_exit fail_turn
}

my_turn() {
  local answer version holder apply rest
  need_opentofu "$NODE"
  is_alone && return 0
  read_turn || fail "$NODE is not touched, whether it is still its turn cannot be seen: $(seen). Apply again"
  IFS='|' read -r version holder apply rest <<<"$answer"
  [ "$holder $apply" = "$NODE $(apply_id)" ] ||
    fail "$NODE is not touched: another apply took its turn over. Let only one run at a time, then apply again"
}

# Ends this node's turn, unless it is somebody else's by now: as one that failed, or by giving it back to who lent it.
end_turn() { # finished|failed
  local answer version holder apply state lender
  read_turn || return 1
  IFS='|' read -r version holder apply state lender <<<"$answer"
  if [ "$holder $apply" != "$NODE $(apply_id)" ]; then
    return 0
  elif [ "$1" = failed ]; then
    [ "$state" = failed ] || write_turn "$version" "$NODE" "$apply" failed "$lender"
  elif [ -n "$lender" ]; then
    write_turn "$version" "$lender" another failed ''
  else
    write_turn "$version" '' '' '' ''
  fi
}

finish_turn() {
  local tries=0
  is_alone && return 0
  until end_turn finished; do
    tries=$((tries + 1))
    [ "$tries" -lt 30 ] || fail "$NODE is well, but its turn cannot be ended: $(seen). Apply again"
    sleep 2
  done
  TURN=
}

# For those who wait in this apply, and for the next one: this node's turn has not ended well.
fail_turn() {
  [ "$TURN" = taken ] || return 0
  end_turn failed || end_turn failed || say "the failed turn of $NODE cannot be noted: $(seen)"
}
