# shellcheck shell=bash
# OpenStack's services. Sourced.

UWSGI=(uwsgi --plugins python3 --master --need-app --die-on-term --enable-threads --lazy-apps --thunder-lock
  --buffer-size 65535 --socket-timeout 60 --disable-logging --add-header Connection:close --so-keepalive --listen 100)

start_keystone() {
  local manage=(keystone-manage --config-file "$ETC/keystone/keystone.conf")
  if [ ! -e "$DATA/keystone/.bootstrapped" ]; then
    {
      "${manage[@]}" fernet_setup --keystone-user root --keystone-group root
      "${manage[@]}" credential_setup --keystone-user root --keystone-group root
      # In the environment, where ps does not show it.
      OS_BOOTSTRAP_PASSWORD=$PASSWORD "${manage[@]}" bootstrap --bootstrap-region-id "$REGION" \
        --bootstrap-admin-url "$AUTH_URL/" --bootstrap-internal-url "$AUTH_URL/" --bootstrap-public-url "$AUTH_URL/"
    } >"$LOG/bootstrap.log" 2>&1 || die "keystone-manage bootstrap failed; its log is $LOG/bootstrap.log"
    : >"$DATA/keystone/.bootstrapped"
  fi
  start keystone env "OS_KEYSTONE_CONFIG_DIR=$ETC/keystone" "OS_KEYSTONE_CONFIG_FILES=$ETC/keystone/keystone.conf" \
    "${UWSGI[@]}" --http-socket "127.0.0.1:$P_KEYSTONE" --processes 2 --threads 2 --wsgi-file /usr/bin/keystone-wsgi-public
  wait_for keystone 60 answers_ok "$AUTH_URL"
  /usr/bin/python3 "$LAB_SOURCES/openstack/identity.py"
}

start_services() {
  start placement env "OS_PLACEMENT_CONFIG_DIR=$ETC/placement" "${UWSGI[@]}" --http-socket "127.0.0.1:$P_PLACEMENT" \
    --processes 2 --threads 2 --wsgi-file /usr/bin/placement-api
  start glance glance-api --config-file "$ETC/glance/glance-api.conf" \
    --config-file "$ETC/glance/glance-image-import.conf"
  start neutron env "PYTHONPATH=$LAB_SOURCES/openstack/drivers" neutron-server --config-file "$ETC/neutron/neutron.conf" \
    --config-file "$ETC/neutron/ml2.ini"
  local part
  for part in conductor scheduler api; do start "nova-$part" "nova-$part" --config-file "$ETC/nova/nova.conf"; done
  for part in central api; do
    start "designate-$part" "designate-$part" --config-file "$ETC/designate/designate.conf"
  done
  for part in api scheduler volume; do
    start "cinder-$part" env "PYTHONPATH=$LAB_SOURCES/openstack/drivers" "cinder-$part" --config-file "$ETC/cinder/cinder.conf"
  done
  wait_for placement 60 answers_ok "http://127.0.0.1:$P_PLACEMENT/"
  for part in $(seq 1 "$COMPUTES"); do
    start "nova-compute$part" "$LAB_SOURCES/openstack/nova-compute" --config-file "$ETC/nova/nova-compute.conf" \
      --config-file "$ETC/nova/compute$part.conf"
  done
  start_designate_pool
  wait_for glance 90 answers "http://127.0.0.1:$P_GLANCE/"
  wait_for neutron 120 answers_ok "http://127.0.0.1:$P_NEUTRON/"
  wait_for nova-api 90 answers_ok "http://127.0.0.1:$P_NOVA/"
  wait_for nova-api 30 port_open "$P_METADATA"
  wait_for cinder-api 60 answers "http://127.0.0.1:$P_CINDER/"
  wait_for nova-conductor 120 computes_are_up
  nova_manage cell_v2 discover_hosts || die "nova-manage discover_hosts failed; its log is $LOG/cells.log"
}

start_designate_pool() {
  local part
  wait_for designate-api 90 answers_ok "http://127.0.0.1:$P_DESIGNATE/"
  if [ ! -e "$DATA/designate/.pool" ]; then
    wait_for designate-central 90 designate-manage --config-file "$ETC/designate/designate.conf" \
      pool update --file "$ETC/designate/pools.yaml"
    : >"$DATA/designate/.pool"
  fi
  for part in worker mdns producer; do
    start "designate-$part" "designate-$part" --config-file "$ETC/designate/designate.conf"
  done
  wait_for designate-mdns 60 port_open "$P_MDNS"
}

# Every hypervisor is known, and said so a moment ago.
computes_are_up() {
  local known fresh
  known=$(sql "select count(*) from compute_nodes where deleted=0" nova_cell1)
  # shellcheck disable=SC2016 # quotes of SQL
  fresh=$(sql 'select count(*) from services where deleted=0 and `binary`="nova-compute"
    and last_seen_up > utc_timestamp() - interval 25 second' nova_cell1)
  [ "$known" -ge "$COMPUTES" ] && [ "$fresh" -ge "$COMPUTES" ]
}

start_octavia() {
  start octavia-api "${UWSGI[@]}" --http-socket "127.0.0.1:$P_OCTAVIA" --processes 1 --threads 2 \
    --wsgi-file /usr/bin/octavia-wsgi --pyargv "--config-file $ETC/octavia/octavia.conf"
  start octavia-worker octavia-worker --config-file "$ETC/octavia/octavia.conf"
  wait_for octavia-api 60 answers "http://127.0.0.1:$P_OCTAVIA/"
}
