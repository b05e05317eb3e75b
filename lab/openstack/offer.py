#!/usr/bin/python3
"""What the operator of a cloud offers to its projects: flavors, an external network, what Octavia needs; and what a
first user has at hand: a key pair and images in the project demo. What is there already is left alone.
"""

import os
import subprocess
import tempfile

import openstack

E = os.environ
# name: cores, GiB of memory, GiB of disk
FLAVORS = {
    "l2.c1r1.10": (1, 1, 10),
    "l2.c1r2.20": (1, 2, 20),
    "l2.c2r4.20": (2, 4, 20),
    "l2.c2r4.100": (2, 4, 100),
    "l2.c2r8.100": (2, 8, 100),
    "l2.c4r8.100": (4, 8, 100),
    "l2.c4r16.100": (4, 16, 100),
    "l2.c8r16.100": (8, 16, 100),
    "l2.c8r32.100": (8, 32, 100),
    "l2.c16r64.100": (16, 64, 100),
}


def flavors(cloud):
    known = {flavor.name for flavor in cloud.compute.flavors()}
    for name, (cores, memory, disk) in FLAVORS.items():
        if name not in known:
            cloud.compute.create_flavor(name=name, vcpus=cores, ram=memory * 1024, disk=disk, is_public=True)


def network(cloud, name, prefix, gateway, **properties):
    found = next(iter(cloud.network.networks(name=name)), None) or cloud.network.create_network(name=name, **properties)
    if not list(cloud.network.subnets(network_id=found.id)):
        cloud.network.create_subnet(
            network_id=found.id,
            name=name + "-v4",
            ip_version=4,
            cidr=prefix + ".0/24",
            gateway_ip=prefix + ".1" if gateway else None,
            is_dhcp_enabled=False,
            allocation_pools=[{"start": prefix + ".10", "end": prefix + ".250"}],
        )
    return found


def external_network(cloud):
    network(
        cloud,
        "external",
        "198.51.100",
        gateway=True,
        is_router_external=True,
        provider_network_type="flat",
        provider_physical_network="public",
    )


def image_of_nothing(cloud, name, **properties):
    """The hypervisor boots its own root for every image, and never looks into one."""
    with tempfile.NamedTemporaryFile() as f:
        f.write(b"\0" * 65536)
        f.flush()
        return cloud.create_image(
            name, filename=f.name, disk_format="raw", container_format="bare", wait=True, **properties
        )


def needs_of_octavia(cloud):
    with open(os.path.join(E["RUN"], "service_project_id")) as f:
        project = f.read()
    management = network(cloud, "lb-mgmt-net", "192.0.2", gateway=False, project_id=project)
    groups = list(cloud.network.security_groups(name="lb-mgmt-sg", project_id=project))
    group = groups[0] if groups else cloud.network.create_security_group(name="lb-mgmt-sg", project_id=project)
    for name, value in (("lb_mgmt_net", management.id), ("lb_mgmt_sg", group.id)):
        with open(os.path.join(E["RUN"], name), "w") as f:
            f.write(value)
    if "octavia-amphora" not in {flavor.name for flavor in cloud.compute.flavors()}:
        cloud.compute.create_flavor(
            name="octavia-amphora", id="octavia-amphora", vcpus=1, ram=1024, disk=2, is_public=False
        )
    if not list(cloud.image.images(tag="amphora")):
        image = image_of_nothing(cloud, "amphora", visibility="private", owner=project)
        cloud.image.add_tag(image.id, "amphora")


def needs_of_a_first_user(cloud):
    folder = os.path.join(E["LAB_DIR"], "demo")
    private = os.path.join(folder, "id_ed25519")
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if not os.path.exists(private):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "demo", "-f", private], check=True)
    if not cloud.compute.find_keypair("demo"):
        with open(private + ".pub") as f:
            cloud.compute.create_keypair(name="demo", public_key=f.read())
    if not list(cloud.image.images(name="debian-12")):
        image_of_nothing(cloud, "debian-12")
    talos = "talos-" + E["TALOS_VERSION"]
    if not list(cloud.image.images(name=talos)):
        image_of_nothing(cloud, talos, lab_machine="talos")


if __name__ == "__main__":
    admin = openstack.connect(cloud="lab-admin")
    flavors(admin)
    external_network(admin)
    needs_of_octavia(admin)
    needs_of_a_first_user(openstack.connect(cloud="lab-demo"))
