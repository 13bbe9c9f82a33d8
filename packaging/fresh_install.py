# SPDX-License-Identifier: MPL-2.0
"""Installs the Debian package in a bare Debian 12 that has not even Python, and uses it there as a person would.

Usage: ``fresh_install.py [PACKAGE.deb]``, as root; without a name the one that `make package` has made.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bare import Bare

ROOT = Path(__file__).resolve().parents[1]

# A screen in memory, and what tells whether the system knows the kind of file. Nothing of it is the program's.
_TO_TRY = "xvfb xauth shared-mime-info libglib2.0-bin desktop-file-utils man-db"
INSTALL = f"""
set -e
export DEBIAN_FRONTEND=noninteractive
if command -v python3; then echo "this system has a Python"; exit 1; fi
apt-get update -qq
apt-get install -y -qq --no-install-recommends /srv/evidencepack.deb >/srv/install.log
apt-get install -y -qq --no-install-recommends {_TO_TRY} >>/srv/install.log
useradd --create-home person
"""
# The export ends with 13, and not 0, if the frozen program could not confirm that every PDF conforms.
TRY = """
set -e
cd $(mktemp -d)
evidencepack sample sample.evidencepack
evidencepack check sample.evidencepack >check.txt || [ $? -eq 3 ]
test -s check.txt
evidencepack export sample.evidencepack --to out | tail -n 1
test -s out/pack.pdf && test -s out/pack.docx && test -s out/manifest.json
export EVIDENCEPACK_QUIT_AFTER_PAINT=1 QT_QPA_PLATFORM=xcb
xvfb-run -a evidencepack app sample.evidencepack
xvfb-run -a evidencepack sample.evidencepack
xvfb-run -a evidencepack
test -f ~/.local/share/evidencepack/workspace.evidencepack
desktop-file-validate /usr/share/applications/evidencepack.desktop
gio info -a standard::content-type sample.evidencepack | grep -q application/x-evidencepack
gio mime application/x-evidencepack | grep -q evidencepack.desktop
man --warnings evidencepack 2>&1 >page.txt | grep . && exit 1
echo "sample, check, export, window, no words, file, kind of file: all as they should be"
"""


def install_and_try(package: Path) -> int:
    """Install a package in a root of its own, use it as an ordinary person, and return the first exit code not 0."""
    bare = Bare(ROOT / "build" / "fresh-install")
    bare.build("")
    shutil.copyfile(package, bare.path / "srv" / "evidencepack.deb")
    code = bare.run(INSTALL) or bare.run(f"su person -c '{TRY}'")
    if not code:
        bare.remove()
    return code


def main(arguments: list[str]) -> int:
    """Try the package that is named, or the one that was made last."""
    made = [Path(arguments[0])] if arguments else list((ROOT / "build" / "packages").glob("*.deb"))
    if not made:
        print("There is no package yet: make package", file=sys.stderr)
        return 1
    return install_and_try(made[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
