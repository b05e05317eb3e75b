# shellcheck shell=bash
# In front of every script that an apply runs, after guard.sh and before files.sh. Data comes in through the environment
# only. Functions print what they answer. A variable is shared between files besides those of guard.sh:
#   $answer  what a command printed that was run by `ask`; functions that ask declare it local

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

# Right before something is changed that stays: an apply that was killed changes nothing more.
need_opentofu() { # WHAT
  opentofu_lives || fail "$1 is not touched: the OpenTofu that started this has ended; apply again"
}

# Ends a command that takes longer than SECONDS. In the foreground: in a group of its own it would outlive the script.
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
