#!/usr/bin/env bash
# Pushes CONFIGURATION to the load balancer, where it is checked, put in place and reloaded, or rolled back.
# HOST SERVER_ID SSH_USER KEY_FILE BASTION_HOST BASTION_USER BASTION_PORT KNOWN_HOSTS_DIR CONFIGURATION REMOTE_SCRIPT TIMEOUT
need ssh "configure the load balancer"
[ -z "$KEY_FILE" ] || [ -r "$KEY_FILE" ] ||
  fail "the private key $KEY_FILE cannot be read; loadBalancer.sshPrivateKeyFile names it, and without it the SSH agent is asked"
mkdir -p -- "$KNOWN_HOSTS_DIR"

# ssh splits names of files at blanks, and expands %, $ and ~ in them; how to quote them depends on its version. So it sees
# links with plain names in a directory of this script's own.
link() { # FILE NAME
  case $1 in /*) ln -s "$1" "$WORK/$2" ;; *) ln -s "$PWD/$1" "$WORK/$2" ;; esac
}
link "$KNOWN_HOSTS_DIR/known_hosts" known_hosts

options=(
  # The cluster file says how the load balancer is reached, and nothing else does: ~/.ssh/config could forward an agent or
  # ports to a machine that is not known yet, run commands, or share a connection.
  -F /dev/null -o ForwardAgent=no -o ClearAllForwardings=yes -o ControlPath=none
  -o BatchMode=yes -o ConnectTimeout=5 -o ServerAliveInterval=5 -o ServerAliveCountMax=3 -o LogLevel=ERROR
  # The first key that a machine shows is remembered, another one is refused.
  -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile=known_hosts
)
if [ -n "$KEY_FILE" ]; then
  for suffix in "" .pub -cert.pub; do
    [ ! -e "$KEY_FILE$suffix" ] || link "$KEY_FILE$suffix" "key$suffix"
  done
  options+=(-o IdentitiesOnly=yes -i key)
fi
# Remembered under the server's ID: another server behind the same address is a new one.
target=(-o "HostKeyAlias=$SERVER_ID" -l "$SSH_USER" -- "$HOST")
if [ -n "$BASTION_HOST" ]; then
  # Not -J, whose connection to the jump host takes none of the options above.
  jump=$(printf '%q ' ssh "${options[@]}" -p "$BASTION_PORT" -l "$BASTION_USER")
  target=(-o "ProxyCommand=$jump -W %h:%p -- $(printf '%q' "$BASTION_HOST")" "${target[@]}")
fi
# shellcheck disable=SC2029 # what is expanded here is meant to be
remote() (
  cd "$WORK" && exec ssh "${options[@]}" "${target[@]}" "$@"
)

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
