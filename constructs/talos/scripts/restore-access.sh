#!/usr/bin/env bash
# Brings talosconfig and kubeconfig back from secrets.yaml, with new certificates. Besides those of lib/talos.sh:
# TALOSCONFIG_FILE KUBECONFIG_FILE
make_talosconfig
keep_talosconfig "$TALOSCONFIG_FILE"
say "talosconfig: $TALOSCONFIG_FILE"
wait_for 60 "the kubeconfig" fetch_kubeconfig ||
  fail "the talosconfig is there, but the Talos API at $API_ENDPOINT:50000 gives no kubeconfig: $(seen). Is the cluster up, and this machine in access.talosApi?"
keep "$WORK/kubeconfig" "$KUBECONFIG_FILE"
say "kubeconfig: $KUBECONFIG_FILE"
