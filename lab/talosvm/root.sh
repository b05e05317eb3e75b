# shellcheck shell=bash disable=SC2154
# The root file system of a virtual Talos machine: Debian's programs, Talos's own, and the files that Talos's image has.
# Sourced by initramfs.sh.

FOLDERS=(
  usr/lib/{firmware,modules} usr/share/{spdx,zoneinfo} boot/EFI mnt system .extra usr/local/share usr/libexec/kubernetes
  etc/{iscsi,nvme,cri/conf.d/hosts,kubernetes/manifests,cni/net.d,ssl/certs,containerd,selinux/targeted/contexts/files,lvm}
  usr/etc/udev/{rules.d,hwdb.d} opt/{cni/bin,containerd/bin,containerd/lib} usr/local/lib/kubelet/credentialproviders
  usr/lib/udev/rules.d usr/lib/systemd/network
)
# Talos mounts over these.
MOUNT_POINTS=(
  extensions.yaml resolv.conf hosts machine-id cri/conf.d/cri.toml cri/conf.d/01-registries.part
  cri/conf.d/20-customization.part cri/conf.d/base-spec.json selinux/targeted/contexts/files/file_contexts
  iscsi/initiatorname.iscsi nvme/hostid nvme/hostnqn
)

make_root() { # USERLAND KERNEL TALOS-SOURCES ROOT
  local userland=$1 kernel=$2 talos=$3 root=$4 name
  rm -rf "$root"
  cp -a --reflink=auto "$userland" "$root"
  one_folder_of_programs "$root"
  program() { install -m 755 "$1" "$root/usr/bin/$2"; } # FILE NAME
  for name in mkfs.xfs udevadm; do
    mv "$root/usr/bin/$name" "$root/usr/bin/$name.debian"
    program "$here/stand-ins/$name" "$name"
  done
  # A link to the wrapper would not be taken for the daemon.
  ln -sfn udevadm.debian "$root/usr/bin/systemd-udevd"
  rm -f "$root"/usr/bin/{init,poweroff,shutdown}
  program "$BIN/machined" init
  for name in poweroff shutdown dashboard; do ln "$root/usr/bin/init" "$root/usr/bin/$name"; done
  program "$BIN/containerd" containerd
  program "$BIN/containerd-shim-runc-v2" containerd-shim-runc-v2

  for name in "${FOLDERS[@]}"; do mkdir -p "$root/$name"; done
  cp -a "$kernel"/usr/lib/modules/* "$root/usr/lib/modules/"
  remove_needless "$root"
  chroot "$root" depmod "$TALOSVM_KERNEL"
  files_of_talos "$talos" "$root"
}

# Talos looks for programs in /usr/bin alone.
one_folder_of_programs() { # ROOT
  local file
  find "$1/usr/bin" -type l -lname '*sbin/*' -delete
  for file in "$1"/usr/sbin/*; do
    [ -e "$1/usr/bin/${file##*/}" ] || mv "$file" "$1/usr/bin/"
  done
  rm -rf "$1/usr/sbin"
  ln -s bin "$1/usr/sbin"
}

# What Talos has no use for, and every machine would load through an emulated processor.
remove_needless() { # ROOT
  (
    cd "$1" || exit
    rm -rf usr/share/{doc,man,locale,perl5,info,lintian,bash-completion,bug,common-licenses} usr/share/zoneinfo/* \
      usr/lib/{apt,python3*,udev/hwdb.*} usr/bin/{perl*,python3*,apt*,dpkg*,openssl} \
      usr/lib/x86_64-linux-gnu/{gconv,perl*,libpython*,libicu*,libperl*,libapt*}
    cd usr/lib/modules/*/kernel || exit
    rm -rf sound arch/x86/kvm fs/{btrfs,ocfs2,gfs2,cifs,smb,ceph,f2fs,jfs,nilfs2,ubifs,ntfs3,bcachefs,orangefs} \
      drivers/{infiniband,gpu,media,staging,usb,hwmon,iio,input,char/tpm,net/ethernet,net/wireless} drivers/scsi/qla*
  )
}

files_of_talos() { # TALOS-SOURCES ROOT
  local talos=$1/hack root=$2 name
  file() { install -m 644 "$talos/$1" "$root/$2"; } # FILE PATH
  file containerd.toml etc/containerd/config.toml
  file cri-containerd.toml etc/cri/containerd.toml
  file cri-plugin.part etc/cri/conf.d/00-base.part
  file lvm.conf etc/lvm/lvm.conf
  file udevd/99-default.link usr/lib/systemd/network/99-default.link
  file udevd/40-vm-hotadd.rules usr/lib/udev/rules.d/40-vm-hotadd.rules
  file nfsmount.conf etc/nfsmount.conf
  (cd "$root" && rm -rf etc/{resolv.conf,hosts,machine-id,hostname,fstab,os-release} etc/udev/rules.d {dev,run,tmp,var}/*)
  ln -s /usr/etc/udev/rules.d "$root/etc/udev/rules.d"
  for name in "${MOUNT_POINTS[@]}"; do : >"$root/etc/$name"; done
  [ -s "$root/etc/ssl/certs/ca-certificates.crt" ] || : >"$root/etc/ssl/certs/ca-certificates.crt"
  ln -sf ca-certificates.crt "$root/etc/ssl/certs/ca-certificates"
  printf 'NAME="Talos"\nID=talos\nVERSION_ID=%s\nPRETTY_NAME="Talos (%s)"\n' "$TALOS_VERSION" "$TALOS_VERSION" \
    >"$root/etc/os-release"
}
