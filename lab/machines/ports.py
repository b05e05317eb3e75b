"""Ports: a veth from a network's bridge into a machine's namespace, guarded on the fabric's side, where the machine
cannot touch it.
"""

from common import FABRIC, ip, nft, run
from fabric import short_hash
from filters import allowed_pairs, bridge_of, is_v4, one_set, own_addresses, port_addresses


def plug_all(fabric, namespace, ports, links):
    """Makes the namespace's interfaces those of the ports, in order; links: the fabric's links by name."""
    want = {"p-" + port["id"][:11]: port for port in ports}
    # An alias says what a link was made of: namespace, interface, wiring, guard.
    mine = {
        n: link["ifalias"].split() for n, link in links.items() if link.get("ifalias", "").startswith(namespace + " ")
    }
    for name in list(mine):
        if name not in want or mine[name][2] != wiring(want[name]):
            run("ip", "-n", FABRIC, "link", "delete", name, may_fail=True)
            del mine[name]
    for name, port in want.items():
        if name not in mine:
            index = min(set(range(99)) - {int(parts[1][3:]) for parts in mine.values()})
            plug(fabric, namespace, name, index, port)
            mine[name] = [namespace, f"eth{index}"]
        elif mine[name][3] != guard_key(fabric, port):
            guard(fabric, namespace, name, mine[name][1], port)


def plug(fabric, namespace, name, index, port):
    addresses = [
        (f["ip_address"], fabric.subnets.get(f["subnet_id"])) for f in port["fixed_ips"] if is_v4(f["ip_address"])
    ]
    bridge = bridge_of(port["network_id"])
    if not addresses or not all(subnet for _, subnet in addresses) or bridge not in fabric.bridges:
        raise RuntimeError(f"port {port['id']}: it has no IPv4 address, or its network is gone")
    interface, mtu = f"eth{index}", fabric.bridges[bridge][0]
    run("ip", "-n", FABRIC, "link", "delete", name, may_fail=True)
    peer = f"peer name {interface} mtu {mtu} address {port['mac_address']} netns {namespace}"
    ip(FABRIC, f"link add {name} mtu {mtu} type veth {peer}")
    guard(fabric, namespace, name, interface, port)
    ip(FABRIC, f"link set {name} master {bridge} up")
    lines = [f"address add {a}/{s['cidr'].split('/')[1]} dev {interface}" for a, s in addresses]
    lines.append(f"link set {interface} up")
    for _, subnet in addresses:
        if subnet["gateway_ip"]:
            metric = f" metric {100 * index}" if index else ""
            lines.append(f"route replace default via {subnet['gateway_ip']} dev {interface}{metric}")
        for route in subnet["host_routes"]:
            if is_v4(route["nexthop"]):
                lines.append(f"route replace {route['destination']} via {route['nexthop']} dev {interface}")
    ip(namespace, *lines)


def guard_key(fabric, port):
    pairs = sorted(map(str, allowed_pairs(port)))
    return short_hash(port["port_security_enabled"], pairs, fabric.filters.multicast(port))


def guard(fabric, namespace, name, interface, port):
    """Only the port's own and its allowed addresses may leave the machine, and only allowed multicast enters it."""
    table = f"table netdev {name.replace('-', '_')}"
    lines = [table, "delete " + table]
    if port["port_security_enabled"]:
        own = own_addresses(port)
        macs = {port["mac_address"]} | {pair["mac_address"] for pair in allowed_pairs(port)}
        lines += [table + " {", "chain in {", f'type filter hook ingress device "{name}" priority 0;']
        lines += [
            f"ether saddr != {{ {', '.join(sorted(macs))} }} counter drop",
            f"ip saddr != {one_set(own)} counter drop",
        ]
        lines += [f"arp saddr ip != {one_set([*own, '0.0.0.0/32'])} counter drop", "ether type ip6 drop", "}"]
        lines += ["chain out {", f'type filter hook egress device "{name}" priority 0;']
        lines += [f"ip daddr 224.0.0.0/4 {match} accept" for match in fabric.filters.multicast(port)]
        lines += ["ip daddr 224.0.0.0/4 counter drop", "}", "}"]
    nft(FABRIC, lines)
    alias = f"{namespace} {interface} {wiring(port)} {guard_key(fabric, port)}"
    run("ip", "-n", FABRIC, "link", "set", name, "alias", alias)


def wiring(port):
    return short_hash(port["mac_address"], sorted(port_addresses(port)), port["network_id"])
