"""What Nova and Neutron say exists."""

import openstack

MICROVERSION = "2.90"
LISTS = {
    "ports": ("/ports", "ports"),
    "networks": ("/networks", "networks"),
    "subnets": ("/subnets", "subnets"),
    "routers": ("/routers", "routers"),
    "groups": ("/security-groups", "security_groups"),
    "fips": ("/floatingips", "floatingips"),
}
# "none": a server without a machine behind it.
KINDS = ("linux", "talos", "talosvm", "none")


class Cloud:
    def __init__(self):
        self.api = openstack.connect(cloud="lab-admin")
        self.images = {}

    def observe(self):
        world = {"servers": self.servers()}
        for name, (path, key) in LISTS.items():
            answer = self.api.network.get(path)
            answer.raise_for_status()
            world[name] = answer.json()[key]
        return world

    def servers(self):
        found, first = [], "/servers/detail?all_tenants=1&limit=1000"
        url = first
        while url:
            answer = self.api.compute.get(url, microversion=MICROVERSION)
            answer.raise_for_status()
            page = answer.json()
            found += page["servers"]
            url = f"{first}&marker={found[-1]['id']}" if page.get("servers_links") else None
        return found

    def actions(self, server):
        """What was done to a server, latest first."""
        path = f"/servers/{server['id']}/os-instance-actions"
        return self.api.compute.get(path, microversion=MICROVERSION).json().get("instanceActions", [])

    def stop(self, server):
        self.api.compute.post(f"/servers/{server['id']}/action", json={"os-stop": None})

    def kind(self, server):
        """lab_machine of the server's metadata or of its image's properties, else by the image's name."""
        properties = self.image_properties(server)
        name = properties.get("name") or properties.get("image_name") or ""
        by_name = "talos" if name.startswith("talos") else "none" if name == "amphora" else "linux"
        kind = server["metadata"].get("lab_machine") or properties.get("lab_machine") or by_name
        return kind if kind in KINDS else "linux"

    def image_properties(self, server):
        """Properties of the image that a server, or its boot volume, was made of."""
        try:
            if server["image"]:
                image = server["image"]["id"]
                if image not in self.images:
                    self.images[image] = self.api.image.get("/images/" + image).json()
                return self.images[image]
            volumes = server["os-extended-volumes:volumes_attached"]
            if volumes:
                volume = self.api.block_storage.get("/volumes/" + volumes[0]["id"]).json()["volume"]
                return volume.get("volume_image_metadata") or {}
        except (KeyError, ValueError):
            pass
        return {}

    def hardware(self, server):
        """What a virtual machine of the server is made of."""
        attached = [self.volume(volume["id"]) for volume in server["os-extended-volumes:volumes_attached"]]
        flavor = server["flavor"]
        return {
            "memory": flavor["ram"],
            "disk": flavor["disk"],
            "image": server["image"]["id"] if server["image"] else None,
            "volumes": sorted(attached, key=lambda volume: volume["device"]),
            "config_drive": bool(server["config_drive"]),
        }

    def volume(self, uuid):
        volume = self.api.block_storage.get("/volumes/" + uuid).json()["volume"]
        return {
            "id": uuid,
            "size": volume["size"],
            "image": (volume.get("volume_image_metadata") or {}).get("image_id"),
            "device": next((a["device"] for a in volume["attachments"]), ""),
        }

    def volumes(self):
        """IDs of all volumes."""
        answer = self.api.block_storage.get("/volumes?all_tenants=1")
        answer.raise_for_status()
        return {volume["id"] for volume in answer.json()["volumes"]}
