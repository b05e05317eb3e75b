"""A Talos node in container mode: the processes of talos-node. Its disk is the folder node/."""

import os

FOLDERS = ("node",)  # what a rebuild deletes
TALOS_NODE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "talos-node")


def prepare(machine, host, drive, ports):
    """Command and environment; drive is the folder of the files of the config drive."""
    os.makedirs(machine.path("node"), exist_ok=True)
    user_data = os.path.join(drive, "user_data")
    if not os.path.exists(user_data):
        with open(user_data, "w"):
            pass
    environment = {
        **os.environ,
        "NODE_NAME": host,
        "NODE_UUID": machine.uuid,
        "NODE_ADDRESS": next((f["ip_address"] for p in ports for f in p["fixed_ips"]), ""),
        "NODE_FOLDER": machine.path("node"),
        "USER_DATA_FILE": user_data,
        "RESOLV_CONF": machine.path("resolv.conf"),
    }
    # In a mount namespace, where the lab's resolver is in /etc/resolv.conf.
    inner = 'mount --bind "$RESOLV_CONF" /etc/resolv.conf; exec "$0"'
    enter = ["nsenter", "--net=/run/netns/" + machine.namespace, "unshare", "--mount", "sh", "-c", inner]
    return [*enter, TALOS_NODE], environment


def power_button(machine):
    """Presses it; how many seconds the machine may take."""
    machine.terminate()
    return 15
