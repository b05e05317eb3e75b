#!/usr/bin/env bash
# Gives Nova's servers machines and Neutron's networks a data plane. Needs the OpenStack of openstack/up.sh.
#
#   STATIC_NAMES=FILE    names in the format of hosts(5) that machines resolve beside the lab's zones
#   EXPOSED_PORTS="..."  ports on this machine's loopback that machines reach at the operator's address
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"

mkdir -p "$MACHINES" "$MACHINE_LOGS"
install_packages systemd-container debootstrap nftables dnsmasq-base haproxy iproute2 iputils-ping openssh-client procps \
  bind9-dnsutils fdisk dosfstools mtools qemu-utils xz-utils zstd
MACHINE_ROOT=$("$here/debian.sh")
export MACHINE_ROOT
answers_ok "http://127.0.0.1:$P_NEUTRON/" || die "Neutron does not answer: run openstack/up.sh first"

export OS_CLIENT_CONFIG_FILE=$CLOUDS
/usr/bin/python3 "$here/hypervisor.py" fabric

# The machines' resolver: Designate's zones and static names. BIND refuses all other questions.
names=${STATIC_NAMES:-$MACHINES/hosts}
touch "$names"
# What the cloud's machines ask of quay.io, past Talos' mirrors of registries, is answered by the lab's: talos/authority.sh.
if ! grep -qsF "$OPERATOR_ADDRESS quay.io" "$names"; then
  printf '%s quay.io\n' "$OPERATOR_ADDRESS" >>"$names"
  ! alive hv-dns || kill -HUP "$(cut -d ' ' -f 1 "$RUN/hv-dns.pid")"
fi
start hv-dns dnsmasq --keep-in-foreground --conf-file=/dev/null --no-resolv --no-hosts --addn-hosts="$names" \
  --server="127.0.0.1#$P_DNS" --listen-address="$OPERATOR_ADDRESS" --bind-interfaces --except-interface=lo \
  --cache-size=0 --user=root --pid-file= --log-facility=-
{
  printf 'defaults\n mode tcp\n timeout connect 5s\n timeout client 1h\n timeout server 1h\n'
  for port in ${EXPOSED_PORTS:-$P_REGISTRY}; do
    printf 'listen p%s\n bind %s:%s\n server s 127.0.0.1:%s\n' "$port" "$OPERATOR_ADDRESS" "$port" "$port"
  done
  printf 'listen names\n bind %s:443 ssl crt %s\n server s 127.0.0.1:%s\n' \
    "$OPERATOR_ADDRESS" "$AUTHORITY/names.pem" "$P_REGISTRY"
} >"$MACHINES/expose.new"
if ! cmp -s "$MACHINES/expose.new" "$MACHINES/expose.cfg"; then
  stop hv-expose
  mv "$MACHINES/expose.new" "$MACHINES/expose.cfg"
fi
start hv-expose haproxy -db -f "$MACHINES/expose.cfg"

# Machines go on without the hypervisor, so one of other sources takes over from it.
sources=$(cat "$here"/*.py "$here"/talos-node* | sha256sum)
if [ "$(cat "$MACHINES/sources" 2>/dev/null)" != "$sources" ]; then stop hypervisor; fi
printf '%s\n' "$sources" >"$MACHINES/sources"
alive hypervisor || rm -f "$MACHINES/ready"
start hypervisor /usr/bin/python3 "$here/hypervisor.py"
wait_for hypervisor 60 test -e "$MACHINES/ready"
expect_all_alive
