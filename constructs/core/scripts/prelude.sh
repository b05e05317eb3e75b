# shellcheck shell=bash
# In front of every script that an apply runs. Data comes in through the environment only. Functions print what they
# answer. Two variables are shared between files besides:
#   $WORK    a directory for this script alone, removed when it ends
#   $answer  what a command printed that was run by `ask`; functions that ask declare it local
set -euo pipefail
umask 077

# Prints one line: drops carriage returns, which ssh writes, and joins what has several lines.
say() {
  local line=${*//$'\r'/}
  printf '%s\n' "${line//$'\n'/ }"
}

# The one clear last line of a failure: what is wrong, and what to do.
fail() {
  say "error: $*" >&2
  exit 1
}

need() { # COMMAND WHAT_FOR
  command -v "$1" >/dev/null 2>&1 || fail "$1 is not installed on this machine; it is needed to $2"
}

# Has a command run when the script ends, before those that were given earlier.
at_exit() { # COMMAND ARGUMENT...
  AT_EXIT+=("$(printf '%q ' "$@")")
}

leave() {
  local i
  for ((i = ${#AT_EXIT[@]} - 1; i >= 0; i--)); do eval "${AT_EXIT[i]}" || true; done
  rm -rf "$WORK"
}

# Prints the name of a new directory. A script that was killed has left its own, with keys in it: the next one on this
# machine removes it.
work_directory() {
  local name left rest
  name=${TMPDIR:-/tmp}/talos-openstack.$HOSTNAME
  for left in "$name".[0-9]*.*; do
    rest=${left#"$name".}
    if [ -O "$left" ] && ! kill -0 "${rest%%.*}" 2>/dev/null; then rm -rf "$left"; fi
  done
  mktemp -d "$name.$$.XXXXXX"
}

AT_EXIT=()
WORK=$(work_directory)
trap leave EXIT

# Puts a finished file in its place at once, for its owner only.
keep() { # FROM TO
  local new
  mkdir -p "$(dirname "$2")"
  new=$(mktemp "$2.XXXXXX")
  cp "$1" "$new"
  mv "$new" "$2"
}

# Ends a command that takes longer than SECONDS. In the foreground, so that Ctrl-C reaches it as well.
bounded() { # SECONDS COMMAND...
  if command -v timeout >/dev/null 2>&1; then
    timeout --foreground --kill-after=5 "$@"
  else
    # Not every machine has timeout(1). Not by an alarm in the command itself: programs in Go ignore it.
    perl -e '
      my $limit = shift; my $pid = fork // die; if (!$pid) { exec @ARGV or exit 127 }
      $SIG{ALRM} = sub { kill TERM => $pid; sleep 1; kill KILL => $pid; exit 124 };
      alarm $limit; waitpid $pid, 0; exit($? & 127 ? 1 : $? >> 8)' "$@"
  fi
}

# What was seen last of what a script waits for: a probe that fails says it by `saw`, a message repeats it by `seen`.
saw() {
  seen=$*
}

seen() {
  printf '%s' "$seen"
}

# Runs a command, and keeps what it printed in $answer. When it fails, its last line is what was seen.
ask() { # COMMAND...
  answer=$("$@" 2>&1) && return 0
  saw "${answer##*$'\n'}"
  return 1
}

# Runs PROBE every few seconds until it succeeds. Says what is waited for every ten seconds. Returns 1 when
# SECONDS_AT_MOST are over, so that the caller can say what to do.
wait_for() { # SECONDS_AT_MOST WHAT PROBE [ARGUMENT...]
  local limit=$1 what=$2 start=$SECONDS told=-10
  shift 2
  saw "nothing yet"
  until "$@"; do
    local waited=$((SECONDS - start))
    [ "$waited" -lt "$limit" ] || return 1
    if [ $((waited - told)) -ge 10 ]; then
      say "waiting for $what: ${waited}s of at most ${limit}s ($(seen))"
      told=$waited
    fi
    sleep 2
  done
  say "$what: done after $((SECONDS - start))s"
}
