# shellcheck shell=bash
# Configuration of Keystone. Sourced.

configure_keystone() {
  write keystone/keystone.conf <<CONF
[DEFAULT]
use_stderr = true
public_endpoint = http://127.0.0.1:$P_KEYSTONE/
[database]
connection = $(database_url keystone)
max_pool_size = 5
[token]
provider = fernet
expiration = 86400
[fernet_tokens]
key_repository = $DATA/keystone/fernet-keys
[fernet_receipts]
key_repository = $DATA/keystone/fernet-keys
[credential]
key_repository = $DATA/keystone/credential-keys
auth_ttl = 15
[cache]
enabled = true
backend = dogpile.cache.pymemcache
memcache_servers = 127.0.0.1:$P_MEMCACHED
[oslo_policy]
policy_dirs = $ETC/keystone/policy.d
[oslo_messaging_notifications]
driver = noop
CONF
}
