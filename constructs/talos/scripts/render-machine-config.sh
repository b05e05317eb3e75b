#!/usr/bin/env bash
# Writes one node's machine config, which becomes its user data. Besides those of lib/render.sh: OUTPUT
need talosctl "render machine configs"
need_secrets
render_machine_config "$KUBERNETES_VERSION" "$WORK/config.yaml"
check_machine_config "$WORK/config.yaml"
keep "$WORK/config.yaml" "$OUTPUT"
