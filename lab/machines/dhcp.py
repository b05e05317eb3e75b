#!/usr/bin/python3
"""Answers a virtual machine's questions by DHCP, as Neutron's agent does, on the taps of the machine alone.

dhcp.py LEASES      LEASES: JSON, {tap: {mac, address, prefix, gateway, routes, resolvers, mtu, hostname}}
"""

import ipaddress
import json
import select
import socket
import struct
import sys

SECONDS = 86400  # of a lease, as Neutron's default
MAGIC = b"\x63\x82\x53\x63"
DISCOVER, OFFER, REQUEST, ACK, NAK = 1, 2, 3, 5, 6
BOOTP_HEADER = struct.Struct("!BBBB4sHH4s4s4s4s16s64s128s4s")


def packed(address):
    return ipaddress.IPv4Address(address).packed


def route(destination, nexthop):
    """As option 121 has it: only the octets that count."""
    network = ipaddress.IPv4Network(destination)
    return bytes([network.prefixlen]) + network.network_address.packed[: (network.prefixlen + 7) // 8] + packed(nexthop)


def options(lease, kind):
    """The options of an answer, in bytes."""
    own = packed(lease["gateway"] or lease["address"])
    found = [(53, bytes([kind])), (54, own)]
    if kind != NAK:
        mask = ipaddress.IPv4Network(f"0.0.0.0/{lease['prefix']}").netmask.packed
        routes = list(lease["routes"])
        if lease["gateway"] and not any(destination == "0.0.0.0/0" for destination, _ in routes):
            routes.append(["0.0.0.0/0", lease["gateway"]])
        found += [(51, struct.pack("!I", SECONDS)), (1, mask), (26, struct.pack("!H", lease["mtu"]))]
        found += [(12, lease["hostname"].encode())]
        found += [(3, packed(lease["gateway"]))] if lease["gateway"] else []
        found += [(6, b"".join(map(packed, lease["resolvers"])))] if lease["resolvers"] else []
        found += [(121, b"".join(route(*r) for r in routes))] if lease["routes"] else []
    return b"".join(bytes([code, len(value)]) + value for code, value in found) + b"\xff"


def parse_options(data):
    found, at = {}, 0
    while at + 1 < len(data) and data[at] != 255:
        if data[at] == 0:
            at += 1
            continue
        found[data[at]] = data[at + 2 : at + 2 + data[at + 1]]
        at += 2 + data[at + 1]
    return found


def answer(lease, frame):
    """The frame that answers a frame, or None."""
    mac = bytes.fromhex(lease["mac"].replace(":", ""))
    if len(frame) < 42 or frame[12:14] != b"\x08\x00" or frame[23] != 17 or frame[6:12] != mac:
        return None
    start = 14 + (frame[14] & 15) * 4
    bootp = frame[start + 8 :]
    if frame[start + 2 : start + 4] != b"\x00\x43" or len(bootp) < BOOTP_HEADER.size:
        return None
    op, _, _, _, transaction, _, flags, current, *_, magic = BOOTP_HEADER.unpack(bootp[: BOOTP_HEADER.size])
    asked = parse_options(bootp[BOOTP_HEADER.size :])
    kind = {bytes([DISCOVER]): OFFER, bytes([REQUEST]): ACK}.get(asked.get(53))
    if op != 1 or magic != MAGIC or kind is None:
        return None
    address = packed(lease["address"])
    if kind == ACK and asked.get(50, current) != address:
        kind = NAK
    own = packed(lease["gateway"] or lease["address"])
    given = address if kind != NAK else bytes(4)
    body = BOOTP_HEADER.pack(2, 1, 6, 0, transaction, 0, flags, bytes(4), given, own, bytes(4), mac, b"", b"", MAGIC)
    body += options(lease, kind)
    datagram = struct.pack("!HHHH", 67, 68, 8 + len(body), 0) + body
    header = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(datagram), 0, 0, 64, 17, 0, own, b"\xff" * 4)
    header = header[:10] + struct.pack("!H", checksum(header)) + header[12:]
    return mac + b"\x0e\x00\x00\x00\x00\xfe" + b"\x08\x00" + header + datagram


def checksum(header):
    total = sum(struct.unpack(f"!{len(header) // 2}H", header))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def serve(wanted):
    taps = {}
    for name, lease in wanted.items():
        link = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0003))
        link.bind((name, 0))
        taps[link] = lease
    while True:
        for link in select.select(list(taps), [], [])[0]:
            frame, origin = link.recvfrom(65536)
            reply = answer(taps[link], frame) if origin[2] != socket.PACKET_OUTGOING else None
            if reply:
                link.send(reply)


if __name__ == "__main__":
    serve(json.loads(sys.argv[1]))
