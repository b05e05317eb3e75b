# shellcheck shell=bash
# The one definition of a healthy node, and the guard of the quorum. Needs nodes.sh, talos.sh, etcd.sh and kube.sh.

healthy() { # NODE
  local address
  address=$(nodes address "$1")
  service_healthy "$address" kubelet || return 1
  if is_control_plane "$1"; then
    etcd_healthy "$address" && control_plane_pods_ready "$1" || return 1
  fi
  nodes_ready "$1"
}

# A pod that crashes again and again is Ready for a moment after each start, so this looks twice.
stays_healthy() { # NODE
  healthy "$1" && sleep 10 && healthy "$1"
}

# Whether the cluster can do without this node for a while: every control plane but this one is healthy. The node's own
# health does not count, it may be the one to be mended.
others_healthy() { # NODE
  local control_plane others=()
  for control_plane in $(nodes name controlplane); do
    [ "$control_plane" != "$1" ] || continue
    etcd_healthy "$(nodes address "$control_plane")" || return 1
    others+=("$control_plane")
  done
  [ "${#others[@]}" -eq 0 ] || { nodes_ready "${others[@]}" && control_plane_pods_ready "${others[@]}"; }
}
