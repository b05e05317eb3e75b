"""A virtual machine: QEMU boots the bytes that Glance has, with the disks, interfaces and config drive that Nova says.

The processor is emulated, so all of it takes three to ten times as long as elsewhere.
"""

import json
import os

import qmp
import vm_disks
from common import OPERATOR, E, ip, ip_json, run
from filters import bridge_of

FOLDERS = ("vm",)  # what a rebuild deletes
DHCP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dhcp.py")


def prepare(machine, host, drive, ports):
    """Command and environment of QEMU; drive is the folder of the files of the config drive."""
    hardware = machine.info["hardware"]
    os.makedirs(machine.path("vm"), exist_ok=True)
    command = [
        *("qemu-system-x86_64", "-name", host, "-uuid", machine.uuid, "-machine", "q35"),
        # One processor, whatever the flavor says: the kernel patches its own code while others run it, and of several
        # emulated ones, one may run into the int3 that stood there before, which is a panic (seen with QEMU 7.2).
        *("-accel", "tcg,tb-size=512", "-cpu", "max", "-smp", "1"),
        *("-m", f"{hardware['memory']}M", "-nodefaults", "-display", "none", "-serial", "stdio"),
        *("-smbios", "type=1,manufacturer=OpenStack Foundation,product=OpenStack Nova,serial=" + machine.uuid),
        *("-device", "virtio-rng-pci", "-qmp", f"unix:{qmp.path(machine)},server=on,wait=off"),
    ]
    command += vm_disks.options(machine, hardware, drive)
    for index, port in enumerate(ports):
        command += ["-netdev", f"tap,id=net{index},ifname=tap{index},script=no,downscript=no"]
        command += ["-device", f"virtio-net-pci,netdev=net{index},mac={port['mac_address']}"]
    bridge(machine.namespace)
    inside = ["nsenter", "--net=/run/netns/" + machine.namespace]
    return [*inside, *answered(machine.info["leases"]), *command], {"PATH": E["PATH"]}


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
        qmp.command(machine, "system_powerdown")
    except OSError:
        return 0  # it listens no more
    return 120
