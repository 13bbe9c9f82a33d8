# SPDX-License-Identifier: MPL-2.0
"""Brings the icons that resources/icons/SOURCES.toml names out of their npm package, and takes others away.

The package is downloaded and unpacked below build/, not installed; one with other bytes than expected is refused.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from pathlib import Path

from fonts import ROOT, unpack_npm

ICONS = ROOT / "resources" / "icons"
WORK = ROOT / "build" / "icons"


def main() -> int:
    """Fetch the icons, and return 1 if the package is not the one that is named."""
    sources = tomllib.loads((ICONS / "SOURCES.toml").read_text(encoding="utf-8"))
    WORK.mkdir(parents=True, exist_ok=True)
    archive = unpack_npm(sources["package"], sources["version"], WORK)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != sources["archive"]:
        print(f"{archive.name} is not the file that SOURCES.toml expects; the old icons are kept", file=sys.stderr)
        return 1
    _bring(WORK / sources["package"] / "package", set(sources["icons"]))
    return 0


def _bring(package: Path, names: set[str]) -> None:
    for old in ICONS.glob("*.svg"):
        if old.stem not in names:
            old.unlink()
    for name in names:
        (ICONS / f"{name}.svg").write_bytes((package / "icons" / f"{name}.svg").read_bytes())
    (ICONS / "LICENSE").write_bytes((package / "LICENSE").read_bytes())


if __name__ == "__main__":
    sys.exit(main())
