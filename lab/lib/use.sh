# shellcheck shell=bash
# How the lab is used by hand. Sourced.

print_environment() {
  printf 'export LAB_DIR=%q\n' "$LAB_DIR"
  # shellcheck disable=SC2016 # expands where it is read
  printf 'export PATH=%q:"$PATH"\n' "$CACHE/tools"
  printf 'export TF_CLI_CONFIG_FILE=%q\n' "$CACHE/tofurc"
  printf 'export OS_CLIENT_CONFIG_FILE=%q OS_CLOUD=lab-demo\n' "$CLOUDS"
}

describe() {
  cat <<TEXT

The lab is up. In a shell:

  eval "\$(npm run --silent lab -- env)"      tofu, talosctl, kubectl and openstack talk to it from now on
  npm run lab -- exec COMMAND...             the same for one command, which also resolves the lab's zones

  cloud            lab-demo (lab-admin is the administrator), in $CLOUDS; the password is $PASSWORD
  Keystone         $AUTH_URL, region $REGION
  for a cluster    external network "external", image "debian-12", key pair "demo" ($LAB_DIR/demo/id_ed25519),
                   flavors: openstack flavor list
  operator         $OPERATOR_ADDRESS is this machine, as the cloud sees it: the address for access lists
  name server      $OPERATOR_ADDRESS, for machines; it knows the zones of Designate, which the resolver of this machine does not
  registry         http://$OPERATOR_ADDRESS:$P_REGISTRY, all that Talos nodes can pull from; patch: lab/talos/patch.yaml
  S3               http://127.0.0.1:$P_RGW
TEXT
}

# In a mount namespace of its own, where the lab's name server is the one of /etc/resolv.conf.
in_environment() { # COMMAND...
  [ $# -gt 0 ] || die "exec needs a command"
  PATH=$CALLER_PATH
  eval "$(print_environment)"
  printf 'nameserver %s\n' "$OPERATOR_ADDRESS" >"$LAB_DIR/resolv.conf"
  # shellcheck disable=SC2016 # expands in the inner shell
  exec unshare --mount bash -c 'mount --bind "$0" /etc/resolv.conf && exec "$@"' "$LAB_DIR/resolv.conf" "$@"
}

# Memory is the proportional share of what processes have in common.
status() {
  local record name pid process memory total=0
  for record in "$RUN"/*.pid; do
    [ -e "$record" ] || die "nothing runs: npm run lab"
    name=$(basename "$record" .pid)
    if ! alive "$name"; then
      printf '%-22s down\n' "$name"
      continue
    fi
    read -r pid _ <"$record"
    memory=0
    for process in $(ps -eo pid=,sid= | awk -v session="$pid" '$2 == session { print $1 }'); do
      memory=$((memory + $(awk '/^Pss:/ { kib = $2 } END { print kib + 0 }' "/proc/$process/smaps_rollup" 2>/dev/null || printf 0)))
    done
    printf '%-22s %5d MiB\n' "$name" $((memory / 1024))
    total=$((total + memory))
  done
  printf '%-22s %5d MiB\n' total $((total / 1024))
}
