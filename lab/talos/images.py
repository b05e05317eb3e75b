#!/usr/bin/env python3
"""The container images of the lab's Talos nodes: one layer each, made of the programs that the lab builds.

images.py build ROOT PROGRAMS REGISTRY VERSION NEXT-VERSION   writes blobs and manifests into the registry's folder
images.py push URL REGISTRY                                   gives a running registry its manifests
"""

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import urllib.request

MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
CONFIG = "application/vnd.docker.container.image.v1+json"
LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"
SHELL = (
    *("sh", "mount", "umount", "ls", "cat", "cp", "mkdir", "sleep", "ps", "ip", "wget", "nc", "mv", "rm", "ln"),
    *("modprobe", "nslookup", "hostname", "nsenter", "httpd", "echo"),
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


def wanted(root, programs, version, next_version):
    """What each image holds: its files, whether it has a shell, what it runs."""

    def one(name, folder="/usr/local/bin/", program=None):
        return {folder + name: os.path.join(programs, program or name)}

    filters = pack_filters(root)
    images = {
        "etcd:v3.6.9": (one("etcd"), True, "/usr/local/bin/etcd"),
        "pause:3.10.1": (one("pause", "/"), False, "/pause"),
        "coredns/coredns:v1.14.2": (one("coredns", "/"), False, "/coredns"),
        "siderolabs/flannel:v0.28.4": ({**filters, **one("flanneld", "/opt/bin/")}, True, "/opt/bin/flanneld"),
        "library/busybox:1": ({}, True, "/bin/sh"),
        # Talos pulls it in an upgrade; what is installed then is the tag that it is asked for by.
        "lab/installer:1": ({}, True, "/bin/installer"),
    }
    for tag, suffix in ((version, ""), (next_version, "-" + next_version)):
        for name in ("kube-apiserver", "kube-controller-manager", "kube-scheduler"):
            images[f"{name}:{tag}"] = (one(name, program=name + suffix), False, "/usr/local/bin/" + name)
        kubelet, proxy = one("kubelet", program="kubelet" + suffix), one("kube-proxy", program="kube-proxy" + suffix)
        images[f"siderolabs/kubelet:{tag}"] = (kubelet, True, "/usr/local/bin/kubelet")
        images[f"kube-proxy:{tag}"] = ({**filters, **proxy}, True, "/usr/local/bin/kube-proxy")
    authorities = {"/etc/ssl/certs/ca-certificates.crt": os.path.join(root, "etc/ssl/certs/ca-certificates.crt")}
    return {ref: ({**files, **authorities}, shell, run) for ref, (files, shell, run) in images.items()}


def blob(registry, data):
    digest = hashlib.sha256(data).hexdigest()
    path = os.path.join(registry, "blobs", "sha256", digest)
    if not os.path.exists(path):
        with open(path + ".new", "wb") as f:
            f.write(data)
        os.rename(path + ".new", path)
    return {"digest": "sha256:" + digest, "size": len(data)}


def build(root, programs, registry, version, next_version):
    busybox = resolve(root, "/bin/busybox")
    with open(__file__, "rb") as f:
        this_program = hashlib.sha256(f.read()).hexdigest()
    for ref, (files, shell, run) in wanted(root, programs, version, next_version).items():
        sources = [
            (target, os.path.getsize(source), os.path.getmtime(source)) for target, source in sorted(files.items())
        ]
        key = hashlib.sha256(repr((this_program, ref, shell, sources)).encode()).hexdigest()
        path = os.path.join(registry, "manifests", ref.replace("/", "%") + ".json")
        if key == load(path).get("key"):
            continue
        raw = layer(files, busybox if shell else None)
        packed = blob(registry, gzip.compress(raw, 1, mtime=0))
        config = {
            "architecture": "amd64",
            "os": "linux",
            "config": {"Entrypoint": [run]},
            "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(raw).hexdigest()]},
        }
        manifest = {
            "schemaVersion": 2,
            "mediaType": MANIFEST,
            "config": {**blob(registry, json.dumps(config).encode()), "mediaType": CONFIG},
            "layers": [{**packed, "mediaType": LAYER}],
        }
        with open(path, "w") as f:
            json.dump({"key": key, "ref": ref, "manifest": manifest}, f)
        print(f"image {ref}: {packed['size'] >> 20} MiB compressed")


def load(path):
    try:
        with open(path) as f:
            return json.load(f)
    except FileNotFoundError:
        return {}


def push(url, registry):
    folder = os.path.join(registry, "manifests")
    for name in sorted(os.listdir(folder)):
        image = load(os.path.join(folder, name))
        repository, tag = image["ref"].rsplit(":", 1)
        body = json.dumps(image["manifest"]).encode()
        address = f"{url}/v2/{repository}/manifests/{tag}"
        request = urllib.request.Request(address, body, {"Content-Type": MANIFEST}, method="PUT")
        urllib.request.urlopen(request, timeout=20).read()


if __name__ == "__main__":
    {"build": build, "push": push}[sys.argv[1]](*sys.argv[2:])
