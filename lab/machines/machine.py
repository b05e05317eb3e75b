"""One server's machine: a Debian under systemd-nspawn, or a Talos node's processes, in the server's network namespace.

All about it lies in MACHINES/servers/UUID: info.json (what was decided), config/ (its config drive), pid, exit, and its
disk: upper/ work/ root/ of a Debian, an overlay over the shared root; node/ of a Talos node.
"""

import glob
import json
import os
import shutil
import signal
import subprocess
import time

from common import LOGS, PREFIX, STATE, E, alive, delete_namespace, ip, read, run, say, start_time

# In a cgroup of the machine's own, since two systemds in one would fight; the exit status outlives the hypervisor.
WRAPPER = r"""cgroup=$1 out=$2; shift 2
for hierarchy in systemd unified; do
  mkdir -p "/sys/fs/cgroup/$hierarchy/$cgroup" && echo $$ >"/sys/fs/cgroup/$hierarchy/$cgroup/cgroup.procs"
done
"$@"; echo $? >"$out"
"""
REBOOTED, POWERED_OFF = "133", "0"  # exit status
TALOS_NODE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "talos-node")


class Machine:
    def __init__(self, uuid):
        self.uuid, self.folder = uuid, os.path.join(STATE, "servers", uuid)
        self.namespace = f"{PREFIX}-{uuid[:8]}"
        self.cgroup = f"{PREFIX}-hv/{uuid}"
        self.info = json.loads(read(self.path("info.json")) or "{}")
        self.resting_until = 0  # after an error
        self.process = None

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w") as f:
            f.write(text)

    def save(self, **values):
        self.info.update(values)
        os.makedirs(self.folder, mode=0o700, exist_ok=True)
        self.write("info.new", json.dumps(self.info, indent=1))
        os.rename(self.path("info.new"), self.path("info.json"))

    def alive(self):
        return alive(self.path("pid"))

    def was_started(self):
        return os.path.exists(self.path("pid"))

    def exit_status(self):
        return read(self.path("exit")).strip()

    def label(self):
        return f"{self.info.get('name')} ({self.uuid})"

    # ---- start

    def start(self, drive, plug, ports, resolver):
        """drive: {file: bytes} of the config drive; plug: makes the interfaces."""
        try:
            self.bring_up(time.time(), drive, plug, ports, resolver)
        except Exception:
            self.kill()  # a namespace without a machine would still answer a ping
            raise

    def bring_up(self, began, drive, plug, ports, resolver):
        self.kill()
        folder = self.path("config", "openstack", "latest")
        os.makedirs(folder, exist_ok=True)
        for name, data in drive.items():
            with open(os.path.join(folder, name), "wb") as f:
                f.write(data)
        self.write("resolv.conf", f"nameserver {resolver}\n")
        run("ip", "netns", "add", self.namespace)
        ip(self.namespace, "link set lo up")
        plug(self.namespace, ports)
        host = json.loads(drive["meta_data.json"])["hostname"].split(".")[0]
        if os.path.exists(self.path("exit")):
            os.unlink(self.path("exit"))
        prepare = self.debian if self.info["kind"] == "linux" else self.talos
        command, environment = prepare(host, folder, ports)
        with open(os.path.join(LOGS, f"machine-{host}-{self.uuid[:8]}.log"), "ab") as log:
            self.process = subprocess.Popen(
                ["/bin/sh", "-c", WRAPPER, "machine", self.cgroup, self.path("exit"), *command],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                cwd="/",
            )
        self.write("pid", f"{self.process.pid} {start_time(self.process.pid)}")
        self.save(hostname=host, started=began, placed=round(time.time() - began, 1), ready=False)

    def debian(self, host, drive, ports):
        upper = self.path("upper")
        is_first = not os.path.exists(upper)
        seed = os.path.join(upper, "var/lib/cloud/seed/config_drive/openstack")
        for folder in (upper, self.path("work"), self.path("root"), os.path.dirname(seed), os.path.join(upper, "etc")):
            os.makedirs(folder, exist_ok=True)
        os.chmod(upper, 0o755)
        shutil.rmtree(seed, ignore_errors=True)
        shutil.copytree(os.path.dirname(drive), seed)
        if is_first:
            # The root that it began with, for as long as it lives.
            self.save(root=E["MACHINE_ROOT"])
            self.write("upper/etc/hostname", host + "\n")
            shutil.copy(self.path("resolv.conf"), os.path.join(upper, "etc/resolv.conf"))
        if not os.path.ismount(self.path("root")):
            options = f"lowerdir={self.info['root']},upperdir={upper},workdir={self.path('work')}"
            run("mount", "-t", "overlay", "overlay", "-o", options, self.path("root"))
        command = [
            *("systemd-nspawn", "--quiet", "--boot", "--directory=" + self.path("root")),
            *("--network-namespace-path=/run/netns/" + self.namespace, "--register=no", "--keep-unit"),
            *("--machine=" + self.namespace, "--hostname=" + host, "--uuid=" + self.uuid, "--resolv-conf=off"),
            *("--timezone=off", "--link-journal=no", "--console=pipe", "--capability=CAP_NET_ADMIN,CAP_NET_RAW"),
        ]
        return command, {"PATH": E["PATH"], "LANG": "C.UTF-8", "SYSTEMD_NSPAWN_API_VFS_WRITABLE": "network"}

    def talos(self, host, drive, ports):
        os.makedirs(self.path("node"), exist_ok=True)
        user_data = os.path.join(drive, "user_data")
        if not os.path.exists(user_data):
            with open(user_data, "w"):
                pass
        environment = {
            **os.environ,
            "NODE_NAME": host,
            "NODE_UUID": self.uuid,
            "NODE_ADDRESS": next((f["ip_address"] for p in ports for f in p["fixed_ips"]), ""),
            "NODE_FOLDER": self.path("node"),
            "USER_DATA_FILE": user_data,
            "RESOLV_CONF": self.path("resolv.conf"),
        }
        # In a mount namespace, where the lab's resolver is in /etc/resolv.conf.
        inner = 'mount --bind "$RESOLV_CONF" /etc/resolv.conf; exec "$0"'
        enter = ["nsenter", "--net=/run/netns/" + self.namespace, "unshare", "--mount", "sh", "-c", inner]
        return [*enter, TALOS_NODE], environment

    def poll(self):
        """Takes leave of an ended process, which would stay a zombie."""
        if self.process:
            self.process.poll()

    def note_ready(self):
        """Says once when cloud-init has finished its first boot."""
        if self.info["kind"] != "linux" or self.info.get("ready"):
            return
        result = self.path("upper/var/lib/cloud/data/result.json")
        try:
            done = os.path.getmtime(result)
            errors = json.loads(read(result))["v1"]["errors"]
        except (OSError, ValueError, KeyError):
            return
        if done < self.info["started"]:
            return
        self.save(ready=True)
        note = f", with errors: {errors}" if errors else ""
        say(f"{self.label()}: cloud-init is done {done - self.info['started']:.1f} s after the start{note}")

    # ---- stop

    def pids(self):
        found = run("ip", "netns", "pids", self.namespace, may_fail=True).split()
        for hierarchy in ("systemd", "unified"):
            for path in glob.glob(f"/sys/fs/cgroup/{hierarchy}/{self.cgroup}/**/cgroup.procs", recursive=True):
                found += read(path).split()
        return {int(pid) for pid in found if pid != "0"}

    def shutdown(self, seconds=15):
        """The power button: the machine may end its services first."""
        if self.alive():
            pid = read(self.path("pid")).split()[0]
            for child in run("pgrep", "-P", pid, may_fail=True).split():
                os.kill(int(child), signal.SIGTERM)
            began = time.time()
            while self.alive() and time.time() - began < seconds:
                self.poll()
                time.sleep(0.1)
        self.kill()

    def kill(self):
        """The plug is pulled: no process, interface or mount of the machine remains; its disk does."""
        for _ in range(100):
            pids = self.pids()
            if not pids:
                break
            for pid in pids:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.poll()
            time.sleep(0.05)
        delete_namespace(self.namespace)
        while os.path.ismount(self.path("root")):
            run("umount", "-l", self.path("root"))
        for hierarchy in ("systemd", "unified"):
            for folder, _, _ in os.walk(f"/sys/fs/cgroup/{hierarchy}/{self.cgroup}", topdown=False):
                try:
                    os.rmdir(folder)
                except OSError:
                    pass
        shutil.rmtree("/run/systemd/nspawn/propagate/" + self.namespace, ignore_errors=True)
        if self.was_started():
            os.unlink(self.path("pid"))

    def wipe(self):
        self.kill()
        for name in ("upper", "work", "node", "config"):
            shutil.rmtree(self.path(name), ignore_errors=True)

    def destroy(self):
        self.wipe()
        shutil.rmtree(self.folder, ignore_errors=True)
