#!/usr/bin/env bash
# Pushes CONFIGURATION to the load balancer, where it is checked, put in place and reloaded, or rolled back.
# HOST SERVER_ID SSH_USER KEY_FILE BASTION KNOWN_HOSTS_DIR CONFIGURATION REMOTE_SCRIPT TIMEOUT
need ssh "configure the load balancer"
mkdir -p "$KNOWN_HOSTS_DIR"

options=(
  -o BatchMode=yes -o ConnectTimeout=5 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -o LogLevel=ERROR
  # The first key that a machine shows is remembered, another one is refused.
  -o StrictHostKeyChecking=accept-new -o "UserKnownHostsFile=$KNOWN_HOSTS_DIR/known_hosts"
)
[ -z "$KEY_FILE" ] || options+=(-o IdentitiesOnly=yes -i "$KEY_FILE")
# Remembered under the server's ID: another server behind the same address is a new one.
target=(-o "HostKeyAlias=$SERVER_ID" "$SSH_USER@$HOST")
if [ -n "$BASTION" ]; then
  # Not -J, whose connection to the jump host takes none of the options above.
  jump=$(printf '%q ' ssh "${options[@]}" -p "${BASTION##*:}" "${BASTION%:*}")
  target=(-o "ProxyCommand=$jump -W %h:%p" "${target[@]}")
fi
# shellcheck disable=SC2029 # what is expanded here is meant to be
remote() { ssh "${options[@]}" "${target[@]}" "$@"; }

reachable() {
  seen=$(remote true 2>&1 </dev/null) && return 0
  case $seen in
  *"Permission denied"* | *"Too many authentication failures"*)
    # While it boots, SSH may answer before the key is in its place; that takes no minute.
    : "${denied_since:=$SECONDS}"
    [ $((SECONDS - denied_since)) -lt $((TIMEOUT < 60 ? TIMEOUT : 60)) ] || fail "the load balancer refuses the SSH key of $SSH_USER: it must be the one of loadBalancer.keyPair, in the agent or in loadBalancer.sshPrivateKeyFile; then apply again"
    ;;
  *"host key"* | *"Host key"*) fail "the load balancer $HOST shows another host key than before: $seen. If it was rebuilt, remove its line from $KNOWN_HOSTS_DIR/known_hosts" ;;
  esac
  return 1
}

# cloud-init ends with an error when a module of the image's own failed; what counts is that haproxy is there.
initialised() {
  seen=$(remote 'cloud-init status 2>&1 | head -n 1; command -v haproxy || test -x /usr/sbin/haproxy' </dev/null 2>&1) || return 1
  case $seen in *running* | *"not run"*) return 1 ;; esac
}

wait_for "$TIMEOUT" "SSH of the load balancer $HOST" reachable ||
  fail "the load balancer $HOST cannot be reached by SSH after ${TIMEOUT}s: $seen. Check access.ssh, the floating IP and the server's console, then apply again; timeouts.loadBalancer is the bound"
wait_for "$TIMEOUT" "cloud-init of the load balancer" initialised ||
  fail "the load balancer has no haproxy after ${TIMEOUT}s: $seen. See /var/log/cloud-init-output.log there, then apply again"

seen=$(printf '%s' "$CONFIGURATION" | remote "sudo timeout 120 bash -c $(printf '%q' "$REMOTE_SCRIPT")" 2>&1) ||
  fail "the load balancer did not take its configuration: $seen. Mend that on $HOST, then apply again"
say "$seen"
