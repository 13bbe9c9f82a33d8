# SPDX-License-Identifier: MPL-2.0
"""Which packages are in the frozen program, and the licence of each, put beside it.

A package that is not locked in requirements/app.txt came along unasked, and stops the build.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from licences import locked_names, normal

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "installer" / "licences"
_LICENCE = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)([^/]*$|/)", re.IGNORECASE)
_OURS = "evidencepack"
# What comes from PyInstaller is the small program that starts Python; its licence lets it go anywhere.
_STARTER = "pyinstaller"
_OF_QT = "pyside6"
_HEAD = """The parts of this program, and the licence of each
==================================================

evidencepack: Mozilla Public License 2.0 (evidencepack.txt). Fonts, icons, dictionary and colour profile have theirs
beside them, in the folder evidencepack/resources.
"""


class Stranger(Exception):  # noqa: N818 - it is one
    """A package is in the program that nobody asked for, or has no licence text; the message names it."""


def add_licences(folder: Path, sources: Path) -> None:
    """Write the licences of all that was frozen into ``licences`` in the program's folder.

    Args:
        folder: the frozen program.
        sources: a text file, one source file of the frozen program a line.

    Raises:
        Stranger: for a package that is not locked for the window, or carries no licence text.
    """
    files = [Path(line).resolve() for line in sources.read_text(encoding="utf-8").splitlines()]
    target = folder / "licences"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    lines = [_put(target, found) for found in sorted(_found(files), key=lambda one: normal(one.name))]
    lines.append(_put_python(target))
    lines += [_put_system(target, name) for name in sorted(_system_packages(files))]
    for text in TEXTS.glob("*.txt"):
        shutil.copyfile(text, target / text.name)
    shutil.copyfile(ROOT / "LICENSE", target / "evidencepack.txt")
    (target / "README.txt").write_text(_HEAD + "".join(f"\n{line}" for line in lines) + "\n", encoding="utf-8")


def owners(files: Iterable[Path], known: Iterable[Distribution]) -> set[str]:
    """Return the normalised names of the distributions that files belong to."""
    by_file = {
        Path(str(found.locate_file(entry))).resolve(): normal(found.name)
        for found in known
        for entry in found.files or ()
    }
    return {by_file[file] for file in files if file in by_file}


def refuse_strangers(names: Iterable[str], locked: Iterable[str]) -> None:
    """Refuse packages that are not locked for the window.

    Raises:
        Stranger: naming them.
    """
    strangers = sorted(set(names) - set(locked) - {_OURS, _STARTER})
    if strangers:
        raise Stranger(f"In the frozen program, but not in requirements/app.txt: {', '.join(strangers)}")


def _found(files: Iterable[Path]) -> Iterator[Distribution]:
    known = {normal(one.name): one for one in distributions()}
    names = owners(files, known.values()) | {_STARTER}
    refuse_strangers(names, locked_names("app"))
    yield from (known[name] for name in names - {_OURS})


def _put(target: Path, found: Distribution) -> str:
    """Copy the licence texts of a package, and return its line of the list."""
    name = normal(found.name)
    texts = [Path(str(found.locate_file(entry))) for entry in found.files or () if _is_licence(str(entry))]
    for text in texts:
        (target / name).mkdir(exist_ok=True)
        shutil.copyfile(text, target / name / text.name)
    if not texts and not name.startswith((_OF_QT, "shiboken6")):
        raise Stranger(f"{found.name} carries no licence text: put one into {TEXTS.relative_to(ROOT)}")
    where = name if texts else "Qt.txt"
    return f"{found.name} {found.version}: {_expression(found)} ({where})"


def _is_licence(entry: str) -> bool:
    return ".dist-info/" in entry and bool(_LICENCE.search(entry.partition(".dist-info/")[2]))


def _expression(found: Distribution) -> str:
    """Return what a package says of its licence, in a line."""
    told: Mapping[str, Any] = found.metadata.json
    said = str(told.get("license_expression") or told.get("license") or "")
    classes = [line for line in found.metadata.get_all("Classifier") or [] if line.startswith("License :: ")]
    first = said.strip().partition("\n")[0]
    return first or ", ".join(line.rpartition(" :: ")[2] for line in classes)


def _put_python(target: Path) -> str:
    version = sys.version.split()[0]
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version.rpartition('.')[0]}/copyright"),
    )
    text = next((place for place in places if place.is_file()), None)
    if text is None:
        raise Stranger("Python's own licence text is not where it usually is")
    shutil.copyfile(text, target / "python.txt")
    return f"Python {version}: Python Software Foundation License (python.txt)"


def _system_packages(files: Iterable[Path]) -> set[str]:
    """Return the Debian packages that parts of Python come from, such as SQLite."""
    if shutil.which("dpkg") is None:
        return set()
    own = {file for file in files if str(file).startswith("/usr/lib/") and ".so" in file.name}
    # Debian's list still has the names from before /lib became a part of /usr.
    names = [name for file in sorted(own) for name in (str(file), str(file).removeprefix("/usr"))]
    asked = subprocess.run(["dpkg", "-S", "/usr", *names], capture_output=True, text=True, check=False)
    return {line.split(":")[0] for line in asked.stdout.splitlines() if not line.endswith(": /usr")}


def _put_system(target: Path, package: str) -> str:
    shutil.copyfile(f"/usr/share/doc/{package}/copyright", target / f"{package}.txt")
    return f"{package}, from Debian ({package}.txt)"
