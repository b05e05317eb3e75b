# shellcheck shell=bash
# Configuration of Neutron. Sourced.

configure_neutron() {
  packaged neutron usr/share/neutron-common/api-paste.ini neutron/api-paste.ini
  write neutron/neutron.conf <<CONF
$(default_section neutron)
bind_host = 127.0.0.1
bind_port = $P_NEUTRON
core_plugin = ml2
service_plugins = router,port_forwarding,qos,segments,tag,revisions,timestamp,network_ip_availability,auto_allocate
api_paste_config = $ETC/neutron/api-paste.ini
auth_strategy = keystone
api_workers = 2
rpc_workers = 1
rpc_state_report_workers = 0
notify_nova_on_port_status_changes = true
notify_nova_on_port_data_changes = true
global_physnet_mtu = 1500
dns_domain = lab.internal.
network_auto_schedule = false
router_auto_schedule = false
external_dns_driver = designate
[database]
connection = $(database_url neutron)
[designate]
url = http://127.0.0.1:$P_DESIGNATE/v2
auth_type = password
auth_url = $AUTH_URL
username = neutron
password = $PASSWORD
project_name = service
user_domain_name = Default
project_domain_name = Default
allow_reverse_dns_lookup = true
ipv4_ptr_zone_prefix_size = 24
ipv6_ptr_zone_prefix_size = 116
ptr_zone_email = hostmaster@lab.internal
$(client nova nova)
$(client placement placement)
[quotas]
quota_network = 200
quota_subnet = 200
quota_port = 2000
quota_router = 100
quota_floatingip = 200
quota_security_group = 200
quota_security_group_rule = 5000
$(authtoken neutron)
$(messaging neutron)
CONF
  write neutron/ml2.ini <<CONF
[ml2]
type_drivers = flat,vlan,vxlan,local
tenant_network_types = vxlan
mechanism_drivers = labfake
extension_drivers = port_security,qos,dns_domain_ports
[ml2_type_flat]
flat_networks = *
[ml2_type_vlan]
network_vlan_ranges = physnet1:100:200
[ml2_type_vxlan]
vni_ranges = 1:5000
[securitygroup]
enable_security_group = true
CONF
}
