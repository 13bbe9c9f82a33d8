# SPDX-License-Identifier: MPL-2.0
"""Makes the Debian package of the frozen program: where each file goes, and what the system has to bring."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from app_icon import ICONS, SIZES, SOURCE
from man_page import man_page
from needs import WINDOW

ROOT = Path(__file__).resolve().parents[1]
INSTALLER = ROOT / "packaging" / "installer"

DEPENDS = tuple(need.package for need in WINDOW)
"""What the window is drawn with: libraries of the system, by the names that Debian 12, 13 and Ubuntu 24.04 know."""

_RECOMMENDS = ("libcups2", "xdg-utils")
_CONTROL = """Package: evidencepack
Version: {version}
Architecture: {architecture}
Maintainer: the evidencepack contributors <evidencepack@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: {recommends}
Section: text
Priority: optional
Description: partnership evidence packs for care tenders
 Guided questions about who does what, who answers when, who sees which data
 and who takes over when something fails become memoranda, matrices, letters
 and plans, bound into one evidence pack as PDF and Word.
 .
 It works without a network: no account, no server, no telemetry.
"""


@dataclass(frozen=True)
class Package:
    """The frozen program, and the newest C library that it asks for (36 stands for 2.36)."""

    folder: Path
    glibc: int


def build_deb(package: Package, target: Path) -> Path:
    """Build the package below a folder and return its file."""
    version, architecture = own_version(), _architecture()
    tree = target / "tree"
    lay_out(package.folder, tree)
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(package, tree, version, architecture), encoding="utf-8")
    file = target / f"evidencepack_{version}_{architecture}.deb"
    command = ["dpkg-deb", "-Zxz", "--root-owner-group", "--build", str(tree), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(tree)
    return file


def lay_out(folder: Path, tree: Path) -> None:
    """Put every file of the package where it will be on the system."""
    shutil.copytree(folder, tree / "usr/lib/evidencepack", symlinks=True)
    binary = tree / "usr/bin/evidencepack"
    binary.parent.mkdir(parents=True)
    binary.symlink_to("../lib/evidencepack/evidencepack")
    _copy(INSTALLER / "evidencepack.desktop", tree / "usr/share/applications/evidencepack.desktop")
    _copy(INSTALLER / "evidencepack.xml", tree / "usr/share/mime/packages/evidencepack.xml")
    icons = tree / "usr/share/icons/hicolor"
    for size in SIZES:
        _copy(ICONS / f"{size}.png", icons / f"{size}x{size}" / "apps" / "evidencepack.png")
    _copy(SOURCE, icons / "scalable/apps/evidencepack.svg")
    manual = tree / "usr/share/man/man1/evidencepack.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(man_page(own_version()).encode(), mtime=0))
    papers = tree / "usr/share/doc/evidencepack"
    _copy(ROOT / "LICENSE", papers / "copyright")
    (papers / "licences").symlink_to("../../../lib/evidencepack/licences")
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def own_version() -> str:
    """Return the version in pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def _control(package: Package, tree: Path, version: str, architecture: str) -> str:
    size = sum(path.stat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    return _CONTROL.format(
        version=version,
        architecture=architecture,
        kilobytes=size // 1024,
        depends=", ".join((f"libc6 (>= 2.{package.glibc})", *DEPENDS)),
        recommends=", ".join(_RECOMMENDS),
    )


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
