# SPDX-License-Identifier: MPL-2.0
"""A bare Debian 12 in a folder, to try things in that must not lean on what this machine has."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

# How this machine reaches its network; copied where they exist.
_CARRIED = ("etc/resolv.conf", "etc/hosts", "etc/pip.conf", "etc/ssl/certs/ca-certificates.crt")
_CARRIED_VARIABLES = ("PIP_CERT", "PIP_INDEX_URL", "PIP_DEFAULT_TIMEOUT", "SSL_CERT_FILE", "CI")


class Bare:
    """A root of its own. ``build`` it before anything runs in it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def build(self, packages: str) -> None:
        """Make the root anew, with some packages, by their names with commas between."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        include = [f"--include={packages}"] if packages else []
        command = ["debootstrap", "--variant=minbase", *include, "bookworm", str(self.path), _mirror()]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for name in _CARRIED:
            self._carry(name)

    def run(self, script: str) -> int:
        """Run a script in the root and return its exit code.

        It gets a mount namespace of its own, so that nothing of it can stay mounted.
        """
        variables = {name: os.environ[name] for name in _CARRIED_VARIABLES if name in os.environ}
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", **variables}
        mounts = (
            f"mount -t proc proc {self.path}/proc && mount --rbind /dev {self.path}/dev && "
            f'exec chroot {self.path} /bin/sh -c "$1"'
        )
        command = ["unshare", "--mount", "--fork", "/bin/sh", "-c", mounts, "sh", script]
        return subprocess.run(command, env=environment, check=False).returncode

    def remove(self) -> None:
        """Take the root away."""
        shutil.rmtree(self.path)

    def _carry(self, name: str) -> None:
        source, target = Path("/") / name, self.path / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(source, target)


def _mirror() -> str:
    """Return the address this machine's own apt takes Debian 12 from."""
    command = ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in listing.splitlines() if line.startswith("bookworm "))
