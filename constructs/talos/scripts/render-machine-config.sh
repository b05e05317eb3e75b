#!/usr/bin/env bash
# Writes one node's machine config, which becomes its user data. Besides those of render.sh: OUTPUT
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
render_machine_config "$work"
keep "$work/config.yaml" "$OUTPUT"
