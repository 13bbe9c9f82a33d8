# SPDX-License-Identifier: MPL-2.0
"""PDF files as one stack of paper: as they are, one after the other."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf


def stacked(files: Sequence[bytes], *, duplex: bool) -> tuple[bytes, int]:
    """Return the pages of PDF files one after the other, and how many they are; one file alone stays as it is.

    ``duplex``: each file begins on a right-hand page, behind an empty back where the one before needs it.
    """
    if len(files) == 1:
        with pikepdf.open(io.BytesIO(files[0])) as only:
            return files[0], len(only.pages)
    into = io.BytesIO()
    with pikepdf.new() as made:
        for data in files:
            if duplex and len(made.pages) % 2:
                _, _, wide, high = (float(edge) for edge in made.pages[-1].mediabox)
                made.add_blank_page(page_size=(wide, high))
            with pikepdf.open(io.BytesIO(data)) as one:
                made.pages.extend(one.pages)
        made.save(into, deterministic_id=True)
        return into.getvalue(), len(made.pages)
