# shellcheck shell=bash
# Configuration of Placement. Sourced.

configure_placement() {
  write placement/placement.conf <<CONF
[DEFAULT]
use_stderr = true
state_path = $DATA/placement
[api]
auth_strategy = keystone
[placement_database]
connection = $(database_url placement)
[oslo_policy]
policy_dirs = $ETC/placement/policy.d
$(authtoken placement)
CONF
}
