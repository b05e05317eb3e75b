#!/usr/bin/env bash
# Brings up OpenStack (Debian 12 has Zed) on loopback: Keystone, Glance, Placement, Nova, Neutron, Designate with BIND, Cinder,
# Octavia, and Ceph RGW for S3. Starts what is down and leaves alone what is up. About 200 s the first time, 80 s after a stop.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=../lib/settings.sh
. "$here/../lib/settings.sh"
# shellcheck source=../lib/daemons.sh
. "$here/../lib/daemons.sh"
# shellcheck source=../lib/packages.sh
. "$here/../lib/packages.sh"
for part in "$here"/config/*.sh "$here/infrastructure.sh" "$here/databases.sh" "$here/services.sh" "$here/ceph.sh"; do
  # shellcheck disable=SC1090 # shellcheck reads each of them by itself
  . "$part"
done

mkdir -p "$ETC" "$LOG" "$RUN" "$DATA" "$CACHE"
phase() { # COMMAND...
  local began=$SECONDS
  "$@"
  say "${1//_/ }: $((SECONDS - began))s"
}

install_openstack() {
  install_packages mariadb-server mariadb-client rabbitmq-server memcached bind9 bind9-utils bind9-dnsutils \
    uwsgi-core uwsgi-plugin-python3 curl iproute2 procps util-linux openssl \
    python3-keystone python3-glance python3-placement python3-nova python3-neutron python3-designate python3-cinder \
    python3-octavia python3-pymysql python3-memcache python3-pymemcache \
    python3-openstackclient python3-glanceclient python3-keystoneclient python3-designateclient python3-octaviaclient \
    ceph-mon ceph-osd ceph-common radosgw
  # Of the services' own packages only scripts and paste files are needed.
  unpack_packages nova-common nova-api nova-conductor nova-scheduler nova-compute neutron-common glance-api glance-common \
    designate-common designate-api designate-central designate-worker designate-mdns designate-producer \
    cinder-common cinder-api cinder-scheduler cinder-volume \
    octavia-common octavia-api octavia-worker octavia-health-manager octavia-housekeeping
}

configure() {
  mkdir -p "$DATA"/{mysql,rabbitmq,bind,keystone,placement} "$DATA"/glance/{images,staging,tasks,cache,work} \
    "$DATA"/nova/{instances,lock} "$DATA"/{neutron,designate}/lock "$DATA"/ceph/{mon,osd,rgw}
  chmod 700 "$DATA/mysql"
  configure_rabbitmq
  configure_bind
  configure_keystone
  configure_glance
  configure_placement
  configure_nova
  configure_neutron
  configure_cinder
}

write_clouds() {
  umask 077
  local name
  printf 'clouds:\n' >"$CLOUDS.new"
  for name in admin demo; do
    cat >>"$CLOUDS.new" <<CLOUD
  lab-$name:
    region_name: $REGION
    identity_api_version: 3
    auth:
      auth_url: $AUTH_URL
      username: $name
      password: $PASSWORD
      project_name: $name
      user_domain_name: Default
      project_domain_name: Default
CLOUD
  done
  mv "$CLOUDS.new" "$CLOUDS"
  umask 022
}

offer() { OS_CLIENT_CONFIG_FILE=$CLOUDS /usr/bin/python3 "$here/offer.py" "$@"; }

phase install_openstack
phase configure
phase start_infrastructure
phase create_databases
phase start_keystone
configure_designate "$(cat "$RUN/service_project_id")"
phase start_services
write_clouds
phase offer
configure_octavia "$(cat "$RUN/lb_mgmt_net")" "$(cat "$RUN/lb_mgmt_sg")"
phase start_octavia
phase start_ceph
expect_all_alive
