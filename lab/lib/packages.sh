# shellcheck shell=bash
# Debian packages. Sourced.

# Installs those that are missing; no daemon starts because of it.
install_packages() { # NAME...
  local missing=() name log=$LOG/apt.log
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null)" = "ii " ] || missing+=("$name")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${#missing[@]} packages"
  # One that the machine has already stays as it is.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
    chmod 755 /usr/sbin/policy-rc.d
  fi
  mkdir -p "$LOG"
  # Without a network the lists that are there may do.
  apt-get -q update >"$log" 2>&1 || say "apt-get update failed; going on with the lists at hand"
  DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io \
    -o Dpkg::Options::=--force-confold install "${missing[@]}" >>"$log" 2>&1 8>&- 9>&- || {
    tail -n 20 "$log" >&2
    die "apt-get cannot install ${missing[*]}; the whole log is $log"
  }
}

# Unpacks packages without installing them, below PACKAGES.
unpack_packages() { # NAME...
  local wanted=() name
  for name in "$@"; do
    [ -e "$PACKAGES/.done/$name" ] || wanted+=("$name")
  done
  [ "${#wanted[@]}" -gt 0 ] || return 0
  mkdir -p "$PACKAGES/.debs/partial" "$PACKAGES/.done"
  (cd "$PACKAGES/.debs" && apt-get -q -o APT::Sandbox::User=root download "${wanted[@]}") >>"$LOG/apt.log" 2>&1 || {
    tail -n 5 "$LOG/apt.log" >&2
    die "apt-get cannot download ${wanted[*]}; the whole log is $LOG/apt.log"
  }
  for name in "${wanted[@]}"; do
    dpkg-deb -x "$PACKAGES"/.debs/"${name}"_*.deb "$PACKAGES"
    : >"$PACKAGES/.done/$name"
  done
}

# The Debian mirror that this machine uses.
debian_mirror() {
  local mirror
  # shellcheck disable=SC2016 # a format of apt-get, not of the shell
  mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)}
  printf '%s\n' "${mirror%/}"
}
