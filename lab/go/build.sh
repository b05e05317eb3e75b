# shellcheck shell=bash
# Builds Go programs from the modules of this folder, with the ordinary client and pinned versions. Sourced.
#
# A program is built again when its module, its flags, the edits to its dependencies or Go itself changed, and only then.
# It takes the old one's place at once, so whatever runs goes on with the old one.

BIN=$CACHE/bin
GO_MODULES=$LAB_SOURCES/go
export GOFLAGS=-buildvcs=false CGO_ENABLED=0 GOWORK=off

# shellcheck source=edits.sh
. "$GO_MODULES/edits.sh"

build() { # PROGRAM MODULE PACKAGE FLAG...
  local program=$1 module=$2 package=$3 began=$SECONDS key modfile
  shift 3
  key=$(build_key "$module" "$package" "$@")
  [ ! -x "$BIN/$program" ] || [ "$(cat "$BIN/.$program.key" 2>/dev/null)" != "$key" ] || return 0
  say "building $program"
  mkdir -p "$BIN" "$LOG"
  modfile=$(edited_modfile "$module") || die "the sources of $program cannot be prepared; the log is $LOG/build.log"
  (cd "$GO_MODULES/$module" && nice -n 5 go build -modfile "$modfile" -trimpath "$@" -o "$BIN/.$program.new" "$package") \
    >>"$LOG/build.log" 2>&1 || {
    tail -n 20 "$LOG/build.log" >&2
    die "$program cannot be built; the whole log is $LOG/build.log"
  }
  mv "$BIN/.$program.new" "$BIN/$program"
  printf '%s\n' "$key" >"$BIN/.$program.key"
  say "built $program in $((SECONDS - began))s"
}

build_key() { # MODULE PACKAGE FLAG...
  local module=$1
  {
    cat "$GO_MODULES/$module"/*
    if has_edits "$module"; then cat "$GO_MODULES/edits.sh" "$GO_MODULES"/shims/*.go; fi
    go env GOVERSION
    printf '%s\n' "$@"
  } | sha256sum | cut -d' ' -f1
}

module_folder() { # MODULE PATH: where the sources of a dependency are
  (
    cd "$GO_MODULES/$1" || exit 1
    version=$(go list -m -f '{{.Version}}' "$2")
    go mod download -json "$2@$version" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])'
  )
}
