#!/usr/bin/python3
"""Proves the data plane with two projects that use the same addresses: npm run lab -- exec lab/machines/selftest.py

About two minutes. Makes two projects, and removes both with all that is in them.
"""

import base64
import os
import subprocess
import sys
import tempfile
import time

import openstack

LAB = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CIDR, FIRST, NEIGHBOUR, VIRTUAL = "10.77.0.0/24", "10.77.0.10", "10.77.0.11", "10.77.0.200"
USER_DATA = """#cloud-config
write_files:
- {path: /srv/index.html, content: "%s"}
runcmd:
- systemd-run --unit=web python3 -m http.server 80 -d /srv
"""
METADATA = "curl -s -m 5 http://169.254.169.254/openstack/latest/meta_data.json"
failed = []


def check(what, ok):
    print(f"{'ok  ' if ok else 'FAIL'} {what}", flush=True)
    if not ok:
        failed.append(what)


def until(probe, seconds=60):
    began = time.time()
    while time.time() - began < seconds:
        if probe():
            return True
        time.sleep(0.5)
    return False


def output(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=20, check=False).stdout.strip()
    except subprocess.TimeoutExpired:
        return ""


class Project:
    """A project with a network, a router and two servers, of which the first has a floating IP."""

    def __init__(self, name, folder):
        self.name, self.key = name, os.path.join(folder, name)
        subprocess.run([LAB + "/openstack/project.sh", "create", name], check=True)
        clouds = os.path.join(os.environ["LAB_DIR"], "clouds.d", name + ".yaml")
        self.cloud = openstack.config.OpenStackConfig(config_files=[clouds]).get_one(name)
        self.cloud = openstack.connection.Connection(config=self.cloud)
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.key], check=True)
        with open(self.key + ".pub") as f:
            self.cloud.compute.create_keypair(name="k", public_key=f.read())
        self.image = self.cloud.create_image(
            "debian", filename=self.key, disk_format="raw", container_format="bare", wait=True
        )
        network = self.cloud.network
        self.net = network.create_network(name=name)
        self.subnet = network.create_subnet(network_id=self.net.id, ip_version=4, cidr=CIDR, name=name)
        external = network.find_network("external")
        self.router = network.create_router(name=name, external_gateway_info={"network_id": external.id})
        network.add_interface_to_router(self.router, subnet_id=self.subnet.id)
        self.group = network.create_security_group(name="web")
        self.allow(protocol="tcp", port_range_min=22, port_range_max=22)
        self.allow(protocol="icmp", remote_group_id=self.group.id)
        self.ports = [self.port(FIRST), self.port(NEIGHBOUR)]
        self.servers = [self.server(index) for index in range(2)]
        floating = network.create_ip(floating_network_id=external.id, port_id=self.ports[0].id)
        self.outside = floating.floating_ip_address

    def allow(self, **rule):
        return self.cloud.network.create_security_group_rule(
            security_group_id=self.group.id, ethertype="IPv4", direction="ingress", **rule
        )

    def port(self, address):
        fixed = [{"subnet_id": self.subnet.id, "ip_address": address}]
        groups = [self.group.id]
        return self.cloud.network.create_port(network_id=self.net.id, fixed_ips=fixed, security_groups=groups)

    def server(self, index):
        text = USER_DATA % self.name
        return self.cloud.compute.create_server(
            name=f"{self.name}-{index}",
            image_id=self.image.id,
            flavor_id=self.cloud.compute.find_flavor("l2.c1r1.10").id,
            networks=[{"port": self.ports[index].id}],
            key_name="k",
            user_data=base64.b64encode(text.encode()).decode(),
        )

    def web(self, address):
        """What the first server gets from a web server at an address."""
        return self.ssh(f"curl -s -m 2 http://{address}/")

    def ssh(self, command, key=None):
        options = ["BatchMode=yes", "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "ConnectTimeout=5"]
        flags = [word for option in options for word in ("-o", option)]
        address = "debian@" + self.outside
        return output("ssh", "-i", key or self.key, "-q", "-o", "IdentitiesOnly=yes", *flags, address, command)


def same_addresses(one, two):
    for project in (one, two):
        name = project.name
        check(f"{name} answers at its floating IP", until(lambda p=project: p.ssh("hostname") == p.name + "-0", 120))
        check("... and has the address that the other one has", FIRST in project.ssh("hostname -I"))
        check("... its own metadata", project.servers[0].id in project.ssh(METADATA))
        check("... its own key only", one.ssh("hostname", key=two.key) == "")
    ping = f"ping -c1 -W1 {NEIGHBOUR} >/dev/null && echo y"
    for project in (one, two):
        project.ssh("cloud-init status --wait")
        check("a neighbour answers to no port without a rule", project.web(NEIGHBOUR) == "")
        check("... but to ping", until(lambda p=project: p.ssh(ping) == "y"))
        project.allow(protocol="tcp", port_range_min=80, port_range_max=80, remote_group_id=project.group.id)
        check("... and with a rule, its own neighbour", until(lambda p=project: p.web(NEIGHBOUR) == p.name))
        check("no way in from outside", output("curl", "-s", "-m", "2", f"http://{project.outside}") == "")
    check("a floating IP is closed to the other project as to anybody", one.web(two.outside) == "")
    two.allow(protocol="tcp", port_range_min=80, port_range_max=80)
    check("... and open to it with a rule", until(lambda: one.web(two.outside) == two.name))
    check("hairpin: its own floating IP", until(lambda: two.web(two.outside) == two.name))


def pairs(project):
    take = f"sudo ip addr add {VIRTUAL}/24 dev eth0; ping -c1 -W1 -I {VIRTUAL} {NEIGHBOUR} >/dev/null && echo y"
    check("a foreign source address is dropped", project.ssh(take) == "")
    project.allow(protocol="icmp")
    project.cloud.network.update_port(project.ports[0], allowed_address_pairs=[{"ip_address": VIRTUAL}])
    check("... and passes as allowed address pair", until(lambda: project.ssh(take) == "y", 20))


def names(project):
    zone = project.cloud.dns.create_zone(name=project.name + ".test.", email="x@example.org")
    project.cloud.dns.create_recordset(zone, name=f"www.{project.name}.test.", type="A", records=["10.9.8.7"])
    ask = f"getent hosts www.{project.name}.test"
    check("names of Designate resolve inside", until(lambda: "10.9.8.7" in project.ssh(ask), 30))
    check("... and others do not", project.ssh("getent hosts www.example.org") == "")


def main():
    projects = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name in ("one", "two"):
                projects.append(Project(f"selftest-{name}", folder))
            same_addresses(*projects)
            pairs(projects[0])
            names(projects[1])
        finally:
            for name in ("one", "two"):
                subprocess.run([LAB + "/openstack/project.sh", "delete", f"selftest-{name}"], check=False)
    print(f"{len(failed)} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
