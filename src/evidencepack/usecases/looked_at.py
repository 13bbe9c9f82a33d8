# SPDX-License-Identifier: MPL-2.0
"""What became of files from outside, kept from one export to the next: a child prints the same file once.

Only what went well is kept. A refusal is looked at anew each time: in the next minute there may be more memory.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from evidencepack.guard.faults import ChildDiedError
from evidencepack.guard.wire import Plain, WireError, from_bytes, to_bytes
from evidencepack.paths.platform import office_program
from evidencepack.paths.sealed_cache import SealedCache
from evidencepack.paths.workspace import cache_folder

if TYPE_CHECKING:
    from evidencepack.guard.pdf_files import ForeignPdf

MOST_BYTES = 256 * 1024 * 1024
"""The most that is kept, in bytes: the annexes of some ten tenders."""

_FOLDER = "annexes"
_LIBRARIES = ("pikepdf", "PIL")
"""What prints with the guard's own modules."""


def kept_cache() -> SealedCache | None:
    """Return where it is kept; None where nothing is to be kept."""
    folder = cache_folder()
    return SealedCache(folder / _FOLDER, MOST_BYTES) if folder else None


def kept_pages(data: bytes) -> ForeignPdf | None:
    """Return the pages that a child printed of a file before; None if it has to be asked."""
    from evidencepack.guard.pdf_files import checked_pages  # few tenders have annexes

    shelf = kept_cache()
    found = shelf.get(data, maker()) if shelf else None
    if found is None:
        return None
    try:
        return checked_pages(from_bytes(found))
    except (WireError, ChildDiedError):
        return None


def keep_pages(data: bytes, pages: ForeignPdf) -> None:
    """Keep the pages that a child has printed of a file."""
    shelf = kept_cache()
    if shelf:
        shelf.put(data, maker(), to_bytes(_plain(pages)))


def _plain(pages: ForeignPdf) -> Plain:
    """Return pages as the child answered them (``checked_pages``)."""
    sheets = [(one.size.width, one.size.height, one.has_text, one.turned) for one in pages.pages]
    entries = [(one.title, one.page, one.level) for one in pages.outline]
    links = [(one.page, one.left, one.bottom, one.right, one.top, one.to) for one in pages.links]
    return pages.data, list(sheets), list(entries), list(links), list(pages.dropped), pages.signed, pages.repaired


@cache
def maker() -> bytes:
    """Return what tells these printers from others: the program's own files, and those of the libraries, as they lie.

    To look at their sizes and times takes less than a millisecond, and nobody has to remember to count a version up.
    """
    return "\n".join(_told(file) for file in _makers()).encode()


def _makers() -> Iterator[Path]:
    office = office_program()
    if office:
        yield office
    if getattr(sys, "frozen", False):
        yield Path(sys.executable)
        return
    yield from sorted(Path(__file__).parents[1].joinpath("guard").rglob("*.py"))
    for name in _LIBRARIES:
        found = importlib.util.find_spec(name)
        if found and found.origin:
            yield Path(found.origin)


def _told(file: Path) -> str:
    said = file.stat()
    return f"{file} {said.st_size} {said.st_mtime_ns}"
