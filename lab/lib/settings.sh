# shellcheck shell=bash
# Settings of the lab: where things live, on which ports they listen. Sourced by every script; each value may be given
# in the environment. What is in LAB_DIR is made by the lab; the sources are read only.

LAB_DIR=${LAB_DIR:-$HOME/.cache/talos-openstack/lab}
LAB_SOURCES=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export LAB_DIR LAB_SOURCES

export STATE=$LAB_DIR/state  # what runs: configuration, logs, records of processes, databases
export CACHE=$LAB_DIR/cache  # what is built, and outlives a purge
export PACKAGES=$LAB_DIR/pkg # Debian's service packages, unpacked: scripts and paste files only
export ETC=$STATE/etc LOG=$STATE/log RUN=$STATE/run DATA=$STATE/data
export CLOUDS=$LAB_DIR/clouds.yaml

export REGION=${REGION:-RegionOne}
export PASSWORD=${LAB_PASSWORD:-labsecret} # of every user; nothing listens beyond loopback
export COMPUTES=${COMPUTES:-4}             # hypervisors that Nova knows, compute1 to computeN

# APIs
export P_KEYSTONE=${P_KEYSTONE:-15000} P_GLANCE=${P_GLANCE:-19292} P_PLACEMENT=${P_PLACEMENT:-18778}
export P_NOVA=${P_NOVA:-18774} P_METADATA=${P_METADATA:-18775} P_NEUTRON=${P_NEUTRON:-19696}
export P_DESIGNATE=${P_DESIGNATE:-19001} P_CINDER=${P_CINDER:-18776} P_OCTAVIA=${P_OCTAVIA:-19876}
export P_RGW=${P_RGW:-18082} P_REGISTRY=${P_REGISTRY:-5055}
# What is behind them
export P_MDNS=${P_MDNS:-15354} P_DNS=${P_DNS:-15353} P_RNDC=${P_RNDC:-15953} P_MEMCACHED=${P_MEMCACHED:-11311}
export P_AMQP=${P_AMQP:-15679} P_EPMD=${P_EPMD:-14369} P_ERLANG=${P_ERLANG:-15680} P_CEPH_MON=${P_CEPH_MON:-13300}
export P_OCTAVIA_HEALTH=${P_OCTAVIA_HEALTH:-15555}
export AUTH_URL=http://127.0.0.1:$P_KEYSTONE/v3

export AUTHORITY=$CACHE/authority # of names that the lab answers for, talos/authority.sh

# The data plane (machines/README.md)
export LAB_PREFIX=${LAB_PREFIX:-lab}                       # of network namespaces, cgroups and links
export OPERATOR_ADDRESS=${OPERATOR_ADDRESS:-203.0.113.253} # of this machine, as the cloud's machines see it
export FABRIC_ADDRESS=${FABRIC_ADDRESS:-203.0.113.254}     # the other end of that link; one /30
export MACHINES=$STATE/hv MACHINE_LOGS=$LOG/hv

# Versions that are built
export TALOS_VERSION=v1.13.9 KUBERNETES_VERSION=v1.36.3 NEXT_KUBERNETES_VERSION=v1.36.4
export CILIUM_VERSION=v1.20.2 PREVIOUS_CILIUM_VERSION=v1.20.1 HELM_VERSION=4.3.0
export OPENSTACK_PROVIDER_VERSION=3.4.0 NULL_PROVIDER_VERSION=3.2.4
# Of Debian's backports, for virtual machines (talosvm/kernel.sh)
export TALOSVM_KERNEL=6.18.15+deb13-cloud-amd64

# Nothing of the caller's Python, proxy or cloud settings may reach the daemons; the caller's PATH comes last, for Go.
export CALLER_PATH=${CALLER_PATH:-$PATH}
export PATH=$PACKAGES/usr/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/go/bin:$CALLER_PATH
export LANG=C.UTF-8 LC_ALL=C.UTF-8 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
unset PYTHONHOME PYTHONPATH PYENV_VERSION VIRTUAL_ENV
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
for name in "${!OS_@}"; do unset "$name"; done
unset name
export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost
