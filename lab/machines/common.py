"""Settings, log and commands, shared by the parts of the hypervisor."""

import json
import os
import subprocess
import time

E = os.environ
STATE, LOGS = E["MACHINES"], E["MACHINE_LOGS"]
PREFIX = E["LAB_PREFIX"]
FABRIC = PREFIX + "-fabric"  # the namespace of all networks
OPERATOR, FABRIC_ADDRESS = E["OPERATOR_ADDRESS"], E["FABRIC_ADDRESS"]
METADATA_PORT = 8775

_said = {}


def say(text):
    print(time.strftime("%H:%M:%S ") + text, flush=True)


def say_once(key, text):
    """Logs a condition when it comes or changes, not once a second."""
    if _said.get(key) != text:
        _said[key] = text
        say(text)


def unsay(key):
    _said.pop(key, None)


def run(*command, given=None, may_fail=False):
    """What a command prints; nothing if it fails and may."""
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        text = (done.stderr or done.stdout).strip()[-300:]
        raise RuntimeError(f"{' '.join(command)[:200]}: {text}")
    return done.stdout if done.returncode == 0 else ""


def ip(namespace, *lines):
    """Runs ip in a network namespace, one command for each line."""
    if lines:
        run("ip", "-n", namespace, "-batch", "-", given="\n".join(lines) + "\n")


def ip_json(*arguments):
    return json.loads(run("ip", "-j", *arguments, may_fail=True) or "[]")


def nft(namespace, lines):
    run("ip", "netns", "exec", namespace, "nft", "-f", "-", given="\n".join(lines) + "\n")


def make_namespace(name, *sysctls):
    if os.path.exists("/run/netns/" + name):
        return
    run("ip", "netns", "add", name)
    ip(name, "link set lo up")
    if sysctls:
        run("ip", "netns", "exec", name, "sysctl", "-q", *sysctls)


def delete_namespace(name):
    run("ip", "netns", "del", name, may_fail=True)


def addresses_of(links):
    """{link: its IPv4 addresses with prefix}, of the output of ip -j address show."""
    return {
        link["ifname"]: {f"{a['local']}/{a['prefixlen']}" for a in link["addr_info"] if a["family"] == "inet"}
        for link in links
    }


def read(path, default=""):
    try:
        with open(path) as f:
            return f.read()
    except OSError:
        return default


def start_time(pid):
    """When a process started; None when it is gone or a zombie. A PID alone may be another process by now."""
    fields = read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    return fields[19] if fields and fields[0] != "Z" else None


def alive(record):
    """Whether the process of a record, "PID START-TIME" in a file, still runs."""
    fields = read(record).split()
    return len(fields) == 2 and start_time(fields[0]) == fields[1]
