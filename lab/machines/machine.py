"""One server's machine, in the server's network namespace: a Debian (debian.py), the processes of a Talos node
(talos_node.py) or a virtual machine (vm.py).

All about it lies in MACHINES/servers/UUID: its disk, info.json (what was decided), config/ (of its config drive), pid,
exit.
"""

import glob
import json
import os
import shutil
import signal
import subprocess
import time

import debian
import talos_node
import vm
from common import LOGS, PREFIX, STATE, alive, delete_namespace, ip, read, run, say, start_time

# In a cgroup of the machine's own, since two systemds in one would fight; the exit status outlives the hypervisor.
WRAPPER = r"""cgroup=$1 out=$2; shift 2
for hierarchy in systemd unified; do
  mkdir -p "/sys/fs/cgroup/$hierarchy/$cgroup" && echo $$ >"/sys/fs/cgroup/$hierarchy/$cgroup/cgroup.procs"
done
"$@"; echo $? >"$out"
"""
REBOOTED, POWERED_OFF = "133", "0"  # exit status
KINDS = {"linux": debian, "talos": talos_node, "talosvm": vm}


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
        command, environment = KINDS[self.info["kind"]].prepare(self, host, folder, ports)
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

    def shutdown(self):
        """The power button: the machine may end its services first."""
        if self.alive():
            seconds = KINDS[self.info["kind"]].power_button(self)
            began = time.time()
            while self.alive() and time.time() - began < seconds:
                self.poll()
                time.sleep(0.1)
        self.kill()

    def terminate(self):
        """Asks the machine's first process to end."""
        pid = read(self.path("pid")).split()[0]
        for child in run("pgrep", "-P", pid, may_fail=True).split():
            os.kill(int(child), signal.SIGTERM)

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
        for name in (*(folder for kind in KINDS.values() for folder in kind.FOLDERS), "config"):
            shutil.rmtree(self.path(name), ignore_errors=True)

    def destroy(self):
        self.wipe()
        shutil.rmtree(self.folder, ignore_errors=True)
