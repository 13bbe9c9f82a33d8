# SPDX-License-Identifier: MPL-2.0
"""Shows pages in the person's own PDF viewer: a temporary file, which goes when the program ends."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from evidencepack.paths.names import legal_name


def open_in_viewer(title: str, pdf: bytes) -> Path:
    """Write the pages into a file of their own and open it; return the file."""
    # A folder for each: a viewer may hold the file of before.
    place = Path(mkdtemp(dir=_folder().name))
    file = place / f"{legal_name(title, otherwise='pages', room=4)}.pdf"
    file.write_bytes(pdf)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
    return file


@lru_cache(1)
def _folder() -> TemporaryDirectory[str]:
    """Return the folder of this run; Python removes it at the end. A viewer may still hold a file on Windows."""
    return TemporaryDirectory(prefix="evidencepack-", ignore_cleanup_errors=True)
