# shellcheck shell=bash
# The first of every script. OpenTofu ends a script by SIGKILL when it is interrupted, and not at all when it is killed: what
# the script has started would go on, and leave its files. So a script runs in a process group of its own, and a watchman
# ends that group and removes its work as soon as OpenTofu is gone.
#   $APPLY  the process that had the script run: OpenTofu
#   $WORK   a directory for this script alone, removed when it ends; for scripts that have SECRETS or KNOWN_HOSTS_DIR
set -euo pipefail
umask 077

# Leaves a fact of a process in $fact: from the field of its stat where the kernel has one, see proc(5), else from ps, which
# small containers lack. Empty when there is no such process.
process() { # PID FIELD KEYWORD_OF_PS
  local stat fields
  fact=
  if read -r stat 2>/dev/null <"/proc/$1/stat"; then
    # The second field is a name in parentheses, which may hold anything.
    read -r -a fields <<<"${stat##*) }"
    fact=${fields[$2 - 3]}
  elif ! [ -e /proc/self/stat ]; then
    fact=$(ps -o "$3=" -p "$1") || true
    fact=${fact// /}
  fi
}

# The script begins here, a second time in its own group. The first one waits for it: it is the one that OpenTofu ends.
if [ "${WAITING:-}" != "$PPID" ]; then
  set -m
  WAITING=$$ APPLY=$PPID "$BASH" --norc -c "$BASH_EXECUTION_STRING" &
  set +m
  status=0
  wait "$!" || status=$?
  # What it has left at work.
  kill -KILL -- "-$!" 2>/dev/null || true
  exit "$status"
fi

# A process whose parent has ended has another one.
opentofu_lives() {
  local fact
  process "$WAITING" 4 ppid
  [ "$fact" = "$APPLY" ]
}

# What this script calls its own beside what others make: the machine, its process and that one's start.
process $$ 22 lstart
OWN=$HOSTNAME.$$.${fact//[^[:alnum:]]/}
# No command takes a path for an option.
for name in SECRETS KNOWN_HOSTS_DIR TALOSCONFIG_FILE KUBECONFIG_FILE OUTPUT; do
  case ${!name:-} in -*) export "$name=./${!name}" ;; esac
done
WORK=${KNOWN_HOSTS_DIR:+$KNOWN_HOSTS_DIR/.work/$OWN}
[ -z "${SECRETS:-}" ] || WORK=$(dirname "$SECRETS")/.work/$OWN

# The group has five seconds to end by itself.
watch() {
  while opentofu_lives && kill -0 $$ 2>/dev/null; do sleep 1; done
  kill -TERM -- -$$ 2>/dev/null || true
  for _ in 1 2 3 4 5; do
    kill -0 -- -$$ 2>/dev/null || break
    sleep 1
  done
  kill -KILL -- -$$ 2>/dev/null || true
  [ -z "$WORK" ] || rm -rf "$WORK"
}

# In a group of its own, which no signal for the others reaches, and with nothing of OpenTofu's open.
set -m
watch </dev/null >/dev/null 2>&1 &
WATCHMAN=$!
disown "$WATCHMAN"
set +m

AT_EXIT=()

# Has a command run when the script ends, before those that were given earlier.
at_exit() { # COMMAND ARGUMENT...
  AT_EXIT+=("$(printf '%q ' "$@")")
}

leave() {
  local i
  for ((i = ${#AT_EXIT[@]} - 1; i >= 0; i--)); do eval "${AT_EXIT[i]}" || true; done
  [ -z "$WORK" ] || rm -rf "$WORK"
  kill -KILL -- "-$WATCHMAN" 2>/dev/null || true
}

trap leave EXIT
# Without OpenTofu nothing is done at the end that takes time.
trap 'opentofu_lives || AT_EXIT=(); exit 143' TERM
