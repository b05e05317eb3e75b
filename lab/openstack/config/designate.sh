# shellcheck shell=bash
# Configuration of Designate. Sourced.

configure_designate() { # ID-OF-THE-PROJECT-service
  packaged designate usr/share/designate-common/api-paste.ini designate/api-paste.ini
  write designate/designate.conf <<CONF
$(default_section designate)
root_helper =
default_ttl = 300
quota_zones = 500
quota_zone_recordsets = 5000
quota_zone_records = 5000
[service:api]
listen = 127.0.0.1:$P_DESIGNATE
api_base_uri = http://127.0.0.1:$P_DESIGNATE/
api_paste_config = $ETC/designate/api-paste.ini
auth_strategy = keystone
enable_api_v2 = true
enable_api_admin = true
enabled_extensions_v2 = quotas, reports
enabled_extensions_admin = quotas, reports, zones
workers = 1
[service:central]
workers = 1
managed_resource_email = hostmaster@lab.internal
managed_resource_tenant_id = $1
[service:mdns]
listen = 127.0.0.1:$P_MDNS
workers = 1
[service:worker]
workers = 1
poll_delay = 1
poll_retry_interval = 2
poll_max_retries = 20
poll_timeout = 10
[service:producer]
workers = 1
[storage:sqlalchemy]
connection = $(database_url designate)
[coordination]
backend_url = memcached://127.0.0.1:$P_MEMCACHED
[network_api:neutron]
endpoints = $REGION|http://127.0.0.1:$P_NEUTRON
endpoint_type = publicURL
timeout = 20
[handler:neutron_floatingip]
$(authtoken designate)
$(messaging designate)
CONF
  write designate/pools.yaml <<CONF
- name: default
  description: BIND9 on loopback
  attributes: {}
  ns_records:
    - hostname: ns1.lab.internal.
      priority: 1
  nameservers:
    - host: 127.0.0.1
      port: $P_DNS
  targets:
    - type: bind9
      description: BIND9
      masters:
        - host: 127.0.0.1
          port: $P_MDNS
      options:
        host: 127.0.0.1
        port: $P_DNS
        rndc_host: 127.0.0.1
        rndc_port: $P_RNDC
        rndc_config_file: $ETC/bind/rndc.conf
        clean_zonefile: true
CONF
}
