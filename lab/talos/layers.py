"""What an image of the lab holds: files of a root file system with the libraries that they load, in one layer."""

import io
import os
import subprocess
import tarfile

SHELL = (
    *("sh", "mount", "umount", "ls", "cat", "cp", "mkdir", "sleep", "ps", "ip", "wget", "nc", "mv", "rm", "ln"),
    *("modprobe", "nslookup", "hostname", "nsenter", "httpd", "echo", "grep", "find", "basename"),
)
EXTENSIONS = "/usr/lib/x86_64-linux-gnu/xtables"


def resolve(root, path):
    """The file behind a path inside the root, whose links are followed inside it too, the absolute ones included."""
    for _ in range(20):
        full, parts = root, path.strip("/").split("/")
        for index, part in enumerate(parts):
            full = os.path.join(full, part)
            if os.path.islink(full):
                path = os.path.normpath(
                    os.path.join("/" + "/".join(parts[:index]), os.readlink(full), *parts[index + 1 :])
                )
                break
        else:
            return full
    raise RuntimeError(f"too many links at {path}")


def with_libraries(root, *programs):
    """The programs and the libraries that they load, as {path in the image: file}."""
    files = {}
    for program in programs:
        files[program] = resolve(root, program)
        listing = subprocess.run(["chroot", root, "ldd", program], capture_output=True, text=True, check=False).stdout
        for word in listing.split():
            if word.startswith("/"):
                files[word] = resolve(root, word)
    return files


def pack_filters(root):
    """What flannel and kube-proxy run: iptables on top of nftables."""
    names = [f"/usr/sbin/{name}{suffix}" for name in ("iptables", "ip6tables") for suffix in ("", "-save", "-restore")]
    files = with_libraries(root, *names, "/usr/sbin/nft")
    for name in os.listdir(root + EXTENSIONS):
        files[f"{EXTENSIONS}/{name}"] = os.path.join(root + EXTENSIONS, name)
    return files


class Layer:
    """A tar file in memory, the same bytes for the same files."""

    def __init__(self):
        self.raw = io.BytesIO()
        self.tar = tarfile.open(fileobj=self.raw, mode="w", format=tarfile.GNU_FORMAT)  # noqa: SIM115
        self.seen = set()

    def add(self, name, kind=tarfile.REGTYPE, data=b"", link="", mode=0o755):
        parent = os.path.dirname(name)
        if parent and parent not in self.seen:
            self.add(parent, tarfile.DIRTYPE, mode=0o1777 if parent == "tmp" else 0o755)
        self.seen.add(name)
        entry = tarfile.TarInfo(name)
        entry.type, entry.mode, entry.linkname, entry.size = kind, mode, link, len(data)
        self.tar.addfile(entry, io.BytesIO(data))

    def bytes(self):
        self.tar.close()
        return self.raw.getvalue()


def layer(files, shell):
    """A layer with these files, with a shell of busybox if one is given."""
    made = Layer()
    made.add("tmp", tarfile.DIRTYPE, mode=0o1777)
    for name in ("run", "usr/local/bin"):
        made.add(name, tarfile.DIRTYPE)
    made.add("var/run", tarfile.SYMTYPE, link="/run")
    made.add(
        "etc/passwd", data=b"root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534::/:/sbin/nologin\n", mode=0o644
    )
    made.add("etc/group", data=b"root:x:0:\nnobody:x:65534:\n", mode=0o644)
    for target, source in sorted(files.items()):
        with open(source, "rb") as f:
            made.add(target.lstrip("/"), data=f.read(), mode=0o644 if target.endswith(".crt") else 0o755)
    if shell:
        with open(shell, "rb") as f:
            made.add("bin/busybox", data=f.read())
        for applet in SHELL:
            made.add("bin/" + applet, tarfile.SYMTYPE, link="busybox")
    return made.bytes()
