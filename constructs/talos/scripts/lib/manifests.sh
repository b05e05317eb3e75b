# shellcheck shell=bash
# Manifests that lie elsewhere and must be the reviewed ones: fetched by the machine that applies, compared, and written into
# the machine config, since Talos compares nothing that it fetches itself.

# Writes a patch that has Kubernetes apply a manifest.
pinned_manifest() { # SHA256 URL PATCH
  local error sum
  need curl "fetch the manifests of manifests.pinned"
  error=$(curl --fail --silent --show-error --location --max-time 60 --retry 3 --max-filesize 1048576 \
    --output "$WORK/manifest" --url "$2" 2>&1) ||
    fail "the manifest $2 cannot be fetched: ${error##*$'\n'}; make it reachable from this machine, or correct manifests.pinned, then apply again"
  sum=$(sha256_of "$WORK/manifest")
  [ "$sum" = "$1" ] ||
    fail "the manifest $2 is not the one that manifests.pinned names: it has the SHA-256 $sum instead of $1; no node gets it; correct the file if this is the manifest that you want"
  {
    printf 'cluster:\n  inlineManifests:\n    - name: pinned-%s\n      contents: |2\n' "${1:0:12}"
    sed 's/^/        /' "$WORK/manifest"
    # The last line may have no end.
    printf '\n'
  } >"$3"
}
