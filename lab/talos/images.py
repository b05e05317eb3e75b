#!/usr/bin/env python3
"""The container images of the lab's Talos nodes: one layer each, made of the programs that the lab builds.

images.py build ROOT PROGRAMS REGISTRY KUBERNETES NEXT   writes blobs and manifests into the registry's folder
images.py push URL REGISTRY                              gives a running registry its manifests
"""

import gzip
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

import cilium
import layers

MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
CONFIG = "application/vnd.docker.container.image.v1+json"
LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip"


def tags_of_talos(programs):
    """The tag of each image that nodes of this Talos ask for by default, by its repository without the host."""
    listing = subprocess.run(
        [os.path.join(programs, "talosctl"), "image", "k8s-bundle"], capture_output=True, text=True, check=True
    ).stdout
    return dict(ref.split("/", 1)[1].rsplit(":", 1) for ref in listing.split())


def wanted(root, programs, version, next_version):
    """What each image holds: its files, whether it has a shell, what it runs."""

    def one(name, folder="/usr/local/bin/", program=None):
        return {folder + name: os.path.join(programs, program or name)}

    filters = layers.pack_filters(root)
    tags = tags_of_talos(programs)
    of_talos = {
        "etcd": (one("etcd"), True, "/usr/local/bin/etcd"),
        "pause": (one("pause", "/"), False, "/pause"),
        "coredns/coredns": (one("coredns", "/"), False, "/coredns"),
        "siderolabs/flannel": ({**filters, **one("flanneld", "/opt/bin/")}, True, "/opt/bin/flanneld"),
    }
    images = {
        **{f"{repository}:{tags[repository]}": image for repository, image in of_talos.items()},
        "library/busybox:1": ({}, True, "/bin/sh"),
        # Of the manifests that the program ships.
        "metrics-server/metrics-server:v0.9.0": (one("metrics-server", "/"), False, "/metrics-server"),
        "alex1989hu/kubelet-serving-cert-approver:0.11.0": (
            one("kubelet-serving-cert-approver", "/app/"),
            False,
            "/app/kubelet-serving-cert-approver",
        ),
        # Talos pulls it in an upgrade; what is installed then is the tag that it is asked for by.
        "lab/installer:1": ({}, True, "/bin/installer"),
    }
    for tag, suffix in ((version, ""), (next_version, "-" + next_version)):
        for name in ("kube-apiserver", "kube-controller-manager", "kube-scheduler"):
            images[f"{name}:{tag}"] = (one(name, program=name + suffix), False, "/usr/local/bin/" + name)
        kubelet, proxy = one("kubelet", program="kubelet" + suffix), one("kube-proxy", program="kube-proxy" + suffix)
        images[f"siderolabs/kubelet:{tag}"] = (kubelet, True, "/usr/local/bin/kubelet")
        images[f"kube-proxy:{tag}"] = ({**filters, **proxy}, True, "/usr/local/bin/kube-proxy")
    images.update(cilium.images(root, programs, os.environ["CILIUM_SOURCES"], os.environ["CILIUM_VERSION"]))
    trusts = {"/etc/ssl/certs/ca-certificates.crt": os.path.join(os.environ["AUTHORITY"], "bundle.crt")}
    helm = {**trusts, **one("helm", "/usr/bin/")}
    images["alpine/helm:" + os.environ["HELM_VERSION"]] = (helm, True, "/usr/bin/helm")
    authorities = {"/etc/ssl/certs/ca-certificates.crt": os.path.join(root, "etc/ssl/certs/ca-certificates.crt")}
    return {ref: ({**authorities, **files}, shell, run) for ref, (files, shell, run) in images.items()}


def blob(registry, data):
    digest = hashlib.sha256(data).hexdigest()
    path = os.path.join(registry, "blobs", "sha256", digest)
    if not os.path.exists(path):
        with open(path + ".new", "wb") as f:
            f.write(data)
        os.rename(path + ".new", path)
    return {"digest": "sha256:" + digest, "size": len(data)}


def build(root, programs, registry, version, next_version):
    busybox = layers.resolve(root, "/bin/busybox")
    this_program = [pathlib.Path(source).read_bytes() for source in (__file__, layers.__file__, cilium.__file__)]
    for ref, (files, shell, run) in wanted(root, programs, version, next_version).items():
        sources = [
            (target, os.path.getsize(source), os.path.getmtime(source)) for target, source in sorted(files.items())
        ]
        key = hashlib.sha256(repr((this_program, ref, shell, sources)).encode()).hexdigest()
        path = os.path.join(registry, "manifests", ref.replace("/", "%") + ".json")
        if key == load(path).get("key"):
            continue
        raw = layers.layer(files, busybox if shell else None)
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
