# shellcheck shell=bash
# Edits to other people's Go modules, for programs that must run in a namespace of this machine instead of on one of their
# own. Sourced by build.sh.
#
# Go refuses -overlay below its module cache. So a module is copied, edited and named in a go.mod of its own. An edit whose
# pattern is not found is an error: a new version has to be looked at.

has_edits() { [ "$1" = machined ] || [ "$1" = flannel ]; } # MODULE

EDITED=$CACHE/edited

edited_modfile() { # MODULE: prints the go.mod to build with
  local module=$1 modfile=$CACHE/modfiles/$1.mod
  mkdir -p "$CACHE/modfiles"
  cp "$GO_MODULES/$module/go.mod" "$modfile"
  : >"${modfile%.mod}.sum"
  [ ! -e "$GO_MODULES/$module/go.sum" ] || cp "$GO_MODULES/$module/go.sum" "${modfile%.mod}.sum"
  # Once for all programs of a module; talos/up.sh removes them at its end.
  if has_edits "$module" && [ ! -e "$EDITED/$module/.done" ]; then
    rm -rf "${EDITED:?}/$module"
    "edit_$module" >>"$LOG/build.log" 2>&1 || return 1
    : >"$EDITED/$module/.done"
  fi
  local folder
  for folder in "$EDITED/$module"/*/; do
    [ -e "$folder/go.mod" ] || continue
    go mod edit -replace "$(sed -n 's/^module //p' "$folder/go.mod")=${folder%/}" "$modfile" || return 1
  done
  printf '%s\n' "$modfile"
}

copy_module() { # MODULE PATH: a writable copy; prints its folder
  local from to
  from=$(module_folder "$1" "$2") || return 1
  to=$EDITED/$1/$(basename "${2%/v2}")
  mkdir -p "$(dirname "$to")"
  cp -r "$from" "$to"
  chmod -R u+w "$to"
  printf '%s\n' "$to"
}

edit() { # FILE SED-EXPRESSION
  local before
  before=$(sha256sum <"$1")
  sed -i "$2" "$1"
  [ "$before" != "$(sha256sum <"$1")" ] || {
    printf 'pattern not found in %s: %s\n' "$1" "$2"
    return 1
  }
}

edit_machined() {
  edit_talos && edit_containerd && edit_coredns
}

# Talos in container mode refuses reboot, upgrade and rollback, and a graceful reset forgets to drain and to leave etcd:
# those need a disk. Here a file takes the disk's place (shims/lifecycle.go), so that all of them can be tried.
edit_talos() {
  local talos runtime
  talos=$(copy_module machined github.com/siderolabs/talos) || return 1
  runtime=$talos/internal/app/machined/pkg/runtime
  cp "$GO_MODULES/shims/lifecycle.go" "$talos/internal/app/lifecycle/zz_lab.go" &&
    edit "$runtime/mode.go" 's/all ^ uint64(Reboot|Shutdown|Upgrade|Rollback|MetaKV)/all ^ uint64(MetaKV)/' &&
    edit "$talos/internal/app/lifecycle/lifecycle.go" \
      's/return status.Error(codes.FailedPrecondition, "upgrade is not supported in container mode")/return labUpgrade(req, ss)/' &&
    edit "$talos/internal/app/machined/internal/server/v1alpha1/v1alpha1_server.go" \
      '/func (s \*Server) Rollback/,/^}/ s/systemDisk, err := block.GetSystemDisk(/if s.Controller.Runtime().State().Platform().Mode().InContainer() { if err := lifecycle.LabRollback(); err != nil { return nil, status.Error(codes.FailedPrecondition, err.Error()) }; go func() { _ = s.Controller.Run(context.Background(), runtime.SequenceReboot, in, runtime.WithTakeover()) }(); return \&machine.RollbackResponse{Messages: []*machine.Rollback{{}}}, nil }; systemDisk, err := block.GetSystemDisk(/' &&
    edit "$runtime/v1alpha1/v1alpha1_sequencer.go" \
      '/^func (\*Sequencer) Reset/,/^}/ s/phases = phases.AppendList(stopAllPhaselist(r, false)).$/phases = phases.AppendWhen(in.GetGraceful() \&\& !r.Config().Machine().Kubelet().SkipNodeRegistration(), "drain", taskErrorHandler(logError, CordonAndDrainNode)).AppendWhen(in.GetGraceful() \&\& (r.Config().Machine().Type() != machine.TypeWorker), "leave", LeaveEtcd).AppendList(stopAllPhaselist(r, false))./'
}

# Without CAP_SYS_RESOURCE a lower oom_score_adj is refused; containerd takes that for an error unless it is rootless.
edit_containerd() {
  local containerd
  containerd=$(copy_module machined github.com/containerd/containerd/v2) || return 1
  edit "$containerd/pkg/sys/oom_linux.go" \
    's/if os.IsPermission(err) && (!runningPrivileged() ||/if os.IsPermission(err) \&\& (true || !runningPrivileged() ||/'
}

# Talos uses a fork of CoreDNS; the two functions that the fork adds are put into the original.
edit_coredns() {
  local coredns
  coredns=$(copy_module machined github.com/coredns/coredns) || return 1
  cp "$GO_MODULES/shims/coredns_cache.go" "$coredns/plugin/cache/zz_lab.go" &&
    cp "$GO_MODULES/shims/coredns_proxy.go" "$coredns/plugin/pkg/proxy/zz_lab.go"
}

# Two back ends that nobody uses here: one needs a module that is gone, the other one C.
edit_flannel() {
  local flannel
  flannel=$(copy_module flannel github.com/flannel-io/flannel) || return 1
  edit "$flannel/main.go" '/pkg\/backend\/tencentvpc"/d' && edit "$flannel/main.go" '/pkg\/backend\/udp"/d'
}
