# SPDX-License-Identifier: MPL-2.0
"""Fetches a LibreOffice newer than Debian 12's from Debian's backports, for the tests at the full counts.

Its packages are asked for by name and version through apt, from the place that this system's own packages come from,
with lists and settings of their own: nothing of the system is changed, and nothing is installed. Each has to have the
hash in newer_office.txt. They are unpacked into build/newer-office, where the program is told its new place.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

from needs import SetupError

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "newer-office"
_LIST = Path(__file__).with_suffix(".txt")
_KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"
_START = """#!/bin/sh
# LibreOffice at a place of its own. The first start of a profile ends with 81: start again.
unset URE_BOOTSTRAP UNO_PATH
export LD_LIBRARY_PATH={home}/usr/lib/libreoffice/program:{home}/usr/lib/x86_64-linux-gnu
{home}/usr/lib/libreoffice/program/soffice.bin "$@"
code=$?
[ $code = 81 ] || exit $code
exec {home}/usr/lib/libreoffice/program/soffice.bin "$@"
"""


def fetch_newer_office() -> Path:
    """Return the program, fetched if it is not there yet.

    Raises:
        SetupError: a package is not to be had any more, or is not the one that is expected.
    """
    start = HOME / "soffice"
    stamp = HOME / "stamp"
    if not (stamp.is_file() and stamp.read_bytes() == _LIST.read_bytes()):
        shutil.rmtree(HOME, ignore_errors=True)
        (HOME / "lists" / "partial").mkdir(parents=True)
        for name, package in _download().items():
            _check(name, package)
            _run("dpkg-deb", "--extract", str(package), str(HOME))
        _settle()
        start.write_text(_START.format(home=HOME), encoding="utf-8")
        start.chmod(0o755)
        stamp.write_bytes(_LIST.read_bytes())
    return start


def _expected() -> dict[str, str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    return {name: code for code, name in (line.split() for line in lines if not line.startswith("#"))}


def _download() -> dict[str, Path]:
    """Return the packages as apt fetched them, by their names."""
    sources = HOME / "sources.list"
    place = _run("apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm", "Component: main")
    if not place.split():
        raise SetupError("This is no Debian 12, so its backports are not asked for a newer LibreOffice.")
    suites = ("bookworm", "bookworm-backports")
    lines = (f"deb [signed-by={_KEYS}] {place.split()[0]} {suite} main\n" for suite in suites)
    sources.write_text("".join(lines), encoding="utf-8")
    settings = {
        "Dir::Etc::sourcelist": sources,
        "Dir::Etc::sourceparts": "-",
        "Dir::State::lists": HOME / "lists",
        "APT::Sandbox::User": "root",
    }
    options = [part for name, value in settings.items() for part in ("-o", f"{name}={value}")]
    _run("apt-get", *options, "update", "-q")
    wanted = ("{}={}".format(*unquote(name).split("_")[:2]) for name in _expected())
    _run("apt-get", *options, "download", "-q", *wanted)
    return {name: HOME / name for name in _expected()}


def _check(name: str, package: Path) -> None:
    if hashlib.sha256(package.read_bytes()).hexdigest() != _expected()[name]:
        raise SetupError(f"{name} is not the package that newer_office.txt expects. It was not unpacked.")


def _settle() -> None:
    """Tell the program where it is, and lay its settings where its packages' scripts would have."""
    office = HOME / "usr" / "lib" / "libreoffice"
    told = office / "program" / "fundamentalrc"
    place = told.read_text(encoding="utf-8").replace("=file:///usr/lib/libreoffice\n", "=${ORIGIN}/..\n")
    told.write_text(place, encoding="utf-8")
    registry = office / "share" / "registry" / "main.xcd"
    registry.unlink()
    registry.symlink_to("../.registry/main.xcd")


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"{command[0]} failed: {done.stderr.strip()} A newer LibreOffice is not there.")
    return done.stdout


if __name__ == "__main__":
    print(fetch_newer_office())
