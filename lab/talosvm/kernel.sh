#!/usr/bin/env bash
# Downloads Debian's kernel of the line that Talos has, once, and prints its folder: boot/ and usr/lib/modules/. Talos 1.13
# clones detached mounts, which Linux 6.12 of Debian 13 itself refuses; backports has newer ones.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"

package=linux-image-$TALOSVM_KERNEL
folder=$CACHE/talosvm/$package
printf '%s\n' "$folder"
[ ! -e "$folder.done" ] || exit 0
say "downloading $package" >&2
rm -rf "$folder"
apt=$CACHE/talosvm/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$folder" "$LOG"
# Lists of their own: no package of this machine may come from backports because of it.
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s trixie-backports main\n' "$(debian_mirror)" >"$apt/sources.list"
options=(-q -o Dir::Etc::sourcelist="$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::State::lists="$apt/lists"
  -o Dir::Cache="$apt/cache" -o APT::Sandbox::User=root)
{
  apt-get "${options[@]}" update && (cd "$apt" && rm -f -- *.deb && apt-get "${options[@]}" download "$package")
} >"$LOG/talosvm.log" 2>&1 || {
  tail -n 5 "$LOG/talosvm.log" >&2
  die "apt-get cannot download $package of trixie-backports; the whole log is $LOG/talosvm.log"
}
dpkg-deb -x "$apt/$package"_*.deb "$folder"
rm -rf "$apt"
: >"$folder.done"
