#!/usr/bin/env bash
# Makes secrets.yaml if it is not there. SECRETS TALOS_CONTRACT
need talosctl "make the cluster's secrets"
directory=$(dirname "$SECRETS")
if [ -e "$SECRETS" ]; then
  need_secrets
  chmod 600 "$SECRETS"
  warn_of "$directory" secrets.yaml
  say "$SECRETS is there and is used"
  exit 0
fi
if compgen -G "$directory/nodes/*.yaml" >/dev/null; then
  fail "$SECRETS is gone, but there are machine configs made from it in $directory/nodes: restore it from your backup, or make it again from that of a control plane there: $(gen_secrets --from-controlplane-config "$directory/nodes/CONTROL_PLANE.yaml"). For a new cluster, remove $directory/nodes"
fi
case ${CI:-} in
"" | 0 | false) ;;
*) fail "$SECRETS is not here, and this is a pipeline (CI is $CI), whose files are gone when it ends. For a new cluster, make the file once and keep it with the pipeline's secrets: $(gen_secrets --talos-version "$TALOS_CONTRACT"); for one that is there, restore it from your backup, or make it again from a control plane's machine config: $(gen_secrets --from-controlplane-config CONTROL_PLANE.yaml)" ;;
esac
talosctl gen secrets --force --talos-version "$TALOS_CONTRACT" --output-file "$WORK/secrets.yaml" ||
  fail "talosctl cannot make the cluster's secrets (above is why)"
keep "$WORK/secrets.yaml" "$SECRETS"
say "made $SECRETS: keep a copy in a safe place, it holds every key of the cluster"
