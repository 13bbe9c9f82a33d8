# SPDX-License-Identifier: MPL-2.0
"""Proves ``make demo`` and ``make test`` on a bare Debian 12 with nothing but python3, git and make.

Builds a root with debootstrap below build/, clones the last commit into it, and runs both commands inside, each twice
(or the targets named on the command line). Where packages come from is this machine's own setting, carried in at run
time. Needs root and debootstrap.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BARE = ROOT / "build" / "fresh"
CLONE = "srv/evidencepack"
# How this machine reaches its network; copied where they exist.
_CARRIED = ("etc/resolv.conf", "etc/hosts", "etc/pip.conf", "etc/ssl/certs/ca-certificates.crt")
_CARRIED_VARIABLES = ("PIP_CERT", "PIP_INDEX_URL", "PIP_DEFAULT_TIMEOUT", "SSL_CERT_FILE", "CI")
_TARGETS = ("demo", "demo", "test", "test")


def main(targets: list[str]) -> int:
    """Build the root, run the commands inside and print how long each took."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("make fresh needs root and the package debootstrap", file=sys.stderr)
        return 1
    shutil.rmtree(BARE, ignore_errors=True)
    BARE.mkdir(parents=True)
    _bootstrap()
    for name in _CARRIED:
        _carry(name)
    subprocess.run(["git", "clone", "--quiet", "--no-local", str(ROOT), str(BARE / CLONE)], check=True)
    for target in targets or _TARGETS:
        started = time.monotonic()
        code = _inside(f"cd /{CLONE} && make {target}")
        print(f"make {target}: exit {code} after {time.monotonic() - started:.0f} seconds", flush=True)
        if code:
            return code
    shutil.rmtree(BARE)
    return 0


def _bootstrap() -> None:
    command = [
        *("debootstrap", "--variant=minbase", "--include=python3,git,make,ca-certificates"),
        *("bookworm", str(BARE), _mirror()),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def _mirror() -> str:
    """Return the address this machine's own apt takes Debian 12 from."""
    command = ["apt-get", "indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in listing.splitlines() if line.startswith("bookworm "))


def _carry(name: str) -> None:
    source, target = Path("/") / name, BARE / name
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        shutil.copyfile(source, target)


def _inside(script: str) -> int:
    """Run a script in the bare root, in a mount namespace of its own so that nothing of it can stay mounted."""
    variables = {name: os.environ[name] for name in _CARRIED_VARIABLES if name in os.environ}
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LANG": "C.UTF-8", **variables}
    mounts = (
        f"mount -t proc proc {BARE}/proc && mount --rbind /dev {BARE}/dev && exec chroot {BARE} /bin/sh -c '{script}'"
    )
    command = ["unshare", "--mount", "--fork", "/bin/sh", "-c", mounts]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
