"""Neutron's networks in one network namespace: a bridge for each, which ports (ports.py) and routers (routers.py) are
plugged into. What lies between the routers' gateways and this machine is routed here, as by a provider.
"""

import hashlib
import ipaddress

from common import (
    FABRIC,
    FABRIC_ADDRESS,
    METADATA_PORT,
    OPERATOR,
    PREFIX,
    addresses_of,
    ip,
    ip_json,
    make_namespace,
    nft,
    run,
    say_once,
    unsay,
)
from filters import Filters, bridge_of, is_v4, one_set, zone

UPLINK = PREFIX + "-up"  # this machine's end of the link to the fabric


def resolver_addresses():
    with open("/etc/resolv.conf") as f:
        lines = [line.split() for line in f if line.startswith("nameserver")]
    return [line[1] for line in lines if is_v4(line[1])]


class Fabric:
    def __init__(self):
        self.subnets, self.bridges, self.external, self.state, self.age = {}, {}, set(), None, 0
        self.filters = Filters([], [], set())

    def up(self):
        make_namespace(
            FABRIC,
            "net.ipv4.ip_forward=1",
            "net.ipv4.conf.all.rp_filter=0",
            "net.bridge.bridge-nf-call-iptables=1",
            "net.bridge.bridge-nf-call-ip6tables=1",
            "net.ipv6.conf.all.disable_ipv6=1",
        )
        if not ip_json("link", "show", "dev", UPLINK):
            run("ip", "link", "add", UPLINK, "type", "veth", "peer", "name", "uplink", "netns", FABRIC)
        run("ip", "address", "replace", OPERATOR + "/30", "dev", UPLINK)
        run("ip", "link", "set", UPLINK, "up")
        ip(
            FABRIC,
            "link set uplink up",
            f"address replace {FABRIC_ADDRESS}/30 dev uplink",
            f"route replace default via {OPERATOR}",
        )

    # ---- what ought to exist

    def plan(self, world, live):
        """live: IDs of the devices that have a machine."""
        networks = {network["id"]: network for network in world["networks"]}
        ports = world["ports"]
        self.subnets = {s["id"]: s for s in world["subnets"] if s["ip_version"] == 4}
        for subnet in world["subnets"]:
            if subnet["ip_version"] != 4:
                say_once(subnet["id"], f"subnet {subnet['name'] or subnet['id']} {subnet['cidr']}: IPv6 is not carried")
        used = {
            p["network_id"] for p in ports if p["device_id"] in live or p["device_owner"].startswith("network:router")
        }
        self.external = {n for n in networks if networks[n]["router:external"]}
        self.bridges = {bridge_of(n): (networks[n]["mtu"], set()) for n in used | self.external if n in networks}
        self.routes = set()
        for subnet in self.subnets.values():
            if subnet["network_id"] in self.external and subnet["gateway_ip"] and self.is_free(subnet):
                length = subnet["cidr"].split("/")[1]
                self.bridges[bridge_of(subnet["network_id"])][1].add(f"{subnet['gateway_ip']}/{length}")
                self.routes.add(subnet["cidr"])
        self.filters = Filters(ports, world["groups"], live)

    def is_free(self, subnet):
        """External networks are reached from this machine, so their addresses must not be in use here."""
        network = ipaddress.ip_network(subnet["cidr"])
        taken = [r["dst"] for r in ip_json("-4", "route", "show") if r["dst"] != "default" and r.get("dev") != UPLINK]
        clash = [t for t in taken + resolver_addresses() if ipaddress.ip_network(t).overlaps(network)]
        if clash:
            say_once(subnet["id"], f"REFUSED external subnet {subnet['cidr']}: this machine uses {clash[0]}")
            return False
        unsay(subnet["id"])
        return True

    def ruleset(self):
        external = ", ".join(f'"{bridge_of(n)}"' for n in sorted(self.external))
        inner = sorted(set(self.bridges) - {bridge_of(n) for n in self.external})
        zones = {bridge_of(n): zone(n) for n in {s["network_id"] for s in self.subnets.values()}}
        lines = ["table inet lab", "delete table inet lab", "table inet lab {", *self.filters.rules()]
        lines += ["chain zones {", "type filter hook prerouting priority raw;"]
        if inner:
            pairs = ", ".join(f'"{b}" : {zones.get(b, 1)}' for b in inner)
            lines.append(f"ct zone set iifname map {{ {pairs} }}")
        # Only routers lead out of a network.
        lines += [
            "}",
            "chain networks {",
            "type filter hook forward priority -10; policy drop;",
            "meta nfproto ipv6 drop",
        ]
        if inner:
            pairs = ", ".join(f'"{b}" . "{b}"' for b in inner)
            lines.append(f"iifname . oifname {{ {pairs} }} accept")
        if external:
            lines += [f'iifname {{ "uplink", {external} }} oifname {{ "uplink", {external} }} accept']
        lines += ["}", "chain services {", "type nat hook prerouting priority dstnat;"]
        if external:
            inside = one_set([*self.routes, FABRIC_ADDRESS, OPERATOR])
            lines += [f"iifname {{ {external} }} {line}" for line in services(inside)]
        return [*lines, "}", "}"]

    # ---- making it so

    def apply(self, world, live):
        self.plan(world, live)
        rules = self.ruleset()
        state = (rules, sorted((b, m, sorted(a)) for b, (m, a) in self.bridges.items()), sorted(self.routes))
        self.age += 1
        # Every half a minute all the same, in case somebody else has touched it.
        if state == self.state and self.age % 30:
            return
        self.make_bridges()
        nft(FABRIC, rules)
        self.make_routes()
        self.state = state

    def make_bridges(self):
        have = addresses_of(ip_json("-n", FABRIC, "address", "show"))
        lines = [f"link delete {b}" for b in have if b.startswith("n-") and b not in self.bridges]
        for bridge, (mtu, addresses) in self.bridges.items():
            if bridge not in have:
                lines += [
                    f"link add {bridge} mtu {mtu} type bridge stp_state 0 forward_delay 0",
                    f"link set {bridge} up",
                ]
            there = have.get(bridge, set())
            lines += [f"address add {a} dev {bridge}" for a in addresses - there]
            lines += [f"address delete {a} dev {bridge}" for a in there - addresses]
        ip(FABRIC, *lines)

    def make_routes(self):
        have = {r["dst"] for r in ip_json("-4", "route", "show", "dev", UPLINK) if r.get("protocol") != "kernel"}
        for cidr in self.routes - have:
            run("ip", "route", "replace", cidr, "via", FABRIC_ADDRESS, "dev", UPLINK, "src", OPERATOR)
        for cidr in have - self.routes:
            run("ip", "route", "delete", cidr, "dev", UPLINK, may_fail=True)


def short_hash(*parts):
    return hashlib.sha1(repr(parts).encode()).hexdigest()[:10]


def services(inside):
    """Whatever resolver a subnet names is the lab's; and Nova's metadata service."""
    return [
        f"ip daddr != {inside} meta l4proto {{ tcp, udp }} th dport 53 dnat ip to {OPERATOR}",
        f"ip daddr 169.254.169.254 tcp dport 80 redirect to :{METADATA_PORT}",
    ]
