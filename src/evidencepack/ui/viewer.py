# SPDX-License-Identifier: MPL-2.0
"""Shows pages in the person's own PDF viewer: a temporary file, which goes when the program ends."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.names import legal_name


class NoViewerError(EvidencePackError):
    """The system opens PDF files with nothing."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


def new_file(title: str) -> Path:
    """Return where a PDF can be written that is to be looked at, in a folder of its own."""
    # A folder for each: a viewer may hold the file of before.
    place = Path(mkdtemp(dir=_folder().name))
    return place / f"{legal_name(title, otherwise='pages', room=4)}.pdf"


def show_in_viewer(file: Path) -> None:
    """Open a PDF file in the person's viewer.

    Raises:
        NoViewerError: if the system has none. Where it only seems to have one, nothing can be known.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        raise NoViewerError(
            "This computer opens PDF files with no program. Nothing is lost. Choose “Save as a PDF…” instead."
        )


@lru_cache(1)
def _folder() -> TemporaryDirectory[str]:
    """Return the folder of this run; Python removes it at the end. A viewer may still hold a file on Windows."""
    return TemporaryDirectory(prefix="evidencepack-", ignore_cleanup_errors=True)
