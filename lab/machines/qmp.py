"""What the hypervisor says to QEMU, in QEMU's own protocol."""

import json
import socket


def command(path, name, seconds=10):
    """Has QEMU do something; an OSError says that it cannot be reached."""
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(seconds)
        link.connect(path)
        with link.makefile("rw") as stream:
            answer(stream)  # its greeting
            for execute in ("qmp_capabilities", name):
                stream.write(json.dumps({"execute": execute}) + "\n")
                stream.flush()
                answer(stream)


def answer(stream):
    """The next answer, past what QEMU tells by itself."""
    while line := stream.readline():
        said = json.loads(line)
        if "event" not in said:
            if "error" in said:
                raise OSError(said["error"]["desc"])
            return said
    raise OSError("the connection was closed")
