# SPDX-License-Identifier: MPL-2.0
"""The one door for files from outside that are to become pages, whatever they are: told apart by what they hold."""

from __future__ import annotations

from threading import Event

from evidencepack.guard.pdf_files import ForeignPdf, read_pdf
from evidencepack.guard.word_pages import NoConverter, read_word_pages

_PDF, _LOOK_AT = b"%PDF-", 1024
_WORD = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")


def read_foreign(data: bytes, *, password: str = "", stop: Event | None = None) -> ForeignPdf | NoConverter:
    """Return the pages of a PDF, a picture or a Word file; of a Word file, only where LibreOffice is found.

    Args:
        data: the file; its name says nothing that can be relied on.
        password: with which a PDF opens, if it has one.
        stop: ends the look soon after another thread sets it.

    Raises:
        RefusedFileError: if it is none of these, is locked, damaged or too large; the message says what to do.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    if not data or _PDF in data[:_LOOK_AT]:
        return read_pdf(data, password=password, stop=stop)
    if data.startswith(_WORD):
        return read_word_pages(data, stop=stop)
    from evidencepack.guard.picture_files import read_picture

    return read_picture(data, stop=stop)
