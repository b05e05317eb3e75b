"""A virtual machine: QEMU boots the bytes that Glance has, with the disks, interfaces and config drive that Nova says.

The processor is emulated, so all of it takes three to ten times as long as elsewhere. A disk is an overlay over an
image: that of a server lies in vm/, that of a volume in MACHINES/volumes, since a volume outlives its server.
"""

import json
import os

import qmp
from common import OPERATOR, STATE, E, ip, ip_json, run
from filters import bridge_of

IMAGES = os.path.join(E["DATA"], "glance", "images")
VOLUMES = os.path.join(STATE, "volumes")
FOLDERS = ("vm",)  # what a rebuild deletes
DHCP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dhcp.py")


def prepare(machine, host, drive, ports):
    """Command and environment of QEMU; drive is the folder of the files of the config drive."""
    hardware = machine.info["hardware"]
    os.makedirs(machine.path("vm"), exist_ok=True)
    command = [
        *("qemu-system-x86_64", "-name", host, "-uuid", machine.uuid, "-machine", "q35"),
        *("-accel", "tcg,thread=multi,tb-size=512", "-cpu", "max", "-smp", str(hardware["cores"])),
        *("-m", f"{hardware['memory']}M", "-nodefaults", "-display", "none", "-serial", "stdio"),
        *("-smbios", "type=1,manufacturer=OpenStack Foundation,product=OpenStack Nova,serial=" + machine.uuid),
        *("-device", "virtio-rng-pci", "-qmp", f"unix:{control(machine)},server=on,wait=off"),
    ]
    for index, (path, serial) in enumerate(disks(machine, hardware)):
        command += ["-drive", f"file={path},if=none,id=disk{index},format=qcow2,cache=unsafe,discard=unmap"]
        command += ["-device", f"virtio-blk-pci,drive=disk{index},serial={serial[:20]},bootindex={index}"]
    if hardware["config_drive"]:
        command += ["-drive", f"file={config_drive(machine, drive)},if=none,id=config,format=raw,readonly=on"]
        command += ["-device", "virtio-blk-pci,drive=config"]
    for index, port in enumerate(ports):
        command += ["-netdev", f"tap,id=net{index},ifname=tap{index},script=no,downscript=no"]
        command += ["-device", f"virtio-net-pci,netdev=net{index},mac={port['mac_address']}"]
    bridge(machine.namespace)
    inside = ["nsenter", "--net=/run/netns/" + machine.namespace]
    return [*inside, *answered(machine.info["leases"]), *command], {"PATH": E["PATH"]}


def control(machine):
    """Where QEMU listens to what the hypervisor says; a socket's path must be short."""
    return f"/run/{machine.namespace}.qmp"


# ---- disks


def disks(machine, hardware):
    """Path and serial number of each disk, the one that it boots from first."""
    found = []
    if hardware["image"]:
        found.append((overlay(machine.path("vm", "root"), hardware["image"], hardware["disk"]), "root"))
    for volume in hardware["volumes"]:
        found.append((overlay(os.path.join(VOLUMES, volume["id"]), volume["image"], volume["size"]), volume["id"]))
    return found


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


# ---- interfaces


def bridge(namespace):
    """Joins each interface ethN with a tap, since the machine has the MAC and the addresses itself. The filters are on
    the fabric's side of the interface.
    """
    links = {link["ifname"]: link for link in ip_json("-n", namespace, "link", "show")}
    for name, link in links.items():
        if not name.startswith("eth") or link.get("master"):
            continue
        number, mtu = name.removeprefix("eth"), link["mtu"]
        run("ip", "netns", "exec", namespace, "sysctl", "-q", "net.ipv6.conf.all.disable_ipv6=1")
        lines = []
        if "br" + number not in links:
            lines.append(f"link add br{number} mtu {mtu} type bridge stp_state 0 forward_delay 0")
            lines.append(f"tuntap add dev tap{number} mode tap")
            lines.append(f"link set br{number} up")
        lines += [f"address flush dev {name}", f"link set {name} down", f"link set {name} address {own_mac(number)}"]
        lines += [f"link set {end} mtu {mtu} master br{number} up" for end in (name, f"tap{number}")]
        ip(namespace, *lines)


def own_mac(number):
    """The MAC of the namespace's end, which may not be that of the machine behind it."""
    return f"0e:00:00:00:00:{int(number):02x}"


def leases(ports, fabric):
    """What dhcp.py answers, by tap; nothing where the subnet is without DHCP."""
    found = {}
    for index, port in enumerate(ports):
        for fixed in port["fixed_ips"]:
            subnet = fabric.subnets.get(fixed["subnet_id"]) or {}
            if subnet.get("enable_dhcp"):
                found[f"tap{index}"] = {
                    "mac": port["mac_address"],
                    "address": fixed["ip_address"],
                    "prefix": int(subnet["cidr"].split("/")[1]),
                    "gateway": subnet["gateway_ip"],
                    "routes": [[route["destination"], route["nexthop"]] for route in subnet["host_routes"]],
                    "resolvers": subnet["dns_nameservers"] or [OPERATOR],
                    "mtu": fabric.bridges[bridge_of(port["network_id"])][0],
                    # Neutron has names of its own for addresses, whatever the server is called.
                    "hostname": "host-" + fixed["ip_address"].replace(".", "-"),
                }
    return found


def answered(wanted):
    """What a command begins with, to run beside the answers by DHCP."""
    script = 'python3 "$0" "$1" & shift; exec "$@"'
    return ["/bin/sh", "-c", script, DHCP, json.dumps(wanted)] if wanted else []


# ---- power


def power_button(machine):
    """Presses it; how many seconds the machine may take."""
    try:
        qmp.command(control(machine), "system_powerdown")
    except OSError:
        return 0  # it listens no more
    return 120
