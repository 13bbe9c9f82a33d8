# SPDX-License-Identifier: MPL-2.0
"""Opening a PDF that anyone may have sent. Works in a child only; see ``pdf_files``."""

from __future__ import annotations

import io

import pikepdf

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences as words
from evidencepack.guard.pdf.parts import inside, is_true

MOST_PAGES = 2000

_BEGINS, _LOOK_AT = b"%PDF-", 1024


def open_pdf(data: bytes, password: str) -> pikepdf.Pdf:
    """Return an opened PDF with one page at least, and as many as are taken at most.

    Raises:
        RefusedFileError: if it is none, locked, or cannot be read; the message says what to do.
    """
    try:
        pdf = pikepdf.open(io.BytesIO(data), password=password, suppress_warnings=True)
        _refuse_by_root(pdf)
        count = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise RefusedFileError(words.WRONG_PASSWORD if password else words.PASSWORD) from error
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
        # All that pikepdf makes of what qpdf says of a damaged file.
        raise RefusedFileError(_reason(data, str(error))) from error
    if count == 0:
        raise RefusedFileError(words.NO_PAGES)
    if count > MOST_PAGES:
        raise RefusedFileError(words.too_many_pages(MOST_PAGES))
    return pdf


def _reason(data: bytes, said: str) -> str:
    """Return the sentence for what qpdf said of a file that it did not open."""
    if _BEGINS not in data[:_LOOK_AT]:
        return words.NO_PDF
    return words.OTHER_LOCK if "encryption" in said else words.DAMAGED


def _refuse_by_root(pdf: pikepdf.Pdf) -> None:
    """Refuse files whose pages are not what they are about."""
    if inside(pdf.Root, "/Collection") is not None:
        raise RefusedFileError(words.PORTFOLIO)
    if is_true(pdf.Root.get("/NeedsRendering")):
        raise RefusedFileError(words.NEEDS_READER)
