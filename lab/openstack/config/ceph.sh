# shellcheck shell=bash
# Configuration of Ceph: one monitor, one OSD in memory, and RGW, which takes its S3 keys from Keystone. Sourced.

configure_ceph() { # FSID
  write ceph/ceph.conf <<CONF
[global]
fsid = $1
mon host = [v2:127.0.0.1:$P_CEPH_MON/0]
mon initial members = a
public network = 127.0.0.0/8
cluster network = 127.0.0.0/8
public addr = 127.0.0.1
auth cluster required = none
auth service required = none
auth client required = none
ms mon client mode = crc
ms bind ipv6 = false
ms bind port min = 16800
ms bind port max = 16899
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pgp num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
mon max pg per osd = 1000
run dir = $RUN
admin socket = $RUN/\$cluster-\$name.asok
log file =
log to stderr = true
err to stderr = true
[mon.a]
mon data = $DATA/ceph/mon
[osd]
osd objectstore = memstore
osd fast shutdown = false
memstore device bytes = 2147483648
osd data = $DATA/ceph/osd
osd memory target = 939524096
[client.rgw]
rgw data = $DATA/ceph/rgw
rgw frontends = beast endpoint=127.0.0.1:$P_RGW
rgw thread pool size = 32
rgw keystone url = http://127.0.0.1:$P_KEYSTONE
rgw keystone api version = 3
rgw keystone admin user = ceph
rgw keystone admin password = $PASSWORD
rgw keystone admin project = service
rgw keystone admin domain = Default
rgw keystone accepted roles = member, admin
rgw keystone implicit tenants = false
rgw s3 auth use keystone = true
rgw relaxed region enforcement = true
rgw enable apis = s3, swift
rgw dns name =
CONF
}
