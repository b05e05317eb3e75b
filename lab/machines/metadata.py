"""169.254.169.254: passes a server's question on to Nova's metadata service, and says whose it is, as Neutron's proxy.

There is one listener in each router's namespace, since an address says who asks only together with the network.
"""

import ctypes
import hashlib
import hmac
import os
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from common import METADATA_PORT, E

CLONE_NEWNET = 0x40000000
LIBC = ctypes.CDLL(None, use_errno=True)


def ask_nova(server, path):
    """Status and body of an answer of Nova's metadata service."""
    signature = hmac.new(E["PASSWORD"].encode(), server["id"].encode(), hashlib.sha256).hexdigest()
    headers = {
        "X-Instance-ID": server["id"],
        "X-Tenant-ID": server["tenant_id"],
        "X-Instance-ID-Signature": signature,
    }
    request = urllib.request.Request(f"http://127.0.0.1:{E['P_METADATA']}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def config_drive(server):
    """The files of a server's config drive."""
    files = {}
    for name in ("meta_data.json", "user_data", "network_data.json", "vendor_data.json"):
        status, data = ask_nova(server, "/openstack/latest/" + name)
        if status == 200:
            files[name] = data
        elif name == "meta_data.json":
            raise RuntimeError(f"Nova's metadata service answered {status}")
    return files


class Proxy:
    def __init__(self, namespace, who):
        """who: gives the server that has an address, or None."""

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802
                server = who(self.client_address[0])
                status, data = ask_nova(server, self.path) if server else (404, b"no such server\n")
                self.send_response(status)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        made = []

        def listen():
            # A thread may enter a namespace by itself; a socket stays where it was made.
            handle = os.open("/run/netns/" + namespace, os.O_RDONLY)
            try:
                if LIBC.setns(handle, CLONE_NEWNET) == 0:
                    made.append(ThreadingHTTPServer(("0.0.0.0", METADATA_PORT), Handler))
            finally:
                os.close(handle)

        maker = threading.Thread(target=listen)
        maker.start()
        maker.join()
        if not made:
            raise RuntimeError(f"no metadata service in {namespace}")
        self.server = made[0]
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Proxies:
    def __init__(self):
        self.running = {}

    def apply(self, namespaces, servers):
        """namespaces: {name: IDs of its networks}; servers: {(network, address): server}."""
        self.namespaces, self.servers = namespaces, servers
        for name in set(self.running) - set(namespaces):
            self.running.pop(name).close()
        for name in set(namespaces) - set(self.running):
            self.running[name] = Proxy(name, lambda address, name=name: self.who(name, address))

    def who(self, namespace, address):
        found = (self.servers.get((network, address)) for network in self.namespaces.get(namespace, ()))
        return next((server for server in found if server), None)
