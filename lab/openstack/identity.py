#!/usr/bin/python3
"""The catalogue, the services' users and the demo project in Keystone. What is there already is left alone."""

import os

from keystoneauth1 import session
from keystoneauth1.identity import v3
from keystoneclient.v3 import client

E = os.environ
DOMAIN = "default"
INTERFACES = ("public", "internal", "admin")


def at(port):
    return "http://127.0.0.1:" + E[port]


# user: (name, type, URL)...
SERVICES = {
    "glance": [("glance", "image", at("P_GLANCE"))],
    "placement": [("placement", "placement", at("P_PLACEMENT"))],
    "nova": [("nova", "compute", at("P_NOVA") + "/v2.1")],
    "neutron": [("neutron", "network", at("P_NEUTRON"))],
    "designate": [("designate", "dns", at("P_DESIGNATE"))],
    "cinder": [
        ("cinderv3", "volumev3", at("P_CINDER") + "/v3/%(project_id)s"),
        ("cinder", "block-storage", at("P_CINDER") + "/v3/%(project_id)s"),
    ],
    "octavia": [("octavia", "load-balancer", at("P_OCTAVIA"))],
    "ceph": [("s3", "s3", at("P_RGW"))],
}


class Identity:
    def __init__(self):
        admin = v3.Password(
            auth_url=E["AUTH_URL"],
            username="admin",
            password=E["PASSWORD"],
            project_name="admin",
            user_domain_name="Default",
            project_domain_name="Default",
        )
        self.keystone = client.Client(session=session.Session(auth=admin), region_name=E["REGION"], interface="public")
        self.roles = {role.name: role for role in self.keystone.roles.list()}
        self.projects = {project.name: project for project in self.keystone.projects.list(domain=DOMAIN)}
        self.users = {user.name: user for user in self.keystone.users.list(domain=DOMAIN)}
        self.grants = {
            (grant.user["id"], grant.scope["project"]["id"], grant.role["id"])
            for grant in self.keystone.role_assignments.list()
            if hasattr(grant, "user") and "project" in grant.scope
        }

    def role(self, name):
        if name not in self.roles:
            self.roles[name] = self.keystone.roles.create(name)
        return self.roles[name]

    def project(self, name):
        if name not in self.projects:
            self.projects[name] = self.keystone.projects.create(name, domain=DOMAIN)
        return self.projects[name]

    def user(self, name, project, *roles):
        target = self.project(project)
        if name not in self.users:
            self.users[name] = self.keystone.users.create(
                name, domain=DOMAIN, password=E["PASSWORD"], default_project=target
            )
        user = self.users[name]
        for role in map(self.role, roles):
            if (user.id, target.id, role.id) not in self.grants:
                self.keystone.roles.grant(role, user=user, project=target)

    def catalogue(self):
        known = {service.type: service for service in self.keystone.services.list()}
        endpoints = {(e.service_id, e.interface): e for e in self.keystone.endpoints.list()}
        for name, kind, url in (item for items in SERVICES.values() for item in items):
            service = known.get(kind) or self.keystone.services.create(name, type=kind)
            for interface in INTERFACES:
                endpoint = endpoints.get((service.id, interface))
                if endpoint is None:
                    self.keystone.endpoints.create(service, url, interface=interface, region=E["REGION"])
                elif endpoint.url != url:
                    self.keystone.endpoints.update(endpoint, url=url)


if __name__ == "__main__":
    identity = Identity()
    for name in SERVICES:
        identity.user(name, "service", "admin", "service")
    identity.user("demo", "demo", "member", "reader", "load-balancer_member", "creator")
    identity.user("admin", "admin", "load-balancer_admin")
    identity.catalogue()
    with open(os.path.join(E["RUN"], "service_project_id"), "w") as f:
        f.write(identity.project("service").id)
