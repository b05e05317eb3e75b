# shellcheck shell=bash
# Configuration of Octavia. Sourced.

configure_octavia() { # ID-OF-MANAGEMENT-NETWORK ID-OF-ITS-SECURITY-GROUP
  mkdir -p "$DATA/octavia/lock" "$ETC/octavia/certs"
  local certs=$ETC/octavia/certs
  [ -s "$certs/client.pem" ] || octavia_certificates "$certs" 2>/dev/null
  write octavia/octavia.conf <<CONF
$(default_section octavia)
[api_settings]
bind_host = 127.0.0.1
bind_port = $P_OCTAVIA
api_base_uri = http://127.0.0.1:$P_OCTAVIA
auth_strategy = keystone
enabled_provider_drivers = amphora:'Amphora provider (noop amphora agent)'
default_provider_driver = amphora
healthcheck_enabled = true
[database]
connection = $(database_url octavia)
[health_manager]
bind_ip = 127.0.0.1
bind_port = $P_OCTAVIA_HEALTH
heartbeat_key = labheartbeat
controller_ip_port_list = 127.0.0.1:$P_OCTAVIA_HEALTH
[certificates]
cert_generator = local_cert_generator
ca_certificate = $certs/ca.pem
ca_private_key = $certs/ca.key
server_certs_key_passphrase = insecure-key-do-not-use-this-key
region_name = $REGION
[haproxy_amphora]
client_cert = $certs/client.pem
server_ca = $certs/ca.pem
[controller_worker]
workers = 1
amphora_driver = amphora_noop_driver
compute_driver = compute_nova_driver
network_driver = allowed_address_pairs_driver
image_driver = image_glance_driver
volume_driver = volume_noop_driver
distributor_driver = distributor_noop_driver
client_ca = $certs/ca.pem
amp_image_tag = amphora
amp_flavor_id = octavia-amphora
amp_boot_network_list = $1
amp_secgroup_list = $2
loadbalancer_topology = SINGLE
amp_active_retries = 60
amp_active_wait_sec = 1
[oslo_messaging]
topic = octavia_prov
[driver_agent]
status_socket_path = $RUN/octavia-status.sock
stats_socket_path = $RUN/octavia-stats.sock
get_socket_path = $RUN/octavia-get.sock
[house_keeping]
[networking]
port_detach_timeout = 30
[nova]
region_name = $REGION
endpoint_type = public
availability_zone = nova
[neutron]
region_name = $REGION
endpoint_type = public
[glance]
region_name = $REGION
endpoint_type = public
[cinder]
region_name = $REGION
$(client service_auth octavia)
[task_flow]
engine = serial
jobboard_enabled = false
$(authtoken octavia)
$(messaging octavia)
CONF
}

# Octavia asks for them although nothing here checks them.
octavia_certificates() { # FOLDER
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=lab-octavia-ca -keyout "$1/ca.key" -out "$1/ca.pem"
  openssl req -newkey rsa:2048 -nodes -subj /CN=lab-octavia-client -keyout "$1/client.key" -out "$1/client.csr"
  openssl x509 -req -in "$1/client.csr" -CA "$1/ca.pem" -CAkey "$1/ca.key" -CAcreateserial -days 3650 -out "$1/client.crt"
  cat "$1/client.crt" "$1/client.key" >"$1/client.pem"
}
