#!/bin/sh
# Stands in for Cilium's Envoy, in whose image it runs with busybox: answers the probes of the chart's DaemonSet.
set -eu
mkdir -p /tmp/www
printf 'LIVE\n' >/tmp/www/healthz
exec httpd -f -p 127.0.0.1:9878 -h /tmp/www
