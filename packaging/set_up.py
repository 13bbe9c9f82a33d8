# SPDX-License-Identifier: MPL-2.0
"""Makes a fresh clone ready: system packages, ``.venv``, locked packages, the package itself.

Usage: ``python3 packaging/set_up.py run|app|test``. Needs nothing but Python. A second run finds its stamps and does
nothing.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from needs import NEEDS, SetupError, install_missing
from word_validator import fetch_validator

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
_OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Set up one room of the virtual environment and return the exit code."""
    if len(arguments) != 1 or arguments[0] not in NEEDS:
        print(f"Usage: set_up.py {'|'.join(NEEDS)}", file=sys.stderr)
        return 2
    try:
        _set_up(arguments[0])
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _set_up(room: str) -> None:
    if sys.version_info < _OLDEST:
        raise SetupError(f"Python 3.11 or newer is needed; this one is {sys.version.split()[0]}.")
    install_missing(room)
    _make_environment()
    lock = ROOT / "requirements" / f"{room}.txt"
    if _stale(room, lock):
        print(f"Installing the locked packages of {lock.name} ...", flush=True)
        _pip("install", "-qq", "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
        _stamp(room, lock)
    if _stale("package", ROOT / "pyproject.toml"):
        _pip("install", "-qq", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        _stamp("package", ROOT / "pyproject.toml")
    if room == "test":
        fetch_validator(VENV)


def _make_environment() -> None:
    """Make ``.venv``, or make it anew when it does not run (half made, or its Python is gone)."""
    if _works():
        return
    print("Making .venv ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        raise SetupError("python3 -m venv failed (see above). On Debian, install python3-venv and try again.")


def _works() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, check=False).returncode == 0


def _pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise SetupError("pip failed (see above). Run the same command again when the network or index answers.")


def _stale(name: str, source: Path) -> bool:
    stamp = VENV / f"{name}.stamp"
    return not stamp.is_file() or stamp.read_text(encoding="utf-8") != _fingerprint(source)


def _stamp(name: str, source: Path) -> None:
    (VENV / f"{name}.stamp").write_text(_fingerprint(source), encoding="utf-8")


def _fingerprint(source: Path) -> str:
    return f"{hashlib.sha256(source.read_bytes()).hexdigest()} {ROOT}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
