#!/usr/bin/python3
"""The lab's hypervisor and network node: once a second it makes real what Nova, Neutron and Octavia say exists.

hypervisor.py                  runs
hypervisor.py fabric           makes the link between this machine and the networks
hypervisor.py down [purge]     removes all that it made, the machines' disks only with purge
"""

import os
import signal
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import balancers
import routers
import vm
import vm_disks
from common import FABRIC, OPERATOR, STATE, delete_namespace, ip_json, run, say, say_once, unsay
from fabric import UPLINK, Fabric
from filters import port_addresses
from machine import POWERED_OFF, REBOOTED, Machine
from metadata import Proxies, config_drive
from ports import plug_all
from world import Cloud

SERVERS = os.path.join(STATE, "servers")
READY = os.path.join(STATE, "ready")


class Hypervisor:
    def __init__(self):
        self.cloud, self.fabric, self.routers, self.proxies = Cloud(), Fabric(), routers.Routers(), Proxies()
        self.balancers = balancers.Balancers(self.fabric)
        self.pool, self.busy, self.asked = ThreadPoolExecutor(4), set(), {}
        os.makedirs(SERVERS, exist_ok=True)
        self.machines = {uuid: Machine(uuid) for uuid in os.listdir(SERVERS)}
        adopted = sum(machine.alive() for machine in self.machines.values())
        if adopted:
            say(f"{adopted} machines run already")

    def tick(self):
        world = self.cloud.observe()
        world["balancers"] = self.balancers.observe(self.cloud.api)
        servers = {server["id"]: server for server in world["servers"]}
        for server in servers.values():
            if server["id"] not in self.machines and wanted(server, is_known=False):
                machine = self.machines[server["id"]] = Machine(server["id"])
                machine.save(kind=self.cloud.kind(server), name=server["name"])
        for uuid in set(self.machines) - set(servers):
            self.machines[uuid].resting_until = 0
            self.submit(uuid, self.remove, uuid)
        real = {u for u in servers if u in self.machines and self.machines[u].info.get("kind") != "none"}
        self.fabric.apply(world, real | self.balancers.devices(world))
        namespaces = {**self.routers.apply(world, self.fabric), FABRIC: self.fabric.external}
        by_address = {
            (port["network_id"], address): servers[port["device_id"]]
            for port in world["ports"]
            if port["device_id"] in real
            for address in port_addresses(port)
        }
        self.proxies.apply(namespaces, by_address)
        for uuid in set(self.machines) & set(servers):
            self.submit(uuid, self.step, servers[uuid], world)
        self.balancers.apply(world)

    # ---- one server, at most once at a time

    def submit(self, uuid, work, *arguments):
        if uuid not in self.busy and time.time() >= self.machines[uuid].resting_until:
            self.busy.add(uuid)
            self.pool.submit(self.guarded, uuid, work, *arguments)

    def guarded(self, uuid, work, *arguments):
        machine = self.machines[uuid]
        try:
            work(*arguments)
        except Exception as error:
            machine.resting_until = time.time() + 10
            say_once(uuid, f"{machine.label()}: CANNOT be made real: {error}")
            if not isinstance(error, RuntimeError):
                traceback.print_exc()
        finally:
            self.busy.discard(uuid)

    def remove(self, uuid):
        machine, began = self.machines[uuid], time.time()
        machine.destroy()
        if machine.info.get("kind") == "talosvm":
            vm_disks.forget_volumes(self.cloud.volumes())
        say(f"{machine.label()}: removed in {time.time() - began:.1f} s")
        unsay(uuid)
        self.machines.pop(uuid)
        self.asked.pop(uuid, None)

    def step(self, server, world):
        machine, want = self.machines[server["id"]], wanted(server, is_known=True)
        actions = self.new_actions(machine, server)
        if "rebuild" in actions:
            say(f"{machine.label()}: rebuild, its disk is wiped")
            machine.wipe()
            machine.save(kind=self.cloud.kind(server))
        if machine.info["kind"] == "none" or want is None:
            return
        machine.poll()
        if want == "off":
            if machine.alive():
                machine.shutdown()
                say(f"{machine.label()}: stopped")
            return
        if "reboot" in actions and machine.alive():
            say(f"{machine.label()}: reboot")
            machine.shutdown()
        ports = ports_of(server, world)
        if machine.alive():
            plug_all(
                self.fabric, machine.namespace, ports, {l["ifname"]: l for l in ip_json("-n", FABRIC, "link", "show")}
            )
            machine.note_ready()
            if machine.info["kind"] == "talosvm" and vm_disks.has_new(machine, server):
                vm_disks.attach(machine, self.cloud.hardware(server))
            return
        if machine.exit_status() == POWERED_OFF and machine.info["kind"] != "talos" and machine.was_started():
            say(f"{machine.label()}: it powered itself off; tells Nova")
            machine.kill()
            self.cloud.stop(server)
            return
        if machine.was_started() and machine.exit_status() != REBOOTED:
            say(f"{machine.label()}: it ended (status {machine.exit_status() or 'unknown'}) and is started again")
            machine.resting_until = time.time() + 2
        self.start(machine, server, ports)

    def start(self, machine, server, ports):
        if machine.info["kind"] == "talosvm":
            machine.save(hardware=self.cloud.hardware(server), leases=vm.leases(ports, self.fabric))
        subnets = [self.fabric.subnets.get(f["subnet_id"]) or {} for port in ports for f in port["fixed_ips"]]
        resolvers = [address for subnet in subnets for address in subnet.get("dns_nameservers", [])] or [OPERATOR]
        machine.start(config_drive(server), lambda ns, ps: plug_all(self.fabric, ns, ps, {}), ports, resolvers[0])
        unsay(server["id"])
        addresses = ", ".join(a for port in ports for a in port_addresses(port)) or "no address"
        say(f"{machine.label()}: {machine.info['kind']} machine on {addresses}, in {machine.info['placed']} s")

    def new_actions(self, machine, server):
        """Reboots and rebuilds since the last time, oldest first. Nova is asked only when the server changed."""
        states = ("OS-EXT-STS:task_state", "OS-EXT-STS:vm_state")
        key = [server["updated"], server["status"], *(server[name] for name in states)]
        if machine.info.get("key") != key:
            self.asked[server["id"]] = time.time()
        elif time.time() - self.asked.get(server["id"], 0) >= 5:  # the time of the change has whole seconds only
            return []
        actions = self.cloud.actions(server)
        done = machine.info.get("actions")
        machine.save(key=key, actions=[action["request_id"] for action in actions])
        if done is None:
            return []
        fresh = [action["action"] for action in reversed(actions) if action["request_id"] not in done]
        return [action for action in fresh if action in ("reboot", "rebuild")]


