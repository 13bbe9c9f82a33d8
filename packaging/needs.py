# SPDX-License-Identifier: MPL-2.0
"""Programs and libraries from outside Python that this project needs, and how a Debian system gets them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path


class SetupError(Exception):
    """Setting up cannot go on; the message says what to do."""


@dataclass(frozen=True)
class Need:
    """A Debian package, and the one sign that it, or its equal from elsewhere, is there."""

    package: str
    command: str = ""
    module: str = ""
    library: str = ""
    file: str = ""


_PYTHON = (Need("python3-venv", module="ensurepip"),)
WINDOW = (
    Need("libglib2.0-0", library="libglib-2.0.so.0"),
    Need("libegl1", library="libEGL.so.1"),
    Need("libgl1", library="libGL.so.1"),
    Need("libxkbcommon0", library="libxkbcommon.so.0"),
    Need("libdbus-1-3", library="libdbus-1.so.3"),
    Need("libfontconfig1", library="libfontconfig.so.1"),
    Need("libxkbcommon-x11-0", library="libxkbcommon-x11.so.0"),
    Need("libxcb-cursor0", library="libxcb-cursor.so.0"),
    Need("libxcb-icccm4", library="libxcb-icccm.so.4"),
    Need("libxcb-keysyms1", library="libxcb-keysyms.so.1"),
    Need("libxcb-shape0", library="libxcb-shape.so.0"),
)
"""What Qt's wheels expect of a Linux system: the first six for any window, the other five for X11."""

_VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
# What the installers are made with. Debian's own Python does without its library; a frozen program cannot.
_BUILDING = (
    *([Need(f"libpython{_VERSION}", library=f"libpython{_VERSION}.so.1.0")] if sys.base_prefix == "/usr" else []),
    Need("binutils", command="objdump"),
)
_TOOLS = (
    Need("libreoffice-writer-nogui", command="soffice"),
    # Opens our workbooks as a person would.
    Need("libreoffice-calc-nogui", file="/usr/lib/libreoffice/program/libsclo.so"),
    # By which tests edit in LibreOffice as a person would.
    Need("python3-uno", file="/usr/lib/python3/dist-packages/uno.py"),
    # LibreOffice sets Word's Arial in it: the same widths.
    Need("fonts-croscore", file="/usr/share/fonts/truetype/croscore/Arimo-Regular.ttf"),
    # As these for the Calibri and Cambria of people's own templates.
    Need("fonts-crosextra-carlito", file="/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf"),
    Need("fonts-crosextra-caladea", file="/usr/share/fonts/truetype/crosextra/Caladea-Regular.ttf"),
    # For veraPDF: our driver of it is compiled, so it takes the compiler too.
    Need("default-jdk-headless", command="javac"),
    Need("poppler-utils", command="pdftotext"),
    Need("qpdf", command="qpdf"),
    Need("xvfb", command="Xvfb"),
    Need("xauth", command="xauth"),
    # A window manager, and a hand on its keyboard and mouse.
    Need("openbox", command="openbox"),
    Need("xdotool", command="xdotool"),
)
# npm brings the validator of the Open XML SDK; Debian's brings hundreds of packages with it, so only CI asks for it.
_CI = (Need("npm", command="npm"),) if os.environ.get("CI") == "true" else ()
NEEDS = {
    "run": _PYTHON,
    "app": (*_PYTHON, *WINDOW),
    "test": (*_PYTHON, *WINDOW, *_TOOLS, *_CI),
    "build": (*_PYTHON, *WINDOW, *_BUILDING),
}


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
    """Return the Debian packages whose sign is not there, in order. Libraries are looked for on Linux only."""
    libraries = _libraries() if any(need.library for need in needs) else ""
    return [
        need.package
        for need in needs
        if (need.command and shutil.which(need.command) is None)
        or (need.module and find_spec(need.module) is None)
        or (need.file and not Path(need.file).exists())
        or (need.library and libraries and f"\t{need.library} " not in libraries)
    ]


def _libraries() -> str:
    """Return the loader's list of libraries; empty where there is no such list (macOS, Windows)."""
    ldconfig = shutil.which("ldconfig", path="/sbin:/usr/sbin:/bin:/usr/bin")
    if ldconfig is None:
        return ""
    return subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout


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
