# shellcheck shell=bash
# The cluster's secrets, and what is made from them without asking anybody.
# CLUSTER SECRETS

# The command that makes secrets.yaml by hand, for messages.
gen_secrets() { # OPTION VALUE
  printf '%s' "(umask 077 && talosctl gen secrets $1 $2 --output-file $SECRETS)"
}

need_secrets() {
  local missing
  [ -e "$SECRETS" ] ||
    fail "$SECRETS is not here, and this cluster was made with it: restore it from your backup, or make it again from a control plane's machine config: $(gen_secrets --from-controlplane-config CONTROL_PLANE.yaml); then apply again. It is never made anew, that would be another cluster"
  talosctl gen config "$CLUSTER" https://any:6443 --with-secrets "$SECRETS" --output-types talosconfig --output - \
    >/dev/null 2>"$WORK/error" && return 0
  # The rest of what it says may show parts of the file.
  missing=$(grep -oE '(line [0-9]+|[a-z0-9.]+ is required)' "$WORK/error" | paste -sd, -) || true
  fail "$SECRETS is no whole secrets.yaml${missing:+ ($missing)}: restore it from your backup, or make it again from a control plane's machine config: $(gen_secrets --from-controlplane-config CONTROL_PLANE.yaml); then apply again"
}

# Prints a part of secrets.yaml: crt or key of Talos' own CA.
talos_ca() { # crt|key
  awk -v part="$1:" '/^[a-z]/ { top = $1 } /^ +[a-z0-9]+:$/ { name = $1 }
    top == "certs:" && name == "os:" && $1 == part { print $2 }' "$SECRETS"
}

# Writes an administrator's talosconfig. `talosctl gen config` can make one too, but only for a year.
write_talosconfig() { # HOURS FILE
  local part key=$WORK/admin
  for part in crt key; do talos_ca "$part" | base64 -d >"$WORK/ca.$part"; done
  { talosctl gen key --force --name "$key" &&
    talosctl gen csr --force --key "$key.key" --ip 127.0.0.1 --roles os:admin &&
    talosctl gen crt --force --ca "$WORK/ca" --csr "$key.csr" --name "$key" --hours "$1"; } >"$WORK/error" 2>&1 ||
    fail "talosctl cannot make a certificate from $SECRETS: $(tr '\n' ' ' <"$WORK/error")"
  {
    printf 'context: "%s"\ncontexts:\n  "%s":\n    endpoints: []\n' "$CLUSTER" "$CLUSTER"
    printf '    ca: %s\n' "$(talos_ca crt)"
    for part in crt key; do printf '    %s: %s\n' "$part" "$(base64 <"$key.$part" | tr -d '\n')"; done
  } >"$2"
  rm -f "$WORK/ca.key" "$key".*
}
