# SPDX-License-Identifier: MPL-2.0
"""Taking the lock off a PDF whose password the person knows. Works in a child only; see ``pdf_files``."""

from __future__ import annotations

import pikepdf

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences as words
from evidencepack.guard.pdf.cleaning import saved
from evidencepack.guard.pdf.dropping import Dropped
from evidencepack.guard.pdf.opening import open_pdf


def unlock_pdf(data: bytes, password: str) -> bytes:
    """Return the file without its lock; everything else in it stays.

    Raises:
        RefusedFileError: if it cannot be opened, or is signed; the message says what to do.
    """
    with open_pdf(data, password) as pdf:
        try:
            if Dropped().look_at_file(pdf):
                raise RefusedFileError(words.SIGNED_AND_LOCKED)
            return saved(pdf)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
            raise RefusedFileError(words.DAMAGED) from error
