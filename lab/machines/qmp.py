"""What the hypervisor says to QEMU, in QEMU's own protocol."""

import json
import socket


def path(machine):
    """Where QEMU listens; a socket's path must be short."""
    return f"/run/{machine.namespace}.qmp"


def command(machine, name, **arguments):
    """Has QEMU do something; an OSError says that it cannot be reached, or will not."""
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(10)
        link.connect(path(machine))
        with link.makefile("rw") as stream:
            answer(stream)  # its greeting
            for execute, given in (("qmp_capabilities", {}), (name, arguments)):
                stream.write(json.dumps({"execute": execute, "arguments": given}) + "\n")
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
