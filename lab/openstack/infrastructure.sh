# shellcheck shell=bash
# What OpenStack's services stand on: RabbitMQ, MariaDB, memcached and BIND. Sourced.

start_infrastructure() {
  start_rabbitmq
  start memcached memcached -u root -l 127.0.0.1 -p "$P_MEMCACHED" -U 0 -m 128 -c 4096
  start named named -g -c "$ETC/bind/named.conf"
  start_mysql
  wait_for mysql 60 sql 'select 1'
  wait_for memcached 20 port_open "$P_MEMCACHED"
  wait_for named 20 port_open "$P_RNDC"
  wait_for rabbitmq 90 port_open "$P_AMQP"
}

start_rabbitmq() {
  start epmd env ERL_EPMD_ADDRESS=127.0.0.1 "ERL_EPMD_PORT=$P_EPMD" epmd -address 127.0.0.1 -port "$P_EPMD"
  local cookie=$DATA/rabbitmq/.erlang.cookie
  if [ ! -e "$cookie" ]; then
    od -An -N 20 -tx1 /dev/urandom | tr -d ' \n' >"$cookie"
    chmod 400 "$cookie"
  fi
  # Two schedulers that sleep when idle: by default there is one for each core, and they spin.
  start rabbitmq env \
    "HOME=$DATA/rabbitmq" ERL_EPMD_ADDRESS=127.0.0.1 "ERL_EPMD_PORT=$P_EPMD" \
    RABBITMQ_NODENAME=lab@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 "RABBITMQ_NODE_PORT=$P_AMQP" \
    "RABBITMQ_DIST_PORT=$P_ERLANG" "RABBITMQ_CONF_ENV_FILE=$ETC/rabbitmq/env.conf" \
    "RABBITMQ_CONFIG_FILE=$ETC/rabbitmq/rabbitmq.conf" "RABBITMQ_ENABLED_PLUGINS_FILE=$ETC/rabbitmq/enabled_plugins" \
    "RABBITMQ_MNESIA_BASE=$DATA/rabbitmq/mnesia" "RABBITMQ_LOG_BASE=$LOG/rabbit" \
    "RABBITMQ_PID_FILE=$RUN/rabbitmq.own-pid" \
    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}" \
    "RABBITMQ_SERVER_ERL_ARGS=+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none" \
    /usr/lib/rabbitmq/bin/rabbitmq-server
}

SOCKET=$RUN/mysql.sock
sql() { mysql --no-defaults --socket="$SOCKET" -uroot -N -B -e "$1" ${2:+"$2"}; } # STATEMENT [DATABASE]

# Fast instead of safe: what is committed may be lost when the machine goes down.
start_mysql() {
  if [ ! -e "$DATA/mysql/.installed" ]; then
    mariadb-install-db --no-defaults --user=root --datadir="$DATA/mysql" --auth-root-authentication-method=normal \
      --skip-test-db --skip-name-resolve >"$LOG/mysql-install.log" 2>&1 ||
      die "mariadb-install-db failed; its log is $LOG/mysql-install.log"
    : >"$DATA/mysql/.installed"
  fi
  start mysql mariadbd --no-defaults --user=root --datadir="$DATA/mysql" --socket="$SOCKET" \
    --pid-file="$RUN/mysql.own-pid" --skip-networking --skip-log-bin --innodb-flush-log-at-trx-commit=0 \
    --innodb-flush-method=nosync --innodb-doublewrite=0 --innodb-buffer-pool-size=256M --innodb-log-file-size=128M \
    --max-connections=1000 --character-set-server=utf8mb3 --collation-server=utf8mb3_general_ci --performance-schema=0 \
    --tmpdir=/tmp
}
