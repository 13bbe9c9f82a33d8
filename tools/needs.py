# SPDX-License-Identifier: MPL-2.0
"""Programs and libraries from outside Python that this project needs, and how a Debian system gets them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec


class SetupError(Exception):
    """Setting up cannot go on; the message says what to do."""


@dataclass(frozen=True)
class Need:
    """A Debian package, and the sign that it (or its equal from elsewhere) is there: a command, or a module."""

    package: str
    command: str = ""
    module: str = ""


# Qt's own libraries on a bare Debian 12: the first six for any window, the next five for X11.
_QT = (
    *("libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
)
_PYTHON = (Need("python3-venv", module="ensurepip"),)
_WINDOW = tuple(Need(package) for package in _QT)
_TOOLS = (
    Need("libreoffice-writer-nogui", command="soffice"),
    Need("fonts-croscore"),
    Need("poppler-utils", command="pdftotext"),
    Need("qpdf", command="qpdf"),
    Need("xvfb", command="Xvfb"),
    Need("xauth", command="xauth"),
)
NEEDS = {"run": _PYTHON, "app": (*_PYTHON, *_WINDOW), "test": (*_PYTHON, *_WINDOW, *_TOOLS)}


def install_missing(room: str) -> None:
    """Print what is missing on this system and install it, unless NO_SYSTEM=1 is set.

    Raises:
        SetupError: something is missing and this script may not or cannot install it.
    """
    missing = missing_packages(NEEDS[room])
    if not missing:
        return
    print(f"System packages needed: {' '.join(missing)}", flush=True)
    if os.environ.get("NO_SYSTEM") == "1":
        print("NO_SYSTEM=1 is set, so they are not installed; what needs them will fail.", flush=True)
        return
    become = _way_to_root()
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
        if subprocess.run([*become, "apt-get", *command], env=environment, check=False).returncode:
            raise SetupError(f"apt-get {command[0]} failed (see above). Nothing else was done.")


def missing_packages(needs: Sequence[Need]) -> list[str]:
    """Return the Debian packages that are not there, in order. Without dpkg, libraries are taken to be there."""
    unsigned = [need.package for need in needs if not need.command and not need.module]
    installed = _installed(unsigned)
    return [
        need.package
        for need in needs
        if (need.command and shutil.which(need.command) is None)
        or (need.module and find_spec(need.module) is None)
        or (need.package in unsigned and need.package not in installed)
    ]


def _installed(packages: Sequence[str]) -> set[str]:
    if shutil.which("dpkg-query") is None:
        return set(packages)
    found = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *packages],
        capture_output=True,
        text=True,
        check=False,
    )
    return {line.split()[1] for line in found.stdout.splitlines() if line.startswith("installed ")}


def _way_to_root() -> list[str]:
    if shutil.which("apt-get") is None:
        raise SetupError(
            "This system has no apt-get. Install the packages above, or what your system calls them, by hand; "
            "then run the same command again."
        )
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        raise SetupError(
            "Installing them needs root, and there is no sudo. Ask whoever looks after this machine to run: "
            "apt-get install the packages above; then run the same command again."
        )
    return ["sudo"]
