# SPDX-License-Identifier: MPL-2.0
"""Makes pages for the preview. What makes PDF files is loaded when the first pages are asked for, not before."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.usecases.passages import Layout
from evidencepack.usecases.pictures import ReadAttachment, pictures_of
from evidencepack.usecases.previewing import Preview, preview_document

Printer: TypeAlias = Callable[[Facts, str, Layout], Preview]
"""``print(facts, record, before)``: the pages of a document, compared with a layout of before.

It runs on another thread and takes plain data.
"""


_KEPT = 4


def make_printer(program: Program, read: ReadAttachment) -> Printer:
    """Return a printer with the program's own press; ``read`` is called on the other thread, once for a picture."""
    read_once = lru_cache(_KEPT)(read)

    def print_pages(facts: Facts, record: str, before: Layout) -> Preview:
        shown = pictures_of(facts, read_once)
        library, press = program.library, program.press
        return preview_document(facts, record, library=library, press=press, pictures=shown, before=before)

    return print_pages
