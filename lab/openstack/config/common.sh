# shellcheck shell=bash
# What the configurations of several services have in common. Sourced.

AMQP=rabbit://openstack:$PASSWORD@127.0.0.1:$P_AMQP/

write() { # PATH: writes a configuration file from standard input
  mkdir -p "$(dirname "$ETC/$1")"
  cat >"$ETC/$1"
}

# A file of Debian's package, with our configuration's place in it.
packaged() { # SERVICE FILE PATH
  sed "s#/etc/$1/#$ETC/$1/#" "$PACKAGES/$2" | write "$3"
}

database_url() { # NAME
  printf 'mysql+pymysql://root@localhost/%s?unix_socket=%s&charset=utf8\n' "$1" "$RUN/mysql.sock"
}

# How a service checks the tokens that it is given.
authtoken() { # USER
  cat <<CONF
[keystone_authtoken]
www_authenticate_uri = $AUTH_URL
memcached_servers = 127.0.0.1:$P_MEMCACHED
service_token_roles = service,admin
service_token_roles_required = true
$(credentials "$1")
CONF
}

# How a service logs in at another one.
client() { # SECTION USER
  printf '[%s]\n' "$1"
  credentials "$2"
}

credentials() { # USER
  cat <<CONF
auth_type = password
auth_url = $AUTH_URL
username = $1
password = $PASSWORD
project_name = service
user_domain_name = Default
project_domain_name = Default
region_name = $REGION
CONF
}

default_section() { # SERVICE
  cat <<CONF
[DEFAULT]
debug = false
use_stderr = true
log_config_append =
transport_url = $AMQP
state_path = $DATA/$1
CONF
}

messaging() { # SERVICE
  cat <<CONF
[oslo_concurrency]
lock_path = $DATA/$1/lock
[oslo_messaging_rabbit]
heartbeat_timeout_threshold = 0
rpc_conn_pool_size = 10
[oslo_messaging_notifications]
driver = noop
[oslo_policy]
policy_dirs = $ETC/$1/policy.d
CONF
}
