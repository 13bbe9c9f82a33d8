# SPDX-License-Identifier: MPL-2.0
"""Proves ``make demo``, ``make test`` and ``make package`` on a bare Debian 12 with nothing but python3, git and make.

Builds a root with debootstrap below build/, clones the last commit into it, and runs the targets inside, the first two
twice (or those named on the command line). What ``package`` makes is then installed in a second root that has not even
Python: see fresh_install.py. Where packages come from is this machine's own setting, carried in at run time. Needs root
and debootstrap.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bare import Bare
from fresh_install import install_and_try

ROOT = Path(__file__).resolve().parents[1]
CLONE = "srv/evidencepack"
_TARGETS = ("demo", "demo", "test", "test", "package")


def main(targets: list[str]) -> int:
    """Build the root, run the targets inside and print how long each took."""
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        print("make fresh needs root and the package debootstrap", file=sys.stderr)
        return 1
    bare = Bare(ROOT / "build" / "fresh")
    bare.build("python3,git,make,ca-certificates")
    clone = bare.path / CLONE
    subprocess.run(["git", "clone", "--quiet", "--no-local", str(ROOT), str(clone)], check=True)
    for target in targets or _TARGETS:
        code = _made(bare, target) or (_tried(bare, clone) if target == "package" else 0)
        if code:
            return code
    bare.remove()
    return 0


def _made(bare: Bare, target: str) -> int:
    return _timed(f"make {target}", lambda: bare.run(f"cd /{CLONE} && make {target}"))


def _tried(bare: Bare, clone: Path) -> int:
    """Install the package that was made and use it; one that works is kept in build/packages."""
    package = next((clone / "build" / "packages").glob("*.deb"))
    worker = f"cd /{CLONE} && .venv/bin/python packaging/try_worker.py"
    code = _timed("the frozen program as a worker of the window", lambda: bare.run(worker)) or _timed(
        f"{package.name}, installed and tried", lambda: install_and_try(package)
    )
    if not code:
        kept = ROOT / "build" / "packages" / package.name
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package, kept)
    return code


def _timed(what: str, act: Callable[[], int]) -> int:
    started = time.monotonic()
    code = act()
    print(f"{what}: exit {code} after {time.monotonic() - started:.0f} seconds", flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
