# SPDX-License-Identifier: MPL-2.0
"""Remakes requirements/*.txt: one version of every package, with hashes and markers for all platforms.

``run`` is what the commands need, ``app`` adds the window, ``test`` adds tests and checks. Each is held to the versions
of the one before it, so that they fit into one virtual environment in any order. ``build`` is ``app`` and what makes
installers of it, held to the versions of ``test``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
_HEADER = "# Made by `make lock`; edit pyproject.toml or requirements/*.in instead.\n"


def main() -> int:
    """Remake the four files; ``--upgrade`` takes newer versions than those already locked."""
    upgrade = sys.argv[1:] == ["--upgrade"]
    for name, arguments in {
        "run": ("pyproject.toml", "requirements/run.in"),
        "app": ("pyproject.toml", "requirements/run.in", "--extra", "app", "-c", "requirements/run.txt"),
        "test": (
            *("pyproject.toml", "requirements/run.in", "requirements/test.in", "--extra", "app"),
            *("-c", "requirements/app.txt"),
        ),
        "build": (
            *("pyproject.toml", "requirements/run.in", "requirements/build.in", "--extra", "app"),
            *("-c", "requirements/test.txt"),
        ),
    }.items():
        _compile(REQUIREMENTS / f"{name}.txt", arguments, upgrade=upgrade)
    return 0


def _compile(target: Path, arguments: tuple[str, ...], *, upgrade: bool) -> None:
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
        *("--generate-hashes", "--no-annotate", "--no-header", "--no-emit-index-url", "--no-emit-find-links"),
        *("--no-emit-index-annotation", "--only-binary", ":all:", "--no-emit-build-options"),
        *(["--upgrade"] if upgrade else []),
        *("--output-file", str(target), *arguments),
    ]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    target.write_text(_HEADER + target.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    print(f"{target.relative_to(ROOT)} is made")


if __name__ == "__main__":
    sys.exit(main())
