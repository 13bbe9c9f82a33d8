# SPDX-License-Identifier: MPL-2.0
"""Brings the fonts that a SOURCES.toml names out of their packages: those of documents, and those of the window.

The packages, Debian's and npm's, are downloaded and unpacked below build/, not installed. A file whose bytes are not
the expected ones is refused and the old one is kept.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "resources" / "fonts", ROOT / "resources" / "fonts-ui")
WORK = ROOT / "build" / "fonts"


def main() -> int:
    """Fetch every font, and return 1 if any is not what it should be."""
    fonts = [(folder, font) for folder in FOLDERS for font in _listed(folder)]
    WORK.mkdir(parents=True, exist_ok=True)
    for source, package, version in sorted({(_source(font), font["package"], font["version"]) for _, font in fonts}):
        _UNPACK[source](package, version)
    wrong = [font["file"] for folder, font in fonts if not _bring(folder, font)]
    for name in wrong:
        print(f"{name} is not the file that SOURCES.toml expects; the old one is kept", file=sys.stderr)
    return 1 if wrong else 0


def _listed(folder: Path) -> list[dict[str, str]]:
    listed: list[dict[str, str]] = tomllib.loads((folder / "SOURCES.toml").read_text(encoding="utf-8"))["font"]
    return listed


def _source(font: dict[str, str]) -> str:
    return font.get("from", "debian")


def _unpack_debian(package: str, version: str) -> None:
    # As root, apt would hand the download to a user that may not write here.
    sandbox = ["-o", "APT::Sandbox::User=root"]
    subprocess.run(["apt-get", *sandbox, "download", "-q", f"{package}={version}"], cwd=WORK, check=True)
    for archive in WORK.glob(f"{package}_{version}_*.deb"):
        subprocess.run(["dpkg-deb", "--extract", str(archive), str(WORK)], check=True)


def _unpack_npm(package: str, version: str) -> None:
    unpack_npm(package, version, WORK)


def unpack_npm(package: str, version: str, work: Path) -> Path:
    """Download an npm package, unpack it below a folder, and return the archive."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", "--ignore-scripts", f"{package}@{version}"],
        cwd=work,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    archive = work / packed.stdout.split()[-1]
    with tarfile.open(archive) as opened:
        opened.extractall(work / package, filter="data")
    return archive


_UNPACK = {"debian": _unpack_debian, "npm": _unpack_npm}


def _bring(folder: Path, font: dict[str, str]) -> bool:
    below = WORK / font["package"] if _source(font) == "npm" else WORK
    data = (below / font["path"].lstrip("/")).read_bytes()
    if hashlib.sha256(data).hexdigest() != font["sha256"]:
        return False
    (folder / font["file"]).write_bytes(data)
    return True


if __name__ == "__main__":
    sys.exit(main())
