# shellcheck shell=bash disable=SC2154
# The inner half of talos-node: mounts what a Talos node sees, and becomes its init. Sourced, and sees the
# variables of talos-node.
set -e
root=$node/root
mount --make-rprivate /
# Written anew below, for the version that is installed.
rm -f "$node"/upper/etc/{os-release,extensions.yaml} "$node/upper/etc/cri/containerd.toml"
mount -t overlay overlay -o "lowerdir=$(cat "$node/lower"),upperdir=$node/upper,workdir=$node/work" "$root"

printf '%s\n' "$NODE_NAME" >"$root/etc/hostname"
hostname "$NODE_NAME"
cat "$RESOLV_CONF" >"$root/etc/resolv.conf"
printf '127.0.0.1 localhost\n' >"$root/etc/hosts"

mount -t proc proc "$root/proc"
# talosctl --wait takes another boot ID for the sign of a reboot.
cat /proc/sys/kernel/random/uuid >"$node/boot_id"
mount --bind "$node/boot_id" "$root/proc/sys/kernel/random/boot_id"

mount -t sysfs sysfs "$root/sys"
mount -t tmpfs -o mode=755 tmpfs "$root/sys/fs/cgroup"
for controller in $controllers; do
  [ -d "/sys/fs/cgroup/$controller" ] || continue
  mkdir "$root/sys/fs/cgroup/$controller"
  mount -t cgroup -o "$controller" cgroup "$root/sys/fs/cgroup/$controller"
done
mkdir "$root/sys/fs/cgroup/systemd"
mount -t cgroup -o none,name=systemd cgroup "$root/sys/fs/cgroup/systemd"
# As Talos has it; shared, since Cilium mounts over what it does not find.
mount -t bpf -o mode=700 bpf "$root/sys/fs/bpf"
mount --make-shared "$root/sys/fs/bpf"

mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
mkdir "$root"/dev/{pts,shm,mqueue}
for device in null zero full random urandom tty kmsg fuse loop-control; do
  [ -e "/dev/$device" ] || continue
  : >"$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
for pair in 0:stdin 1:stdout 2:stderr; do ln -s "fd/${pair%:*}" "$root/dev/${pair#*:}"; done
mount -t tmpfs tmpfs "$root/dev/shm"
mount -t mqueue mqueue "$root/dev/mqueue"

for folder in run system tmp; do mount -t tmpfs -o mode=1777 tmpfs "$root/$folder"; done
chmod 755 "$root/run" "$root/system"
# The kernel lets a user namespace mount proc only where one is seen whole, and boot_id lies upon the other.
mkdir "$root/run/proc"
mount -t proc proc "$root/run/proc"
# The node's part of cgroup2, by machine.py, out of the way of programs that would take the node for one with both versions.
# go/runc-wrapper gives it to pods that ask for /sys/fs/cgroup: Cilium attaches eBPF programs to it.
mkdir "$root/run/cgroup2"
mount -t cgroup2 cgroup2 "$root/run/cgroup2"
mkdir -p "$root/system/state"
mount --bind "$node/var" "$root/var"
mount --bind "$node/state" "$root/system/state"
mount --make-shared "$root/var"
for folder in etc/cni etc/kubernetes usr/libexec/kubernetes opt; do
  mkdir -p "$node/vol/$folder"
  if [ ! -e "$node/vol/$folder/.init" ]; then
    cp -a "$root/$folder/." "$node/vol/$folder/"
    : >"$node/vol/$folder/.init"
  fi
  mount --bind "$node/vol/$folder" "$root/$folder"
done

# As Talos reads it: unpacked if it is packed; a cloud-config or nothing means maintenance mode.
machine_config=
if [ -s "$USER_DATA_FILE" ]; then
  unpacked=$root/run/.user-data
  if [ "$(head -c 2 "$USER_DATA_FILE" | od -An -tx1 | tr -d ' ')" = 1f8b ]; then
    gunzip -c <"$USER_DATA_FILE" >"$unpacked"
  else
    cat "$USER_DATA_FILE" >"$unpacked"
  fi
  if grep -qE '^(version|apiVersion|machine|kind):' "$unpacked"; then machine_config=$(base64 -w 0 <"$unpacked"); fi
  rm -f "$unpacked"
fi

# What an upgrade has installed, .../installer/SCHEMATIC:VERSION (go/shims/lifecycle.go). A version with "broken" in its name
# boots and answers, and runs no pods.
if [ -s "$node/state/lab-installed" ]; then
  image=$(cat "$node/state/lab-installed")
  version=${image##*:}
  schematic=${image%:*}
  schematic=${schematic##*/}
  rm -f "$root/etc/os-release"
  printf 'NAME="Talos"\nID=talos\nVERSION_ID=%s\nPRETTY_NAME="Talos (%s)"\n' "$version" "$version" >"$root/etc/os-release"
  printf '%s\n' 'layers:' '    - image: 000.schematic.sqsh' \
    "      metadata: {name: schematic, version: $schematic, author: Image Factory, description: \"\", compatibility: {talos: {version: \">= v1.0.0\"}}}" \
    >"$root/etc/extensions.yaml"
  case $version in
    *broken*)
      rm -f "$root/etc/cri/containerd.toml"
      printf 'broken\n' >"$root/etc/cri/containerd.toml"
      ;;
  esac
fi

cd "$root"
mkdir -p .old
pivot_root . .old
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/ PLATFORM=container USERDATA="$machine_config" TALOSSKU=lab \
  bash -c 'umount -l /.old; rmdir /.old || true; exec /sbin/init'
