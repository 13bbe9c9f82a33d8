# SPDX-License-Identifier: MPL-2.0
"""Checks the licence of everything locked: run-time packages strictly, tools of the developer more widely.

What a person installs must stay free of the GPL and AGPL (the LGPL of Qt is met by separate libraries that can be
exchanged). Tools that never ship may be GPL. PyInstaller's small starter does ship, inside the installers: it is under
the GPL with an exception that lets it start a program of any licence.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# As the packages write them. A new spelling is added here by a person who has read the licence.
RUN_TIME = frozenset(
    {
        *("MIT", "MIT License", "MIT-CMU", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "Public Domain"),
        *("Apache-2.0", "Apache License 2.0", "Apache License, Version 2.0", "Apache Software License"),
        *("Apache-2.0 OR BSD-2-Clause", "MPL-2.0", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0"),
        # pypdfium2: its own code under the first two; "dependency licenses" are those of PDFium (BSD and the like).
        "BSD-3-Clause, Apache-2.0, dependency licenses",
        # Qt for Python: used under the LGPL.
        "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
        # pi-heif: BSD itself; its wheels bring libheif and libde265, each a library of its own that can be exchanged.
        "GNU Lesser General Public License v3 (LGPLv3)",
    }
)
# Locked for another system, or only for building installers, so not installed here: read on the package's own page.
ELSEWHERE = {
    # What the pikepdf for Macs with Intel asks for.
    "deprecated": "MIT",
    "wrapt": "BSD-2-Clause",
    **dict.fromkeys(("macholib", "pefile", "altgraph", "setuptools"), "MIT"),
    **dict.fromkeys(("colorama", "pywin32-ctypes"), "BSD-3-Clause"),
    # The GPL 2 or later with the exception named above; the hooks that run in a frozen program are under Apache-2.0.
    **dict.fromkeys(("pyinstaller", "pyinstaller-hooks-contrib"), "GPL-2.0-only"),
}
TOOLS = RUN_TIME | {
    *("MIT OR Apache-2.0", "GPL-2.0-only", "DFSG approved; MIT License", "MIT-0", "Apache-2.0 AND MIT"),
    *("Apache-2.0 OR BSD-3-Clause", "Python Software Foundation License"),
    # docxtpl, which `make bench` measures Word files against.
    "LGPL-2.1-only",
    # PyInstaller, and the hooks it reads while it builds.
    *(
        "GNU General Public License v2 (GPLv2)",
        "Apache Software License; GNU General Public License v2 (GPLv2)",
    ),
}


def main() -> int:
    """Compare every installed locked package with its list; return 1 and name the strangers."""
    shipped, locked = locked_names("app"), locked_names("test") | locked_names("build")
    known = ELSEWHERE | _licences()
    strangers = [
        f"{name}: {known.get(name, 'unknown')}"
        for name in sorted(locked)
        if known.get(name) not in (RUN_TIME if name in shipped else TOOLS)
    ]
    for line in strangers:
        print(f"Licence not on the list of packaging/licences.py: {line}", file=sys.stderr)
    print(f"Licences: {len(locked)} locked packages, {len(strangers)} to look at")
    return 1 if strangers else 0


def locked_names(room: str) -> frozenset[str]:
    """Return the normalised names of the packages in requirements/<room>.txt."""
    lock = (ROOT / "requirements" / f"{room}.txt").read_text(encoding="utf-8")
    return frozenset(normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))


def normal(name: str) -> str:
    """Return the name as package indexes compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _licences() -> dict[str, str]:
    command = [str(Path(sys.executable).with_name("pip-licenses")), "--from=mixed", "--format=json", "--with-system"]
    listing = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {normal(entry["Name"]): entry["License"] for entry in listing}


if __name__ == "__main__":
    sys.exit(main())
