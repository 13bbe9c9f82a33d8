# SPDX-License-Identifier: MPL-2.0
"""What a PDF that anyone may have sent says of itself; none of it is proven by being said."""

from __future__ import annotations

import io
from threading import Event
from typing import Any

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, RefusedFileError

SECONDS, MEGABYTES = 10.0, 400
MOST_BYTES = 512 * 1024 * 1024

_NAMES = {"title": "/Title", "author": "/Author", "subject": "/Subject", "keywords": "/Keywords", "by": "/Producer"}
_LONGEST = 300
_NOT_PDF = "It is no PDF, is locked, or so damaged that nothing can be read."
_TOO_LARGE = f"It is larger than {MOST_BYTES // 1024**2} MB, which is more than is looked at."


def pdf_says(data: bytes, *, stop: Event | None = None) -> dict[str, str]:
    """Return what a PDF says of itself: title, author, subject, keywords, ``by`` (its producer), the day it was made.

    ``id`` is the identifier with which it began, in hex digits: programs that change a file mean to keep it (ISO
    32000-2 14.4). What it does not say is empty.

    Raises:
        RefusedFileError: if it is no PDF that can be opened.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    if len(data) > MOST_BYTES:
        raise RefusedFileError(_TOO_LARGE)
    found: object = limited(said_by, data, seconds=SECONDS, megabytes=MEGABYTES, stop=stop)
    if not isinstance(found, dict) or set(found) != {*_NAMES, "made", "id"}:
        raise ChildDiedError("The child answered, but not with what a PDF says.")
    return {str(name): " ".join(str(words).split())[:_LONGEST] for name, words in found.items()}


def said_by(data: bytes) -> dict[str, Any]:
    """Return the same as plain values; for a child."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            info: Any = pdf.trailer.get("/Info", {})
            said = {name: _text(info.get(key)) for name, key in _NAMES.items()}
            ident = pdf.trailer.get("/ID")
            first = bytes(ident[0]).hex() if isinstance(ident, pikepdf.Array) and len(ident) else ""
            return {**said, "made": _text(info.get("/CreationDate")), "id": first}
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, KeyError, RuntimeError) as error:
        # All that pikepdf makes of what qpdf says of a file that is locked, damaged, or something else.
        raise RefusedFileError(_NOT_PDF) from error


def _text(found: object) -> str:
    return str(found) if found is not None else ""
