#!/usr/bin/env bash
# Synthesizes two cluster files in turn, by npm and by the cdktf CLI, each into the same directory, and fails when anything
# that is in the first one's working directory is gone afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export CDKTF_OUTDIR="$scratch/out"
for name in blue green; do sed "s/^name: .*/name: $name/" cluster.yaml >"$scratch/$name.yaml"; done

for synth in 'npm run synth' 'npx cdktf synth'; do
  CLUSTER_FILE="$scratch/blue.yaml" $synth >/dev/null
  printf 'the only copy\n' >"$CDKTF_OUTDIR/stacks/blue/errored.tfstate"
  CLUSTER_FILE="$scratch/green.yaml" $synth >/dev/null
  [ -f "$CDKTF_OUTDIR/stacks/green/cdk.tf.json" ] || {
    printf 'error: "%s" wrote no green cluster\n' "$synth" >&2
    exit 1
  }
  [ -f "$CDKTF_OUTDIR/stacks/blue/errored.tfstate" ] || {
    printf 'error: "%s" of the green cluster deleted errored.tfstate of the blue one\n' "$synth" >&2
    exit 1
  }
  rm -r "$CDKTF_OUTDIR"
done
