# shellcheck shell=bash
# The copy of the sources that the lab runs from, LAB_DIR/sources: a checkout may change or go while the lab runs. Sourced.

# When the sources were changed last: in a commit, or just now if there are changes that no commit has.
age_of_sources() { # FOLDER
  local changed=
  if git -C "$1" rev-parse HEAD >/dev/null 2>&1; then
    if [ -z "$(git -C "$1" status --porcelain -- .)" ]; then changed=$(git -C "$1" log -1 --format=%ct -- .); fi
  fi
  if [ -z "$changed" ]; then changed=$(find "$1" -type f -not -path '*/.*' -printf '%T@\n' | sort -n | tail -n 1); fi
  printf '%s\n' "${changed%.*}"
}

# Puts the sources of this checkout in the place of older ones. Files that did not change stay the same file, and those that did
# are replaced, not written over, so a script that runs reads on in its own.
install_sources() {
  local target=$LAB_DIR/sources ours theirs
  ours=$(age_of_sources "$LAB_SOURCES")
  theirs=$(cat "$target/.changed" 2>/dev/null || printf '0\n')
  if [ "$ours" -lt "$theirs" ]; then
    say "the lab runs from newer sources than these, of $(date -d "@$theirs" '+%F %T'); they stay"
    return
  fi
  mkdir -p "$target"
  (
    cd "$LAB_SOURCES" || exit 1
    find . -type f -not -path '*/.*' -not -name '*.pyc'
  ) | while read -r file; do
    cmp -s "$LAB_SOURCES/$file" "$target/$file" && continue
    mkdir -p "$(dirname "$target/$file")"
    cp -p "$LAB_SOURCES/$file" "$target/$file.new"
    mv "$target/$file.new" "$target/$file"
  done
  (
    cd "$target" || exit 1
    find . -type f -not -path './.changed'
  ) | while read -r file; do
    [ -e "$LAB_SOURCES/$file" ] || rm -f "$target/$file"
  done
  printf '%s\n' "$ours" >"$target/.changed"
}
