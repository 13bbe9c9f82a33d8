# SPDX-License-Identifier: MPL-2.0
"""Makes the program as people install it: a folder that brings its own Python along, and on Debian a package of it.

`make package` runs it. What comes out is in build/packages; on Windows and macOS the folder, from which the workflow
makes the installers.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from app_icon import make_icons
from carried_licences import Stranger, add_licences
from deb import Package, build_deb

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "packaging" / "installer" / "evidencepack.spec"
WORK = ROOT / "build" / "freezing"
FROZEN = ROOT / "build" / "frozen"
PACKAGES = ROOT / "build" / "packages"
_MEGABYTE = 1_000_000
_GLIBC = re.compile(r"\bGLIBC_2\.(\d+)\b")


def main() -> int:
    """Freeze the program, put the licences beside it, and make the package; 1 if something came along unasked."""
    make_icons()
    freeze()
    folder = FROZEN / "evidencepack"
    if sys.platform == "linux":
        strip(folder)
    try:
        add_licences(folder, WORK / "sources.txt")
    except Stranger as stranger:
        print(stranger, file=sys.stderr)
        return 1
    _tell("The program in a folder", folder)
    if sys.platform == "linux" and shutil.which("dpkg-deb"):
        shutil.rmtree(PACKAGES, ignore_errors=True)
        _tell("The package for Debian and Ubuntu", build_deb(Package(folder, newest_glibc(folder)), PACKAGES))
    return 0


def freeze() -> None:
    """Let PyInstaller make the folder build/frozen/evidencepack; the same source gives the same bytes."""
    WORK.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", str(FROZEN), "--workpath", str(WORK), str(SPEC)),
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": last_change()}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def last_change() -> str:
    """Return the time of the last commit in seconds since 1970; that of the licence file where there is no git."""
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout.strip() or str(int((ROOT / "LICENSE").stat().st_mtime))


def strip(folder: Path) -> None:
    """Take out of every library what only debuggers read. Some wheels carry six times their code in it.

    Qt's libraries are stripped already, and those of Pillow and pikepdf were changed in a way that does not stand it.
    """
    libraries = [
        path
        for path in folder.rglob("*.so*")
        if not path.is_symlink() and not {"PySide6", "pikepdf.libs", "pillow.libs", "shiboken6"} & set(path.parts)
    ]
    subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)


def newest_glibc(folder: Path) -> int:
    """Return the newest version of the C library that anything in the folder asks for: 36 stands for 2.36."""
    programs = [path for path in folder.rglob("*") if ".so" in path.name or path.name == "evidencepack"]
    files = [str(path) for path in programs if path.is_file()]
    listed = subprocess.run(["objdump", "-T", *files], capture_output=True, text=True, check=False).stdout
    return max(int(found) for found in _GLIBC.findall(listed))


def _tell(what: str, path: Path) -> None:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file() and not file.is_symlink()]
    size = sum(file.stat().st_size for file in files) / _MEGABYTE
    print(f"{what}: {path.relative_to(ROOT)}, {size:.0f} MB")


if __name__ == "__main__":
    sys.exit(main())
