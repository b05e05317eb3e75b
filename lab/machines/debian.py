"""A Debian with systemd under systemd-nspawn. Its disk is an overlay over the root of debian.sh: upper/ work/ root/."""

import os
import shutil

from common import E, run

FOLDERS = ("upper", "work")  # what a rebuild deletes


def prepare(machine, host, drive, _):
    """Command and environment; drive is the folder of the files of the config drive."""
    upper = machine.path("upper")
    is_first = not os.path.exists(upper)
    seed = os.path.join(upper, "var/lib/cloud/seed/config_drive/openstack")
    for folder in (machine.path("work"), machine.path("root"), os.path.dirname(seed), os.path.join(upper, "etc")):
        os.makedirs(folder, exist_ok=True)
    os.chmod(upper, 0o755)
    shutil.rmtree(seed, ignore_errors=True)
    shutil.copytree(os.path.dirname(drive), seed)
    if is_first:
        # The root that it began with, for as long as it lives.
        machine.save(root=E["MACHINE_ROOT"])
        machine.write("upper/etc/hostname", host + "\n")
        shutil.copy(machine.path("resolv.conf"), os.path.join(upper, "etc/resolv.conf"))
    if not os.path.ismount(machine.path("root")):
        options = f"lowerdir={machine.info['root']},upperdir={upper},workdir={machine.path('work')}"
        run("mount", "-t", "overlay", "overlay", "-o", options, machine.path("root"))
    command = [
        *("systemd-nspawn", "--quiet", "--boot", "--directory=" + machine.path("root")),
        *("--network-namespace-path=/run/netns/" + machine.namespace, "--register=no", "--keep-unit"),
        *("--machine=" + machine.namespace, "--hostname=" + host, "--uuid=" + machine.uuid, "--resolv-conf=off"),
        *("--timezone=off", "--link-journal=no", "--console=pipe", "--capability=CAP_NET_ADMIN,CAP_NET_RAW"),
    ]
    return command, {"PATH": E["PATH"], "LANG": "C.UTF-8", "SYSTEMD_NSPAWN_API_VFS_WRITABLE": "network"}


def power_button(machine):
    """Presses it; how many seconds the machine may take."""
    machine.terminate()
    return 15
