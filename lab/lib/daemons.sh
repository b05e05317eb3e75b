# shellcheck shell=bash
# Daemons of the lab: each is started in a session of its own and known by its PID and the time at which it started,
# since a PID alone may be another process by now. Records: RUN/NAME.pid. Sourced.

say() { printf '[%s] %s\n' "$(date +%H:%M:%S)" "$*"; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Records of processes that ran before this machine was started say nothing.
forget_previous_boot() {
  local boot
  boot=$(cat /proc/sys/kernel/random/boot_id)
  if [ -e "$RUN/boot" ] && [ "$(cat "$RUN/boot")" != "$boot" ]; then
    say "this machine was restarted: what ran before is started again"
    rm -f "$RUN"/*.pid "$MACHINES"/servers/*/pid "$MACHINES"/lbs/*/pid
  fi
  mkdir -p "$RUN"
  printf '%s\n' "$boot" >"$RUN/boot"
}

# Time at which a process started, field 22 of /proc/PID/stat; nothing for a process that is gone or a zombie.
start_time() { # PID
  local stat fields
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  read -ra fields <<<"${stat##*) }" # the name before it may hold blanks
  [ "${fields[0]}" != Z ] && printf '%s\n' "${fields[19]}"
}

alive() { # NAME
  local pid started now
  [ -s "$RUN/$1.pid" ] || return 1
  read -r pid started <"$RUN/$1.pid" || return 1
  now=$(start_time "$pid") || return 1
  [ "$now" = "$started" ]
}

# Daemons that this script started or found running.
STARTED=()

start() { # NAME COMMAND...
  local name=$1 pid
  shift
  STARTED+=("$name")
  if alive "$name"; then return 0; fi
  # Descriptors 8 and 9 hold locks, which must not outlive the script.
  setsid "$@" >>"$LOG/$name.log" 2>&1 </dev/null 8>&- 9>&- &
  pid=$!
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    start_time "$pid" >/dev/null && break
    sleep 0.05
  done
  printf '%s %s\n' "$pid" "$(start_time "$pid")" >"$RUN/$name.pid"
}

died() { # NAME
  tail -n 25 "$LOG/$1.log" >&2 2>/dev/null || true
  die "$1 ended while it started; its log is $LOG/$1.log"
}

wait_for() { # NAME SECONDS COMMAND...: until the command succeeds
  local name=$1 limit=$2 began=$SECONDS
  shift 2
  until "$@" >/dev/null 2>&1; do
    if [ -e "$RUN/$name.pid" ] && ! alive "$name"; then died "$name"; fi
    if [ $((SECONDS - began)) -ge "$limit" ]; then
      tail -n 25 "$LOG/$name.log" >&2 2>/dev/null || true
      die "$name is not ready after ${limit}s; asked: $*"
    fi
    sleep 0.3
  done
}

expect_all_alive() {
  local name
  for name in "${STARTED[@]}"; do
    alive "$name" || died "$name"
  done
}

# A daemon is asked to end, in a group with what it started, so that several can end at the same time.
ask_to_end() { # NAME
  local pid
  alive "$1" || return 0
  read -r pid _ <"$RUN/$1.pid"
  kill -TERM -- "-$pid" 2>/dev/null || kill -TERM "$pid" 2>/dev/null || true
}

await_end() { # NAME SECONDS: then it is killed
  local name=$1 limit=$2 began=$SECONDS pid
  [ -e "$RUN/$name.pid" ] || return 0
  read -r pid _ <"$RUN/$name.pid" || pid=
  while alive "$name"; do
    if [ $((SECONDS - began)) -ge "$limit" ]; then
      kill -KILL -- "-$pid" 2>/dev/null || kill -KILL "$pid" 2>/dev/null || true
    fi
    sleep 0.2
  done
  rm -f "$RUN/$name.pid"
}

stop() { # NAME [SECONDS]
  ask_to_end "$1"
  await_end "$1" "${2:-10}"
}

port_open() { (exec 3<>"/dev/tcp/${2:-127.0.0.1}/$1") 2>/dev/null; } # PORT [HOST]
answers_ok() { curl -fsS -o /dev/null --max-time 5 "$1"; }           # URL: with a status below 400
answers() {                                                          # URL: with a status below 500
  local code
  code=$(curl -sS -o /dev/null --max-time 5 -w '%{http_code}' "$1") && [ "$code" != 000 ] && [ "$code" -lt 500 ]
}
