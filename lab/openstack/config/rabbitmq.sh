# shellcheck shell=bash
# Configuration of RabbitMQ. Sourced.

configure_rabbitmq() {
  write rabbitmq/rabbitmq.conf <<CONF
listeners.tcp.local = 127.0.0.1:$P_AMQP
default_user = openstack
default_pass = $PASSWORD
default_user_tags.administrator = true
default_permissions.configure = .*
default_permissions.read = .*
default_permissions.write = .*
log.console = true
log.file = false
disk_free_limit.absolute = 100MB
vm_memory_high_watermark.absolute = 1GB
CONF
  echo '[].' | write rabbitmq/enabled_plugins
  : | write rabbitmq/env.conf
}
