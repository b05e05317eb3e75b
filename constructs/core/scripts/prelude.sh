# shellcheck shell=bash
# In front of every script that an apply runs. Data comes in through the environment only.
set -euo pipefail
umask 077

# One line, whatever a command said that is repeated in it: ssh ends its lines as terminals want them.
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

need_secrets() {
  [ -s "$SECRETS" ] ||
    fail "$SECRETS is not here, and this cluster was made with it: restore it from your backup and apply again; it is never made anew, that would be another cluster"
}

# Puts a finished file in its place at once, for its owner only.
keep() { # FROM TO
  mkdir -p "$(dirname "$2")"
  cp "$1" "$2.new"
  chmod 600 "$2.new"
  mv "$2.new" "$2"
}

# Ends a command that takes longer than SECONDS; not every machine has timeout(1).
bounded() { # SECONDS COMMAND...
  if command -v timeout >/dev/null 2>&1; then
    timeout --kill-after=5 "$@"
  else
    # Not by an alarm in the command itself: programs in Go ignore it.
    perl -e '
      my $limit = shift; my $pid = fork // die; if (!$pid) { exec @ARGV or exit 127 }
      $SIG{ALRM} = sub { kill TERM => $pid; sleep 1; kill KILL => $pid; exit 124 };
      alarm $limit; waitpid $pid, 0; exit($? & 127 ? 1 : $? >> 8)' "$@"
  fi
}

# Runs PROBE every few seconds until it succeeds. A probe that fails leaves what it saw in $seen. Says what is waited for
# every ten seconds. Returns 1 when SECONDS_AT_MOST are over, so that the caller can say what to do.
wait_for() { # SECONDS_AT_MOST WHAT PROBE [ARGUMENT...]
  local limit=$1 what=$2 start=$SECONDS told=-10
  shift 2
  seen="nothing yet"
  until "$@"; do
    local waited=$((SECONDS - start))
    [ "$waited" -lt "$limit" ] || return 1
    if [ $((waited - told)) -ge 10 ]; then
      say "waiting for $what: ${waited}s of at most ${limit}s ($seen)"
      told=$waited
    fi
    sleep 2
  done
  say "$what: done after $((SECONDS - start))s"
}
