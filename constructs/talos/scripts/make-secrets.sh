#!/usr/bin/env bash
# Makes DIRECTORY/secrets.yaml if it is not there. DIRECTORY TALOS_CONTRACT
need talosctl "make the cluster's secrets"
mkdir -p "$DIRECTORY"
secrets=$DIRECTORY/secrets.yaml
if [ -s "$secrets" ]; then
  chmod 600 "$secrets"
  say "$secrets is there and is used"
  exit 0
fi
if compgen -G "$DIRECTORY/nodes/*.yaml" >/dev/null; then
  fail "$secrets is gone, but there are machine configs made from it in $DIRECTORY/nodes: restore it from your backup, or from the config of a control plane there: talosctl gen secrets --from-controlplane-config. For a new cluster, remove $DIRECTORY/nodes"
fi
# Written beside and moved, so that an interruption leaves no half of it.
new=$(mktemp "$DIRECTORY/.secrets.XXXXXX")
at_exit rm -f "$new"
talosctl gen secrets --force --talos-version "$TALOS_CONTRACT" --output-file "$new"
chmod 600 "$new"
mv "$new" "$secrets"
say "made $secrets: keep a copy in a safe place, it holds every key of the cluster"
