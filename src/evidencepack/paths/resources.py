# SPDX-License-Identifier: MPL-2.0
"""Where the files that come with the program are: kinds, samples, fonts, icons."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode

_PACKAGE = Path(__file__).resolve().parents[1]


class MissingResourceError(EvidencePackError):
    """A file that comes with the program is not where it should be."""

    exit_code: ClassVar[ExitCode] = ExitCode.NOT_FOUND


def resource(*parts: str) -> Path:
    """Return the path of a file or folder that comes with the program, such as ``resource("kinds", "documents")``.

    Raises:
        MissingResourceError: it is not there; the installation is damaged.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise MissingResourceError(
            f"The program's own file {'/'.join(parts)} is missing. "
            "Your workspace is untouched. Install the program again."
        )
    return path


@cache
def _root() -> Path:
    for candidate in _candidates(_PACKAGE, getattr(sys, "_MEIPASS", None)):
        if candidate.is_dir():
            return candidate
    raise MissingResourceError(
        "The program's own files are missing. Your workspace is untouched. Install the program again."
    )


def _candidates(package: Path, frozen: str | None) -> tuple[Path, ...]:
    """Frozen app (PyInstaller unpacks to ``sys._MEIPASS``), then wheel, then checkout."""
    bundle = (Path(frozen) / "evidencepack" / "resources",) if frozen else ()
    return (*bundle, package / "resources", package.parents[1] / "resources")
