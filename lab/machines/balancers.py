"""Octavia's load balancers: for each that is ACTIVE, a haproxy in a namespace that holds the address of its VIP port.

Octavia writes allowed_cidrs into the VIP port's security group, which the fabric enforces.
"""

import os
import shutil
import signal
import subprocess
import time

from common import (
    FABRIC,
    LOGS,
    PREFIX,
    STATE,
    alive,
    delete_namespace,
    ip,
    ip_json,
    read,
    run,
    say,
    say_once,
    start_time,
    unsay,
)
from haproxy_config import config
from ports import plug_all

FOLDER = os.path.join(STATE, "lbs")


def namespace_of(balancer):
    return f"{PREFIX}-lb-{balancer[:8]}"


def stop(balancer):
    for pid in run("ip", "netns", "pids", namespace_of(balancer), may_fail=True).split():
        try:
            os.kill(int(pid), signal.SIGKILL)
        except ProcessLookupError:
            pass
    delete_namespace(namespace_of(balancer))
    shutil.rmtree(os.path.join(FOLDER, balancer), ignore_errors=True)


def down():
    for balancer in os.listdir(FOLDER) if os.path.isdir(FOLDER) else []:
        stop(balancer)


class Balancers:
    def __init__(self, fabric):
        self.fabric, self.trees, self.processes = fabric, {}, []
        os.makedirs(FOLDER, exist_ok=True)

    def observe(self, api):
        def get(path, key):
            answer = api.load_balancer.get("/lbaas/" + path)
            answer.raise_for_status()
            return answer.json()[key]

        found = [b for b in get("loadbalancers", "loadbalancers") if b["provider"] == "amphora"]
        for balancer in found:
            # Each change below it takes a load balancer to PENDING_UPDATE and back, which sets the time of its update.
            key, known = (balancer["updated_at"], balancer["provisioning_status"]), self.trees.get(balancer["id"])
            is_same = known and known["key"] == key
            if balancer["provisioning_status"] == "ACTIVE" and not (is_same and time.time() - known["since"] >= 3):
                self.trees[balancer["id"]] = {
                    "key": key,
                    "since": known["since"] if is_same else time.time(),
                    **read_tree(get, balancer["id"]),
                }
        return found

    def devices(self, world):
        """Device IDs of the VIP ports."""
        vips = {b["vip_port_id"] for b in world["balancers"] if b["id"] in self.trees}
        return {port["device_id"] for port in world["ports"] if port["id"] in vips}

    def apply(self, world):
        for process in self.processes:
            process.poll()
        served = (b for b in world["balancers"] if b["id"] in self.trees and b["provisioning_status"] != "DELETED")
        served = {balancer["id"]: balancer for balancer in served}
        for gone in set(os.listdir(FOLDER)) - set(served):
            stop(gone)
            self.trees.pop(gone, None)
            say(f"load balancer {gone}: removed")
        for balancer in served.values():
            try:
                self.serve(balancer, next(p for p in world["ports"] if p["id"] == balancer["vip_port_id"]))
                unsay(balancer["id"])
            except (RuntimeError, StopIteration, KeyError) as error:
                say_once(
                    balancer["id"], f"load balancer {balancer['name']} ({balancer['id']}): CANNOT be served: {error!r}"
                )

    def serve(self, balancer, port):
        folder, namespace = os.path.join(FOLDER, balancer["id"]), namespace_of(balancer["id"])
        os.makedirs(folder, exist_ok=True)
        if not balancer["admin_state_up"]:
            stop(balancer["id"])
            return
        if not os.path.exists("/run/netns/" + namespace):
            run("ip", "netns", "add", namespace)
            ip(namespace, "link set lo up")
        links = {link["ifname"]: link for link in ip_json("-n", FABRIC, "link", "show")}
        plug_all(self.fabric, namespace, [port], links)
        path, record = os.path.join(folder, "haproxy.cfg"), os.path.join(folder, "pid")
        text = config(balancer, self.trees[balancer["id"]], os.path.join(folder, "sock"))
        runs, is_needed = alive(record), "frontend" in text
        if read(path) == text and (runs or not is_needed):
            return
        with open(path, "w") as f:
            f.write(text)
        if not runs and not is_needed:
            return
        run("haproxy", "-c", "-q", "-f", path)
        if runs:
            os.kill(int(read(record).split()[0]), signal.SIGUSR2)  # reads the file again
            return
        command = ["nsenter", "--net=/run/netns/" + namespace, "haproxy", "-W", "-db", "-f", path]
        with open(os.path.join(LOGS, f"lb-{balancer['id'][:8]}.log"), "ab") as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self.processes.append(process)
        with open(record, "w") as f:
            f.write(f"{process.pid} {start_time(process.pid)}")
        say(f"load balancer {balancer['name']} ({balancer['id']}): haproxy on {balancer['vip_address']}")


def read_tree(get, balancer):
    pools = get(f"pools?loadbalancer_id={balancer}", "pools")
    return {
        "listeners": get(f"listeners?load_balancer_id={balancer}", "listeners"),
        "pools": pools,
        "members": {pool["id"]: get(f"pools/{pool['id']}/members", "members") for pool in pools},
        "monitors": get("healthmonitors", "healthmonitors") if any(p.get("healthmonitor_id") for p in pools) else [],
    }
