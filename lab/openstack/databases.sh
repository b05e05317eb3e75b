# shellcheck shell=bash
# The services' databases. Making one from its migrations takes minutes, so the result is kept in the cache for the next time
# and for the same versions of the packages. Sourced.

create_databases() {
  local name job jobs=()
  for name in keystone glance placement nova_api nova_cell0 nova_cell1 neutron designate cinder octavia; do
    sql "create database if not exists $name"
  done
  SCHEMAS=$CACHE/schemas/$(schema_versions)
  mkdir -p "$SCHEMAS"
  for job in migrate_neutron_keystone migrate_nova migrate_others; do
    "$job" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job" || die "a database schema cannot be made; the logs are $LOG/dbsync-*.log"; done
}

schema_versions() {
  # shellcheck disable=SC2016 # a format of dpkg-query
  dpkg-query -W -f '${Package}=${Version};' mariadb-server python3-keystone python3-glance python3-placement python3-nova \
    python3-neutron python3-designate python3-cinder python3-octavia | sha256sum | cut -c 1-16
}

# Once for each state.
migrate() { # DATABASE COMMAND...
  local database=$1 log=$LOG/dbsync-$1.log kept=$SCHEMAS/$1.sql.gz
  shift
  once "synced-$database" load_or_make "$database" "$kept" "$@" >"$log" 2>&1 || {
    tail -n 5 "$log" >&2
    return 1
  }
}

load_or_make() { # DATABASE DUMP COMMAND...
  local database=$1 kept=$2
  shift 2
  if [ -s "$kept" ]; then
    zcat "$kept" | mysql --no-defaults --socket="$SOCKET" -uroot "$database"
    return
  fi
  "$@" && mariadb-dump --no-defaults --socket="$SOCKET" -uroot --single-transaction "$database" |
    gzip -1 >"$kept.new" && mv "$kept.new" "$kept"
}

once() { # NAME COMMAND...
  local mark=$DATA/mysql/.$1
  shift
  [ -e "$mark" ] || { "$@" && : >"$mark"; }
}

migrate_neutron_keystone() {
  migrate neutron neutron-db-manage --config-file "$ETC/neutron/neutron.conf" --config-file "$ETC/neutron/ml2.ini" \
    upgrade heads &&
    migrate keystone keystone-manage --config-file "$ETC/keystone/keystone.conf" db_sync
}

nova_manage() { nova-manage --config-file "$ETC/nova/nova.conf" "$@" >>"$LOG/cells.log" 2>&1; }

migrate_nova() {
  # Cell 0, of servers that were never placed, has the same schema as any other.
  printf '[database]\nconnection = %s\n' "$(database_url nova_cell0)" >"$ETC/nova/cell0.conf"
  migrate nova_api nova-manage --config-file "$ETC/nova/nova.conf" api_db sync &&
    once cell0 nova_manage cell_v2 map_cell0 --database_connection "$(database_url nova_cell0)" &&
    migrate nova_cell0 nova-manage --config-file "$ETC/nova/nova.conf" --config-file "$ETC/nova/cell0.conf" \
      db sync --local_cell &&
    migrate nova_cell1 nova-manage --config-file "$ETC/nova/nova.conf" db sync --local_cell &&
    once cell1 nova_manage cell_v2 create_cell --name cell1 --database_connection "$(database_url nova_cell1)" \
      --transport-url "$AMQP"
}

migrate_others() {
  # designate-manage wants a configuration; the ID of the service project is not known yet, nor needed.
  [ -e "$ETC/designate/designate.conf" ] || configure_designate 00000000-0000-0000-0000-000000000000
  [ -e "$ETC/octavia/octavia.conf" ] || configure_octavia '' ''
  migrate glance glance-manage --config-file "$ETC/glance/glance-api.conf" db_sync &&
    migrate placement env "OS_PLACEMENT_CONFIG_DIR=$ETC/placement" placement-manage \
      --config-file "$ETC/placement/placement.conf" db sync &&
    migrate designate designate-manage --config-file "$ETC/designate/designate.conf" database sync &&
    migrate cinder cinder-manage --config-file "$ETC/cinder/cinder.conf" db sync &&
    migrate octavia octavia-db-manage --config-file "$ETC/octavia/octavia.conf" upgrade head
}
