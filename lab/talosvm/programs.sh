#!/usr/bin/env bash
# Builds what only virtual machines need: Talos's init, its installer, which is its imager too, and preinit.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../go/build.sh
. "$here/../go/build.sh"

# As machined's module pins them, without the edits that container mode needs. A module that machined does not use has its
# hash from Go's checksum database.
build_of_talos() { # PROGRAM PACKAGE
  local program=$1 package=$2 began=$SECONDS key modfile=$CACHE/modfiles/talosvm.mod
  key=$(printf '%s\n' "$package" "$(cat "$GO_MODULES"/machined/go.*)" "$(go env GOVERSION)" | sha256sum | cut -d' ' -f1)
  [ ! -x "$BIN/$program" ] || [ "$(cat "$BIN/.$program.key" 2>/dev/null)" != "$key" ] || return 0
  say "building $program"
  mkdir -p "$CACHE/modfiles" "$LOG"
  cp "$GO_MODULES/machined/go.mod" "$modfile"
  cp "$GO_MODULES/machined/go.sum" "${modfile%.mod}.sum"
  (cd "$GO_MODULES/machined" && nice -n 10 go build -mod=mod -modfile "$modfile" -trimpath -ldflags "-s -w" \
    -o "$BIN/.$program.new" "github.com/siderolabs/talos/$package") >>"$LOG/build.log" 2>&1 || {
    tail -n 20 "$LOG/build.log" >&2
    die "$program cannot be built; the whole log is $LOG/build.log"
  }
  mv "$BIN/.$program.new" "$BIN/$program"
  printf '%s\n' "$key" >"$BIN/.$program.key"
  say "built $program in $((SECONDS - began))s"
}

build preinit preinit . -ldflags "-s -w"
build_of_talos talos-init internal/app/init
build_of_talos talos-installer cmd/installer
# It looks at its name.
ln -sfn talos-installer "$BIN/imager"
