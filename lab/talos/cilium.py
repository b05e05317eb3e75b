"""What Cilium's images hold, from its module: operator and agent, with clang and the sources of the eBPF programs.

Envoy is no Go module. Its stand-in answers the DaemonSet's probes and nothing else, so policies on layer 7 do nothing.
"""

import os
import re

import layers

# Below bpf/, what the agent never compiles.
NOT_COMPILED = {"tests", "complexity-tests", "test-progs"}
ENVOY = re.compile(r'repository: "quay.io/(cilium/cilium-envoy)"\n\s*tag: "([^"]+)"')


def images(root, programs, module, tag):
    """As images.py wants them. Clang, ipset and bash are this machine's, the rest is of the nodes' root."""

    def built(folder, *names):
        return {f"{folder}/{name}": os.path.join(programs, name) for name in names}

    agent = {
        **layers.with_libraries("/", "/usr/bin/clang-19", "/usr/sbin/ipset", "/bin/bash"),
        **layers.pack_filters(root),
        **built(
            *("/usr/bin", "cilium-agent", "cilium-dbg", "cilium-health-responder", "cilium-mount", "cilium-sysctlfix")
        ),
        **built("/opt/cni/bin", "cilium-cni"),
        "/cni/loopback": layers.resolve(root, "/usr/lib/cni/loopback"),
        "/init-container.sh": f"{module}/images/cilium/init-container.sh",
        "/install-plugin.sh": f"{module}/plugins/cilium-cni/install-plugin.sh",
        "/cni-uninstall.sh": f"{module}/plugins/cilium-cni/cni-uninstall.sh",
        **sources(f"{module}/bpf", "/var/lib/cilium/bpf"),
    }
    agent["/usr/bin/clang"] = agent.pop("/usr/bin/clang-19")
    here = os.path.dirname(os.path.abspath(__file__))
    envoy = {"/usr/bin/cilium-envoy-starter": f"{here}/envoy-stand-in.sh"}
    return {
        f"cilium/cilium:{tag}": (agent, True, "/usr/bin/cilium-dbg"),
        f"cilium/operator-generic:{tag}": (
            *(built("/usr/bin", "cilium-operator-generic"), False, "/usr/bin/cilium-operator-generic"),
        ),
        ":".join(envoy_of(module)): (envoy, True, "/usr/bin/cilium-envoy-starter"),
    }


def sources(folder, target):
    files = {}
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in NOT_COMPILED]
        inside = os.path.join(target, os.path.relpath(path, folder))
        files.update({os.path.normpath(os.path.join(inside, name)): os.path.join(path, name) for name in names})
    return files


def envoy_of(module):
    """The repository and the tag that the chart names."""
    with open(f"{module}/install/kubernetes/cilium/values.yaml") as f:
        return ENVOY.search(f.read()).groups()
