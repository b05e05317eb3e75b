#!/usr/bin/env bash
# Brings talosconfig and kubeconfig back from secrets.yaml, with new certificates. Besides those of access.sh:
# TALOSCONFIG_FILE KUBECONFIG_FILE
# shellcheck disable=SC2154 # work is of access.sh
keep "$work/talosconfig" "$TALOSCONFIG_FILE"
say "talosconfig: $TALOSCONFIG_FILE"
wait_for 60 "the kubeconfig" fetch_kubeconfig ||
  fail "the talosconfig is there, but the Talos API at $API_ENDPOINT:50000 gives no kubeconfig: $seen. Is the cluster up, and this machine in access.talosApi?"
keep "$work/kubeconfig" "$KUBECONFIG_FILE"
say "kubeconfig: $KUBECONFIG_FILE"
