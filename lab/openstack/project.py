#!/usr/bin/python3
"""Makes a project with a user of the same name, or deletes both with all that the project owns."""

import json
import os
import subprocess
import sys
import time

import openstack

E = os.environ
ROLES = ("member", "reader", "load-balancer_member", "creator")
ENTRY = """clouds:
  {name}:
    region_name: {region}
    identity_api_version: 3
    auth:
      auth_url: {url}
      username: {name}
      password: {password}
      project_name: {name}
      user_domain_name: Default
      project_domain_name: Default
"""


def clouds_file(name):
    return os.path.join(E["LAB_DIR"], "clouds.d", name + ".yaml")


def named(kind, name):
    return next((thing for thing in kind(name=name)), None)


def create(admin, name):
    identity = admin.identity
    project = named(identity.projects, name) or identity.create_project(name=name, domain_id="default")
    user = named(identity.users, name) or identity.create_user(
        name=name, domain_id="default", password=E["PASSWORD"], default_project_id=project.id
    )
    for role in identity.roles():
        if role.name in ROLES:
            identity.assign_project_role_to_user(project, user, role)
    path = clouds_file(name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as f:
        f.write(ENTRY.format(name=name, region=E["REGION"], url=E["AUTH_URL"], password=E["PASSWORD"]))


def each(kind, things, delete):
    """Deletes what can be deleted; the rest is named, and does not keep the others."""
    for thing in list(things):
        try:
            delete(thing)
        except Exception as error:  # whatever a service answers
            print(f"{kind} {thing.id}: {error}")


def until_gone(things, seconds=90):
    began = time.time()
    while list(things()) and time.time() - began < seconds:
        time.sleep(0.5)


def empty(cloud, project):
    """Deletes all that the project owns, as its user."""
    balancers, compute, volumes, network = cloud.load_balancer, cloud.compute, cloud.block_storage, cloud.network
    each("load balancer", balancers.load_balancers(), lambda b: balancers.delete_load_balancer(b, cascade=True))
    until_gone(balancers.load_balancers)
    each("server", compute.servers(), compute.delete_server)
    until_gone(compute.servers)
    each("server group", compute.server_groups(), compute.delete_server_group)
    each("key pair", compute.keypairs(), compute.delete_keypair)
    each("snapshot", volumes.snapshots(), volumes.delete_snapshot)
    each("volume", volumes.volumes(), volumes.delete_volume)
    each("floating IP", network.ips(project_id=project), network.delete_ip)
    for router in list(network.routers(project_id=project)):
        for port in list(network.ports(device_id=router.id)):
            if port.device_owner == "network:router_interface":
                network.remove_interface_from_router(router, port_id=port.id)
        network.delete_router(router)
    each("port", network.ports(project_id=project), network.delete_port)
    each("network", network.networks(project_id=project), network.delete_network)
    groups = [group for group in network.security_groups(project_id=project) if group.name != "default"]
    each("security group", groups, network.delete_security_group)
    each("zone", cloud.dns.zones(), cloud.dns.delete_zone)
    each("image", cloud.image.images(owner=project), cloud.image.delete_image)


def rgw(*arguments):
    command = ["radosgw-admin", "-c", os.path.join(E["ETC"], "ceph/ceph.conf"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def delete_buckets(project):
    """RGW knows a project of Keystone as a user of its own, who comes with the first request and never goes."""
    listing = rgw("bucket", "list", "--uid=" + project)
    if listing.returncode != 0:
        return
    for bucket in json.loads(listing.stdout or "[]"):
        gone = rgw("bucket", "rm", "--bucket=" + bucket, "--purge-objects")
        if gone.returncode != 0:
            print(f"bucket {bucket}: {gone.stderr.strip()}")
    rgw("user", "rm", "--uid=" + project)


def delete(admin, name):
    project, user = named(admin.identity.projects, name), named(admin.identity.users, name)
    path = clouds_file(name)
    if project and os.path.exists(path):
        E["OS_CLIENT_CONFIG_FILE"] = path
        empty(openstack.connect(cloud=name, config=None), project.id)
    if project:
        delete_buckets(project.id)
    if user:
        admin.identity.delete_user(user)
    if project:
        for group in list(admin.network.security_groups(project_id=project.id)):
            admin.network.delete_security_group(group)
        admin.identity.delete_project(project)
    if os.path.exists(path):
        os.unlink(path)


if __name__ == "__main__":
    {"create": create, "delete": delete}[sys.argv[1]](openstack.connect(cloud="lab-admin"), sys.argv[2])
