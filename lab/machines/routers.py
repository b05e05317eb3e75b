"""Neutron's routers: a network namespace for each, with a link into each of its networks, as in Neutron's own agent.

Two routers know nothing of each other's networks, so their addresses may be the same.
"""

import os

from common import FABRIC, PREFIX, addresses_of, delete_namespace, ip, ip_json, make_namespace, nft
from fabric import services, short_hash
from filters import bridge_of, is_v4, one_set

FROM_OUTSIDE = "2"  # mark of what came in through the gateway


def namespace_of(router):
    return f"{PREFIX}-r-{router[:8]}"


class Router:
    """What a router ought to be, from the world as Neutron tells it."""

    def __init__(self, router, world, subnets, mtus):
        self.id, self.namespace = router["id"], namespace_of(router["id"])
        gateway = router["external_gateway_info"] or {}
        self.static = [(r["destination"], r["nexthop"]) for r in router["routes"] if is_v4(r["nexthop"])]
        self.links, self.inside, self.networks, self.outside, self.default = {}, [], set(), [], None
        for port in world["ports"]:
            if port["device_id"] != self.id or not port["device_owner"].startswith("network:router"):
                continue
            fixed = [f for f in port["fixed_ips"] if f["subnet_id"] in subnets]
            addresses = {f"{f['ip_address']}/{subnets[f['subnet_id']]['cidr'].split('/')[1]}" for f in fixed}
            is_gateway = port["device_owner"] == "network:router_gateway"
            if is_gateway:
                self.outside = [f["ip_address"] for f in fixed]
                self.default = next((subnets[f["subnet_id"]]["gateway_ip"] for f in fixed), None)
            else:
                self.networks.add(port["network_id"])
                self.inside += [subnets[f["subnet_id"]]["cidr"] for f in fixed]
            kind, bridge = "qg" if is_gateway else "qr", bridge_of(port["network_id"])
            name = f"{kind}-{port['id'][:11]}"
            self.links[name] = (bridge, port["mac_address"], mtus.get(bridge, 1500), addresses)
        floating = [f for f in world["fips"] if f["router_id"] == self.id]
        self.floating = {f["floating_ip_address"]: f["fixed_ip_address"] for f in floating if f["fixed_ip_address"]}
        self.forwards = [(f["floating_ip_address"], x) for f in floating for x in f.get("port_forwardings") or []]
        self.snat = self.outside[0] if self.outside and gateway.get("enable_snat", True) else None
        outer = next((name for name in self.links if name.startswith("qg-")), None)
        if outer:
            self.links[outer][3].update(f"{f['floating_ip_address']}/32" for f in floating)

    def key(self):
        links = sorted((name, *parts[:3], sorted(parts[3])) for name, parts in self.links.items())
        return (links, self.rules(), self.default, self.static)

    def rules(self):
        lines = ["table ip router", "delete table ip router", "table ip router {"]
        lines += ["chain marks {", "type filter hook prerouting priority mangle;"]
        lines += [f'iifname "qg-*" meta mark set {FROM_OUTSIDE}', "}"]
        lines += ["chain inward {", "type nat hook prerouting priority dstnat;"]
        for address, forward in self.forwards:
            to = f"{forward['internal_ip_address']}:{forward['internal_port']}"
            lines.append(f"ip daddr {address} {forward['protocol']} dport {forward['external_port']} dnat to {to}")
        lines += [f"ip daddr {outer} dnat to {fixed}" for outer, fixed in sorted(self.floating.items())]
        if self.inside:
            lines += [
                'iifname "qr-*" ' + line.replace("dnat ip to", "dnat to") for line in services(one_set(self.inside))
            ]
        lines += ["}", "chain outward {", "type nat hook postrouting priority srcnat;"]
        fixed_first = sorted((fixed, outer) for outer, fixed in self.floating.items())
        lines += [f'oifname "qg-*" ip saddr {fixed} snat to {outer}' for fixed, outer in fixed_first]
        if self.snat:
            lines.append(f'oifname "qg-*" snat to {self.snat}')
        # From one of the networks to a floating IP and back into one of them: the answer has to come by here.
        lines.append(f"meta mark {FROM_OUTSIDE} accept")
        lines += [f"ct status dnat ip saddr {fixed} snat to {outer}" for fixed, outer in fixed_first]
        if self.snat:
            lines.append(f"ct status dnat snat to {self.snat}")
        return [*lines, "}", "}"]

    def make(self):
        make_namespace(
            self.namespace,
            "net.ipv4.ip_forward=1",
            "net.ipv4.conf.all.rp_filter=0",
            "net.ipv6.conf.all.disable_ipv6=1",
        )
        have = addresses_of(ip_json("-n", self.namespace, "address", "show"))
        for name in set(have) - set(self.links) - {"lo"}:
            ip(self.namespace, f"link delete {name}")
        for name, (bridge, mac, mtu, addresses) in self.links.items():
            there = have.get(name, set())
            if name not in have:
                self.connect(name, bridge, mac, mtu)
            lines = [f"address add {a} dev {name}" for a in sorted(addresses - there, key=lambda a: a.endswith("/32"))]
            lines += [f"address delete {a} dev {name}" for a in there - addresses]
            ip(self.namespace, *lines)
        routes = [f"route replace {to} via {hop}" for to, hop in self.static]
        if self.default:
            routes.append(f"route replace default via {self.default}")
        ip(self.namespace, *routes)
        nft(self.namespace, self.rules())

    def connect(self, name, bridge, mac, mtu):
        outer = "r-" + name[3:]
        ip(
            FABRIC,
            f"link add {outer} mtu {mtu} type veth peer name {name} mtu {mtu} address {mac} netns {self.namespace}",
            f"link set {outer} master {bridge} up",
        )
        ip(self.namespace, f"link set {name} up")


class Routers:
    def __init__(self):
        self.made, self.age = {}, 0

    def apply(self, world, fabric):
        """Makes the routers; returns {namespace: networks} of those that exist now."""
        mtus = {bridge: mtu for bridge, (mtu, _) in fabric.bridges.items()}
        routers = [Router(r, world, fabric.subnets, mtus) for r in world["routers"]]
        routers = {r.namespace: r for r in routers if r.links}
        self.age += 1
        for namespace in existing() - set(routers):
            delete_namespace(namespace)
            self.made.pop(namespace, None)
        changed = False
        for namespace, router in routers.items():
            key = short_hash(router.key())
            if self.made.get(namespace) == key and self.age % 30:
                continue
            changed = changed or self.made.get(namespace) != key
            router.make()
            self.made[namespace] = key
        if changed:
            forget_neighbours(fabric, routers.values())
        return {namespace: router.networks for namespace, router in routers.items()}


def forget_neighbours(fabric, routers):
    """A floating IP may be another router's now; Neutron's agent would say so to all."""
    ip(FABRIC, *(f"neigh flush dev {bridge_of(network)}" for network in fabric.external))
    for router in routers:
        ip(router.namespace, *(f"neigh flush dev {name}" for name in router.links if name.startswith("qg-")))


def existing():
    names = os.listdir("/run/netns") if os.path.isdir("/run/netns") else []
    return {name for name in names if name.startswith(PREFIX + "-r-")}


def down():
    for namespace in existing():
        delete_namespace(namespace)
