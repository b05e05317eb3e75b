"""Security groups as nftables rules in the fabric.

Bridged frames pass the chains of the family inet too (br_netfilter), and the interface these see is the bridge:
the network. So a port is a bridge and an address, and the same address in two networks is two ports.
"""

import hashlib
import ipaddress

PROTOCOLS = {
    "ah": 51,
    "esp": 50,
    "gre": 47,
    "igmp": 2,
    "ipip": 4,
    "ospf": 89,
    "rsvp": 46,
    "vrrp": 112,
    "pgm": 113,
    "egp": 8,
}
NUMBERED = {"6": "tcp", "17": "udp", "1": "icmp", "any": None, "0": None}


def is_v4(address):
    return ":" not in address


def bridge_of(network):
    return "n-" + network[:11]


def port_addresses(port):
    return [f["ip_address"] for f in port["fixed_ips"] if is_v4(f["ip_address"])]


def allowed_pairs(port):
    return [pair for pair in port.get("allowed_address_pairs") or [] if is_v4(pair["ip_address"])]


def own_addresses(port):
    """What a port may send from, and is reached at."""
    return port_addresses(port) + [pair["ip_address"] for pair in allowed_pairs(port)]


def one_set(addresses):
    networks = ipaddress.collapse_addresses(ipaddress.ip_network(a, strict=False) for a in addresses)
    return "{ " + ", ".join(map(str, networks)) + " }"


def rule_match(rule, members):
    """One security group rule as an nftables match; None when it can match nothing (yet)."""
    if rule["ethertype"] != "IPv4" or rule.get("remote_address_group_id"):
        return None
    peer = "saddr" if rule["direction"] == "ingress" else "daddr"
    match = []
    if rule["remote_ip_prefix"]:
        match.append(f"ip {peer} {rule['remote_ip_prefix']}")
    if rule["remote_group_id"]:
        if not members.get(rule["remote_group_id"]):
            return None
        match.append(f"ip {peer} {one_set(members[rule['remote_group_id']])}")
    protocol = NUMBERED.get(rule["protocol"], rule["protocol"])
    low, high = rule["port_range_min"], rule["port_range_max"]
    if protocol == "icmp" and low is not None:
        match.append(f"icmp type {low}" + (f" icmp code {high}" if high is not None else ""))
    elif protocol in ("tcp", "udp", "sctp", "dccp", "udplite") and low is not None:
        match.append(f"{protocol} dport {low}-{high}")
    elif protocol:
        match.append(f"meta l4proto {PROTOCOLS.get(protocol, protocol)}")
    return " ".join(match)


class Filters:
    def __init__(self, ports, groups, live):
        """live: IDs of the devices that have a machine; the others' ports filter nothing."""
        self.groups = {group["id"]: group for group in groups}
        self.ports = [port for port in ports if port["device_id"] in live]
        self.members = {}
        for port in ports:
            for group in port["security_groups"]:
                self.members.setdefault(group, set()).update(own_addresses(port))

    def matches(self, group, direction):
        rules = self.groups.get(group, {}).get("security_group_rules", ())
        found = (rule_match(rule, self.members) for rule in rules if rule["direction"] == direction)
        return sorted(match for match in found if match is not None)

    def multicast(self, port):
        """What multicast may come in: it goes to many ports at once, so that is decided on the port's own link."""
        return sorted({match for group in port["security_groups"] for match in self.matches(group, "ingress")})

    def rules(self):
        """Lines inside of the fabric's table."""
        guarded = {}
        for port in self.ports:
            if port["port_security_enabled"]:
                for address in own_addresses(port):
                    if "/" not in address or address.endswith("/32"):
                        key = (port["network_id"], address.split("/")[0])
                        guarded.setdefault(key, set()).update(port["security_groups"])
        lines = []
        # An accept ends its own base chain only: egress is asked first, then ingress.
        for direction, interface, side, priority in (
            ("egress", "iifname", "saddr", -5),
            ("ingress", "oifname", "daddr", 0),
        ):
            for group in sorted({group for groups in guarded.values() for group in groups}):
                lines += [f"chain {direction}_{group} {{"]
                lines += [f"{match} accept" for match in self.matches(group, direction)] + ["}"]
            verdicts = []
            for (network, address), groups in sorted(guarded.items()):
                chain = f"{direction}_{network[:8]}_{address}"
                lines += [
                    f"chain {chain} {{",
                    *(f"jump {direction}_{group}" for group in sorted(groups)),
                    "counter drop",
                    "}",
                ]
                verdicts.append(f'"{bridge_of(network)}" . {address} : jump {chain}')
            lines += [f"chain {direction} {{", f"type filter hook forward priority {priority}; policy accept;"]
            lines += ["ct state established,related accept"]
            if verdicts:
                lines.append(f"{interface} . ip {side} vmap {{ {', '.join(verdicts)} }}")
            lines.append("}")
        return lines


def zone(network):
    """Connections of two networks with the same addresses are two, in zones of their own."""
    return 1 + int(hashlib.sha1(network.encode()).hexdigest(), 16) % 65535
