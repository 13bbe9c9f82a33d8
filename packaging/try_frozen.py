# SPDX-License-Identifier: MPL-2.0
"""Uses a frozen program as a person would: makes the sample, exports it, also with an annex, opens the window once.

Usage: ``try_frozen.py FOLDER``, the folder that `make package` makes or an installer installs into, or one above it. It
needs nothing of the project's own, so that only what is in the folder can help.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PROGRAMS = (
    *("evidencepack.exe", "evidencepack/evidencepack.exe", "evidencepack.app/Contents/MacOS/evidencepack"),
    *("evidencepack/evidencepack", "evidencepack"),
)


def main(arguments: list[str]) -> int:
    """Try the program in a folder and return 1 with a sentence if it does not do what it should."""
    folder = Path(arguments[0])
    program = next((folder / name for name in _PROGRAMS if (folder / name).is_file()), None)
    if program is None:
        print(f"There is no frozen program in {folder}: make package", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        fault = faults_of(program.resolve(), Path(name))
    print(fault or f"{program}: sample, export and window are as they should be")
    return 1 if fault else 0


def faults_of(program: Path, folder: Path) -> str:
    """Return what is wrong with a frozen program, in words; empty if nothing is. It works in an empty folder."""
    windowed = program.with_name("evidencepack-window.exe")
    steps: list[tuple[Path, tuple[str, ...]]] = [
        (program, ("sample", "sample.evidencepack")),
        # Ends with 13 if it could not confirm that every PDF conforms.
        (program, ("export", "sample.evidencepack", "--to", "out")),
        # A file from outside: it is read in a child, which a frozen program is to itself.
        (program, ("add", "sample.evidencepack", "annex", "--from", "out/upload-checklist.pdf")),
        (program, ("export", "sample.evidencepack", "--to", "bundled", "--format", "pdf")),
        (program, ("app", "sample.evidencepack")),
        *([(windowed, ("app", "sample.evidencepack"))] if windowed.is_file() else []),
    ]
    for path, words in steps:
        code, seconds = _run(path, words, folder)
        if code:
            return f"{path.name} {' '.join(words)}: exit {code}"
        print(f"{path.name} {words[0]}: {seconds:.1f} seconds")
    if not (folder / "bundled" / "bundle.pdf").is_file():
        return "An annex was put in, and no bundle.pdf came out"
    return not_conforming(folder / "out")


def not_conforming(folder: Path) -> str:
    """Return in words which PDF of an export was not confirmed to conform; empty if all were."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    pdfs = {file["file"]: file["conformance"]["validated"] for file in manifest["files"] if "conformance" in file}
    wrong = [name for name, validated in pdfs.items() if validated != "whole"]
    return f"Not confirmed to conform: {', '.join(wrong)}" if wrong or not pdfs else ""


def _run(program: Path, words: tuple[str, ...], folder: Path) -> tuple[int, float]:
    """Run the program with folders of its own, and without anything of Python or Qt from around it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        environment[name] = str(folder)
    environment |= {"EVIDENCEPACK_QUIT_AFTER_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"}
    started = time.monotonic()
    done = subprocess.run([str(program), *words], cwd=folder, env=environment, check=False, timeout=600)
    return done.returncode, time.monotonic() - started


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
