# SPDX-License-Identifier: MPL-2.0
"""Makes pages for the preview. What makes PDF files is loaded when the first pages are asked for, not before."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.usecases.pictures import ReadAttachment, pictures_of
from evidencepack.usecases.previewing import Asker, Preview, preview_document

Printer: TypeAlias = Callable[[Facts, str, Asker], Preview]
"""``print(facts, record, asker)``: the pages of a document, compared with those that the asker has seen.

It runs on another thread and takes plain data. It ends with an ``OvertakenError`` soon after nobody wants them.
"""


_KEPT = 4


def make_printer(program: Program, read: ReadAttachment) -> Printer:
    """Return a printer with the program's own press; ``read`` is called on the other thread, once for a picture."""
    read_once = lru_cache(_KEPT)(read)

    def print_pages(facts: Facts, record: str, asker: Asker) -> Preview:
        shown = pictures_of(facts, read_once)
        library, press = program.library, program.press
        return preview_document(facts, record, library=library, press=press, pictures=shown, asker=asker)

    return print_pages
