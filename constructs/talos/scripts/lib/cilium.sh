# shellcheck shell=bash
# The rights of the Jobs that install Cilium. Needs kube.sh; a script calls need_kubeconfig first. TIMEOUT
#
# A Job needs every right, since the chart hands out rights of its own; when it is done, nobody does. Talos makes the binding
# with the first Job, and from 1.13 on not again. So a Job of later values may find none; it tries again for two hours, and
# gets the binding here. `talosctl upgrade-k8s` brings it back too, until the next of these scripts runs.

# Prints the Jobs that install Cilium, a line each: its name, "=", and the types of its conditions.
cilium_jobs() {
  local answer
  ask kube --namespace kube-system get jobs \
    -o 'jsonpath={range .items[*]}{.metadata.name}={.status.conditions[*].type}{"\n"}{end}' || return 1
  grep '^cilium-install' <<<"$answer" || true
}

# Whether none of them is at work. One that is has its rights afterwards.
cilium_installed() {
  local jobs open answer
  jobs=$(cilium_jobs) || return 1
  open=$(grep -vE '=.*(Complete|Failed)' <<<"$jobs" | head -n 1) || true
  [ -n "$open" ] || return 0
  ask kube get clusterrolebinding cilium-install -o name ||
    ask kube create clusterrolebinding cilium-install --clusterrole=cluster-admin --serviceaccount=kube-system:cilium-install ||
    return 1
  saw "the Job ${open%%=*} is at work"
  return 1
}

# Nothing is wrong with a cluster in which this takes longer, so it fails nothing.
end_cilium_rights() {
  local answer jobs limit=$((TIMEOUT < 120 ? TIMEOUT : 120))
  jobs=$(cilium_jobs) || jobs=unknown
  [ -n "$jobs" ] || return 0
  saw "nothing yet"
  if { cilium_installed || wait_for "$limit" "Cilium to be installed" cilium_installed; } &&
    ask kube delete clusterrolebinding cilium-install --ignore-not-found; then
    return 0
  fi
  say "cilium-install keeps its rights until an apply finds it done: $(seen)"
}
