#!/usr/bin/env python3
"""Has Talos's own imager make what Image Factory makes of a schematic.

imager.py disk SCHEMATIC BOOT FOLDER                  FOLDER/openstack-amd64.raw
imager.py installer SCHEMATIC BOOT FOLDER BASE-IMAGE  FOLDER/installer-amd64.tar, of a base image in a registry

BOOT has vmlinuz and initramfs. The settings of the lab are in the environment.
"""

import io
import json
import os
import struct
import subprocess
import sys
import tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
# Without what an emulated processor would spend its time on: Talos wants to see pti=on, and the kernel obeys the last.
# The kernel of Talos panics on an oops by itself.
KERNEL_ARGUMENTS = (
    *("console=ttyS0", "oops=panic", "pti=off", "mitigations=off", "init_on_alloc=0"),
    *("talos.dashboard.disabled=1", "talos.auditd.disabled=1"),
)
STUB = "/usr/lib/systemd/boot/efi/linuxx64.efi.stub"
BOOT_MANAGER = "/usr/lib/systemd/boot/efi/systemd-bootx64.efi"
DISK_BYTES = 1246 << 20  # as of Image Factory; the disk of a flavor is larger


def schematic_extension(path, schematic):
    """The extension without content by which a machine says of which schematic its image is."""
    manifest = {
        "version": "v1alpha1",
        "metadata": {
            "name": "schematic",
            "version": schematic,
            "author": "Image Factory",
            "description": "Virtual extension which specifies the schematic of the image built with Image Factory.",
            "compatibility": {"talos": {"version": ">= 1.0.0"}},
        },
    }
    with tarfile.open(path, "w") as tar:
        for name in ("rootfs", "rootfs/usr", "rootfs/usr/local", "rootfs/usr/local/share"):
            folder = tarfile.TarInfo(name)
            folder.type, folder.mode = tarfile.DIRTYPE, 0o755
            tar.addfile(folder)
        # JSON is YAML.
        for name, data in (
            ("manifest.yaml", json.dumps(manifest).encode()),
            ("rootfs/usr/local/share/schematic", schematic.encode() + b"\n"),
        ):
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(data), 0o644
            tar.addfile(entry, io.BytesIO(data))


def stub_without_symbols(path):
    """Talos's assembler of UKIs refuses the table of symbols that Debian 12's stub has."""
    with open(STUB, "rb") as f:
        data = bytearray(f.read())
    header = struct.unpack_from("<I", data, 0x3C)[0]
    if data[header : header + 4] != b"PE\0\0":
        raise SystemExit(f"error: {STUB} is no PE file")
    struct.pack_into("<II", data, header + 12, 0, 0)  # where the table is, and how many symbols it has
    with open(path, "wb") as f:
        f.write(data)


def profile(kind, boot, folder, base):
    output = {"kind": "image" if kind == "disk" else "installer", "outFormat": "raw"}
    sources = {
        "kernel": {"path": os.path.join(boot, "vmlinuz")},
        "initramfs": {"path": os.path.join(boot, "initramfs")},
        "sdStub": {"path": os.path.join(folder, "stub.efi")},
        "sdBoot": {"path": BOOT_MANAGER},
        "systemExtensions": [{"tarballPath": os.path.join(folder, "schematic.tar")}],
    }
    if kind == "disk":
        # The machines have a BIOS; a second boot loader would double the bytes.
        output["imageOptions"] = {"diskSize": DISK_BYTES, "diskFormat": "raw", "bootloader": "grub"}
    else:
        sources["baseInstaller"] = {"imageRef": base, "forceInsecure": True}
    return {
        "arch": "amd64",
        "platform": "openstack",
        "secureboot": False,
        "version": os.environ["TALOS_VERSION"],
        "customization": {"extraKernelArgs": list(KERNEL_ARGUMENTS)},
        "input": sources,
        "output": output,
    }


def main(kind, schematic, boot, folder, base=None):
    os.makedirs(folder, exist_ok=True)
    schematic_extension(os.path.join(folder, "schematic.tar"), schematic)
    stub_without_symbols(os.path.join(folder, "stub.efi"))
    imager = [os.path.join(os.environ["CACHE"], "bin", "imager"), "-", "--output", folder]
    text = json.dumps(profile(kind, boot, folder, base))
    environment = {**os.environ, "PATH": os.path.join(HERE, "stand-ins") + ":" + os.environ["PATH"]}
    done = subprocess.run(["nice", *imager], input=text, text=True, capture_output=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"error: the imager failed: {(done.stderr or done.stdout).strip()[-1000:]}")
    for name in ("schematic.tar", "stub.efi"):
        os.unlink(os.path.join(folder, name))


if __name__ == "__main__":
    main(*sys.argv[1:])
