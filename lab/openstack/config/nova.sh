# shellcheck shell=bash
# Configuration of Nova. Sourced.

configure_nova() {
  packaged nova usr/share/nova-common/api-paste.ini nova/api-paste.ini
  cp "$PACKAGES/etc/nova/rootwrap.conf" "$ETC/nova/rootwrap.conf"
  write nova/nova.conf <<CONF
$(default_section nova)
my_ip = 127.0.0.1
enabled_apis = osapi_compute,metadata
osapi_compute_listen = 127.0.0.1
osapi_compute_listen_port = $P_NOVA
osapi_compute_workers = 2
metadata_listen = 127.0.0.1
metadata_listen_port = $P_METADATA
metadata_workers = 1
instances_path = $DATA/nova/instances
compute_driver = labfake_virt.LabDriver
vif_plugging_is_fatal = false
vif_plugging_timeout = 0
allow_resize_to_same_host = true
instance_usage_audit = false
report_interval = 10
service_down_time = 60
rpc_response_timeout = 120
[api]
auth_strategy = keystone
local_metadata_per_cell = false
[wsgi]
api_paste_config = $ETC/nova/api-paste.ini
[api_database]
connection = $(database_url nova_api)
[database]
connection = $(database_url nova_cell1)
[conductor]
workers = 1
[scheduler]
workers = 1
discover_hosts_in_cells_interval = -1
[filter_scheduler]
enabled_filters = AvailabilityZoneFilter,ComputeFilter,ComputeCapabilitiesFilter,ImagePropertiesFilter,ServerGroupAntiAffinityFilter,ServerGroupAffinityFilter,SameHostFilter,DifferentHostFilter
host_subset_size = 1
[compute]
resource_provider_association_refresh = 0
[quota]
instances = 200
cores = 1000
ram = 4000000
server_groups = 200
server_group_members = 200
key_pairs = 200
[vnc]
enabled = false
[spice]
enabled = false
[consoleauth]
[glance]
endpoint_override = http://127.0.0.1:$P_GLANCE
[neutron]
service_metadata_proxy = true
metadata_proxy_shared_secret = $PASSWORD
$(credentials nova)
$(client placement placement)
$(client service_user nova)
send_service_user_token = true
$(client cinder nova)
catalog_info = volumev3::publicURL
os_region_name = $REGION
$(authtoken nova)
$(messaging nova)
CONF
  # nova-compute has no access to the databases.
  awk '/^\[/{skip=($0=="[database]"||$0=="[api_database]")} !skip' "$ETC/nova/nova.conf" | write nova/nova-compute.conf
  local i
  for i in $(seq 1 "$COMPUTES"); do
    mkdir -p "$DATA/nova/compute$i/instances" "$DATA/nova/compute$i/lock"
    write "nova/compute$i.conf" <<CONF
[DEFAULT]
host = compute$i
state_path = $DATA/nova/compute$i
instances_path = $DATA/nova/compute$i/instances
[oslo_concurrency]
lock_path = $DATA/nova/compute$i/lock
CONF
  done
}
