# shellcheck shell=bash
# Configuration of Glance. Sourced.

configure_glance() {
  packaged glance usr/share/glance-common/glance-api-paste.ini glance/glance-api-paste.ini
  cp "$PACKAGES/usr/share/glance-common/schema-image.json" "$ETC/glance/"
  write glance/glance-api.conf <<CONF
$(default_section glance)
bind_host = 127.0.0.1
bind_port = $P_GLANCE
workers = 1
public_endpoint = http://127.0.0.1:$P_GLANCE
enabled_import_methods = [glance-direct,web-download]
node_staging_uri = file://$DATA/glance/staging
image_cache_dir = $DATA/glance/cache
enabled_backends = file:file
show_multiple_locations = false
[glance_store]
default_backend = file
[file]
filesystem_store_datadir = $DATA/glance/images
[os_glance_staging_store]
filesystem_store_datadir = $DATA/glance/staging
[os_glance_tasks_store]
filesystem_store_datadir = $DATA/glance/tasks
[database]
connection = $(database_url glance)
[paste_deploy]
flavor = keystone
config_file = $ETC/glance/glance-api-paste.ini
[task]
task_executor = taskflow
work_dir = $DATA/glance/work
[taskflow_executor]
engine_mode = serial
[image_format]
disk_formats = ami,ari,aki,vhd,vhdx,vmdk,raw,qcow2,vdi,iso,ploop
$(authtoken glance)
$(messaging glance)
CONF
  # Downloads come from loopback here, and from any port; by default Glance takes ports 80 and 443 of anything else.
  write glance/glance-image-import.conf <<CONF
[image_import_opts]
image_import_plugins = []
[import_filtering_opts]
allowed_schemes = [http,https]
allowed_hosts = [127.0.0.1,localhost]
allowed_ports = []
CONF
}
