# SPDX-License-Identifier: MPL-2.0
"""Makes pages for the preview. What makes PDF files is loaded when the first pages are asked for, not before."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.usecases.pictures import ReadAttachment, pictures_of
from evidencepack.usecases.previewing import Preview, preview_document

Printer: TypeAlias = Callable[[Facts, str], Preview]
"""``print(facts, record)``: the pages of a document. It runs on another thread and takes plain data."""


_KEPT = 4


def make_printer(program: Program, read: ReadAttachment) -> Printer:
    """Return a printer with the program's own press; ``read`` is called on the other thread, once for a picture."""
    read_once = lru_cache(_KEPT)(read)

    def print_pages(facts: Facts, record: str) -> Preview:
        shown = pictures_of(facts, read_once)
        return preview_document(facts, record, library=program.library, press=program.press, pictures=shown)

    return print_pages
