# shellcheck shell=bash
# Files with keys: where they lie, how they get there, and what becomes of them when a script is killed.

# Makes a directory for its owner only, which git ignores with all that is in it, wherever it lies. One that is there
# already is made so when it holds nothing but what scripts write.
private_directory() { # DIRECTORY
  local entry
  if [ -d "$1" ]; then
    [ ! -e "$1/.gitignore" ] || return 0
    for entry in "$1"/* "$1"/.[!.]*; do
      [ -e "$entry" ] || continue
      case ${entry##*/} in secrets.yaml | talosconfig | nodes | known_hosts | .work | kubeconfig-*) ;; *) return 0 ;; esac
    done
  else
    mkdir -p "$1"
  fi
  printf '*\n' >"$1/.gitignore"
}

# Removes what scripts have left that were killed: names that go on with what they called their own. Of another machine,
# which may write here too, what is older than a day.
remove_left() { # BEGINNING
  local left pid start rest fact
  for left in "$1"*; do
    [ -e "$left" ] || continue
    rest=${left#"$1"}
    if [ "${rest#"$HOSTNAME".}" != "$rest" ]; then
      IFS=. read -r pid start rest <<<"${rest#"$HOSTNAME".}"
      process "$pid" 22 lstart
      [ "${fact//[^[:alnum:]]/}" != "$start" ] || continue
    elif [ -z "$(find "$left" -prune -mtime +0)" ]; then
      continue
    fi
    rm -rf "$left"
  done
}

# Puts a finished file in its place at once, for its owner only.
keep() { # FROM TO
  local directory new
  directory=$(dirname "$2")
  new=$directory/.$(basename "$2").new.
  private_directory "$directory"
  remove_left "$new"
  new=$(mktemp "$new$OWN.XXXXXX")
  cp "$1" "$new"
  # Half a file counts for a whole one after a power cut, unless it is on the disk before it has its name.
  sync "$new" 2>/dev/null || sync
  [ -e "$2" ] || warn_of "$directory" "${2##*/}"
  mv "$new" "$2"
}

# What others could do with a file of this directory.
warn_of() { # DIRECTORY FILE
  local ignored=0
  if [ -n "$(find "$1/" -prune -perm -0002)" ]; then
    say "warning: everybody on this machine can write to $1, where keys are; chmod 700 $1"
  fi
  if command -v git >/dev/null 2>&1; then
    git -C "$1" check-ignore --quiet "$2" >/dev/null 2>&1 || ignored=$?
    # More than 1 means that there is no repository.
    [ "$ignored" -ne 1 ] || say "warning: git does not ignore $1/$2, which holds keys; add it to a .gitignore"
  fi
}

sha256_of() { # FILE
  local sum
  if command -v sha256sum >/dev/null 2>&1; then
    sum=$(sha256sum <"$1")
  else
    need shasum "look at checksums"
    sum=$(shasum -a 256 <"$1")
  fi
  printf '%s\n' "${sum%% *}"
}

if [ -n "$WORK" ]; then
  private_directory "${WORK%/.work/*}"
  remove_left "${WORK%/*}/"
  mkdir -p "$WORK"
  # Bash and what it starts keep long texts in files.
  export TMPDIR=$WORK
fi
