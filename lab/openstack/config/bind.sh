# shellcheck shell=bash
# Configuration of BIND, which serves Designate's zones and nothing else. Sourced.

configure_bind() {
  mkdir -p "$ETC/bind"
  [ -s "$ETC/bind/rndc.key" ] || rndc-confgen -a -A hmac-sha256 -k lab-rndc -c "$ETC/bind/rndc.key" >/dev/null 2>&1
  write bind/rndc.conf <<CONF
include "$ETC/bind/rndc.key";
options { default-key "lab-rndc"; default-server 127.0.0.1; default-port $P_RNDC; };
CONF
  write bind/named.conf <<CONF
include "$ETC/bind/rndc.key";
controls { inet 127.0.0.1 port $P_RNDC allow { 127.0.0.1; } keys { "lab-rndc"; }; };
options {
  directory "$DATA/bind";
  pid-file "$RUN/named.own.pid";
  session-keyfile "$DATA/bind/session.key";
  lock-file none;
  listen-on port $P_DNS { 127.0.0.1; };
  listen-on-v6 { none; };
  allow-query { 127.0.0.1; };
  allow-new-zones yes;
  allow-transfer { none; };
  allow-notify { 127.0.0.1; };
  notify no;
  recursion no;
  dnssec-validation no;
  request-ixfr no;
  minimal-responses yes;
  empty-zones-enable no;
  serial-query-rate 100;
  query-source address 127.0.0.1;
  transfer-source 127.0.0.1;
};
CONF
}
