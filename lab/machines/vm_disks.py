"""Disks of a virtual machine: overlays over the images that they began with.

That of a server lies in vm/, that of a volume in MACHINES/volumes, since a volume outlives its server. A volume that is
attached while the machine runs is plugged in at once; one that is detached leaves it at its next start.
"""

import os

import qmp
from common import STATE, E, run, say

IMAGES = os.path.join(E["DATA"], "glance", "images")
VOLUMES = os.path.join(STATE, "volumes")
SLOTS = 4  # for volumes that are attached later


def options(machine, hardware, drive):
    """What QEMU is told of the disks, the first being what it boots; drive is the folder of the config drive."""
    said = []
    for index, (path, serial) in enumerate(disks(machine, hardware)):
        said += ["-drive", f"file={path},if=none,id=disk{index},format=qcow2,cache=unsafe,discard=unmap"]
        said += ["-device", f"virtio-blk-pci,drive=disk{index},serial={serial[:20]},bootindex={index}"]
    if hardware["config_drive"]:
        said += ["-drive", f"file={config_drive(machine, drive)},if=none,id=config,format=raw,readonly=on"]
        said += ["-device", "virtio-blk-pci,drive=config"]
    for slot in range(SLOTS):
        said += ["-device", f"pcie-root-port,id=slot{slot},chassis={slot + 1},slot={slot + 1}"]
    machine.save(slots=[])
    return said


def disks(machine, hardware):
    """Path and serial number of each disk."""
    found = []
    if hardware["image"]:
        found.append((overlay(machine.path("vm", "root"), hardware["image"], hardware["disk"]), "root"))
    return found + [(volume_disk(volume), volume["id"]) for volume in hardware["volumes"]]


def volume_disk(volume):
    return overlay(os.path.join(VOLUMES, volume["id"]), volume["image"], volume["size"])


def overlay(path, image, gib):
    """A disk over the image that it began with, or an empty one; one that is there already stays, and may grow."""
    disk = path + ".qcow2"
    if not os.path.exists(disk):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        backing = []
        if image:
            # A name of its own, since the image may be deleted in Glance while the disk lives.
            if not os.path.exists(path + ".raw"):
                os.link(os.path.join(IMAGES, image), path + ".raw")
            backing = ["-b", path + ".raw", "-F", "raw"]
        run("qemu-img", "create", "-q", "-f", "qcow2", *backing, disk + ".new", f"{gib}G")
        os.rename(disk + ".new", disk)
    else:
        run("qemu-img", "resize", "-q", disk, f"{gib}G")
    return disk


def forget_volumes(volumes):
    """Deletes the disks of volumes that are gone."""
    for name in os.listdir(VOLUMES) if os.path.isdir(VOLUMES) else []:
        if name.split(".")[0] not in volumes:
            os.unlink(os.path.join(VOLUMES, name))


def config_drive(machine, drive):
    """The ISO that Nova would have made of the same files."""
    iso = machine.path("vm", "config.iso")
    tree = os.path.dirname(os.path.dirname(drive))
    options = ("-ldots", "-allow-lowercase", "-allow-multidot", "-l", "-publisher", "lab", "-J", "-r")
    run("genisoimage", "-quiet", "-o", iso, *options, "-V", "config-2", tree)
    return iso


def has_new(machine, server):
    """Whether Nova has attached a volume since the machine started."""
    known = {volume["id"] for volume in machine.info["hardware"]["volumes"]}
    return any(volume["id"] not in known for volume in server["os-extended-volumes:volumes_attached"])


def attach(machine, hardware):
    """Plugs in the volumes that the machine did not have when it started."""
    known = {volume["id"] for volume in machine.info["hardware"]["volumes"]}
    for volume in hardware["volumes"]:
        if volume["id"] in known:
            continue
        slots = machine.info["slots"]
        if len(slots) == SLOTS:
            raise RuntimeError(
                f"volume {volume['id']} is the fifth that is attached since the start: stop the server first"
            )
        node = f"later{len(slots)}"
        file = {"driver": "file", "filename": volume_disk(volume), "cache": {"direct": False, "no-flush": True}}
        qmp.command(machine, "blockdev-add", driver="qcow2", file=file, discard="unmap", **{"node-name": node})
        device = {"driver": "virtio-blk-pci", "drive": node, "serial": volume["id"][:20], "bus": f"slot{len(slots)}"}
        qmp.command(machine, "device_add", **device)
        machine.save(slots=[*slots, volume["id"]])
        say(f"{machine.label()}: volume {volume['id']} is plugged in")
    machine.save(hardware=hardware)