def wanted(server, is_known):
    """ "on", "off", or None: leave it as it is."""
    state, task = server["OS-EXT-STS:vm_state"], server["OS-EXT-STS:task_state"]
    if state in ("building", "error") and not is_known:
        return None
    if task in ("rebuilding", "rebuild_spawning", "rebuild_block_device_mapping", "spawning", "deleting"):
        return None
    if state in ("active", "resized") and server["OS-EXT-STS:power_state"] == 1:
        return "on"
    return "off" if state in ("stopped", "shelved", "shelved_offloaded", "soft-delete") else None


def ports_of(server, world):
    """In the order of the server's interfaces."""
    macs = [a["OS-EXT-IPS-MAC:mac_addr"] for addresses in server["addresses"].values() for a in addresses]

    def place(port):
        return (macs.index(port["mac_address"]) if port["mac_address"] in macs else 99, port["created_at"])

    return sorted((port for port in world["ports"] if port["device_id"] == server["id"]), key=place)


def down(purge):
    machines = [Machine(uuid) for uuid in (os.listdir(SERVERS) if os.path.isdir(SERVERS) else [])]
    list(ThreadPoolExecutor(8).map(lambda machine: machine.destroy() if purge else machine.kill(), machines))
    balancers.down()
    routers.down()
    run("ip", "link", "delete", UPLINK, may_fail=True)  # its routes go with it
    delete_namespace(FABRIC)
    print(f"{len(machines)} machines stopped" + (", their disks deleted" if purge else ""))


def serve():
    # Machines go on, and the next hypervisor finds them.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    hypervisor = Hypervisor()
    while True:
        began = time.time()
        try:
            hypervisor.tick()
            unsay("tick")
            if not os.path.exists(READY):
                say("the hypervisor is up")
                with open(READY, "w"):
                    pass
        except Exception as error:
            say_once("tick", f"this round failed: {type(error).__name__}: {error}")
            if not isinstance(error, RuntimeError) and "Connect" not in type(error).__name__:
                traceback.print_exc()
        time.sleep(max(0.2, 1 - (time.time() - began)))


if __name__ == "__main__":
    command = sys.argv[1] if len(sys.argv) > 1 else "serve"
    if command == "down":
        down("purge" in sys.argv)
    elif command == "fabric":
        Fabric().up()
    else:
        serve()
