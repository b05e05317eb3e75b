#!/usr/bin/env bash
# An authority for names of the internet that the lab answers for, and a certificate for them. Helm fetches the chart past
# Talos' registry mirrors, over TLS, from quay.io: in the lab that is the lab's registry, and its image of Helm trusts this.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"

[ ! -e "$AUTHORITY/bundle.crt" ] || exit 0
rm -rf "$AUTHORITY"
mkdir -p "$AUTHORITY"
chmod 700 "$AUTHORITY"
cd "$AUTHORITY"
new_key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
openssl req -x509 "${new_key[@]}" -days 3650 -subj "/CN=the lab" -keyout ca.key -out ca.crt
openssl req -x509 "${new_key[@]}" -days 3650 -subj "/CN=quay.io" -addext subjectAltName=DNS:quay.io \
  -addext basicConstraints=CA:FALSE -CA ca.crt -CAkey ca.key -keyout names.key -out names.crt
cat names.crt names.key >names.pem
cat /etc/ssl/certs/ca-certificates.crt ca.crt >bundle.crt
