# shellcheck shell=bash
# Ceph with RGW on top, the S3 of the lab: unlike Swift it decides atomically who creates an object, which is what a lock of a
# state needs. The OSD lives in memory and saves itself at a clean stop; after any other the buckets are gone. Sourced.

start_ceph() {
  local folder=$DATA/ceph conf=$ETC/ceph/ceph.conf fsid
  mkdir -p "$ETC/ceph"
  [ -s "$ETC/ceph/fsid" ] || cat /proc/sys/kernel/random/uuid >"$ETC/ceph/fsid"
  fsid=$(cat "$ETC/ceph/fsid")
  configure_ceph "$fsid"
  CEPH=(ceph -c "$conf" --connect-timeout 30)

  local begins_empty=no
  if ! alive ceph-osd && ! saved "$folder/osd"; then
    begins_empty=yes
    stop ceph-mon
    rm -rf "$folder/mon" "$folder/osd"
    mkdir -p "$folder/mon" "$folder/osd"
    monmaptool --create --clobber --fsid "$fsid" --addv a "[v2:127.0.0.1:$P_CEPH_MON]" "$ETC/ceph/monmap" >/dev/null
    ceph-mon -c "$conf" --mkfs -i a --monmap "$ETC/ceph/monmap" >>"$LOG/ceph-mon.log" 2>&1
  fi
  start ceph-mon ceph-mon -c "$conf" -f -i a
  wait_for ceph-mon 30 port_open "$P_CEPH_MON"
  wait_for ceph-mon 30 "${CEPH[@]}" quorum_status
  if [ "$begins_empty" = yes ]; then
    local osd
    osd=$(cat /proc/sys/kernel/random/uuid)
    "${CEPH[@]}" osd new "$osd" 0 >/dev/null 2>>"$LOG/ceph-osd.log"
    ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$osd" >>"$LOG/ceph-osd.log" 2>&1
  fi
  if ! alive ceph-osd; then
    sleep 1 # later than what was saved, at the resolution of the file system
    : >"$folder/osd/started"
  fi
  start ceph-osd ceph-osd -c "$conf" -f -i 0
  wait_for ceph-osd 60 osd_is_up
  start radosgw radosgw -c "$conf" -f -n client.rgw
  wait_for radosgw 120 answers "http://127.0.0.1:$P_RGW/"
}

saved() { [ -e "$1/started" ] && [ "$1/collections" -nt "$1/started" ]; } # FOLDER-OF-THE-OSD

osd_is_up() { "${CEPH[@]}" osd stat 2>/dev/null | grep -q '1 up'; }
