# shellcheck shell=bash
# Configuration of Cinder. Sourced.

configure_cinder() {
  mkdir -p "$DATA/cinder/lock" "$DATA/cinder/conversion"
  packaged cinder usr/share/cinder-common/api-paste.ini cinder/api-paste.ini
  cp "$PACKAGES/etc/cinder/resource_filters.json" "$ETC/cinder/"
  write cinder/cinder.conf <<CONF
$(default_section cinder)
my_ip = 127.0.0.1
host = lab
osapi_volume_listen = 127.0.0.1
osapi_volume_listen_port = $P_CINDER
osapi_volume_workers = 1
api_paste_config = $ETC/cinder/api-paste.ini
auth_strategy = keystone
enabled_backends = lab
glance_api_servers = http://127.0.0.1:$P_GLANCE
image_conversion_dir = $DATA/cinder/conversion
resource_query_filters_file = $ETC/cinder/resource_filters.json
quota_volumes = 500
quota_gigabytes = 100000
quota_snapshots = 500
[lab]
volume_driver = labfake_cinder.LabVolumeDriver
volume_backend_name = lab
[database]
connection = $(database_url cinder)
$(client nova nova)
$(client service_user cinder)
send_service_user_token = true
$(authtoken cinder)
$(messaging cinder)
[coordination]
backend_url = file://$DATA/cinder/coord
CONF
}
