# SPDX-License-Identifier: MPL-2.0
"""Makes pages for the preview. What makes PDF files is loaded when the first pages are asked for, not before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.usecases.previewing import Preview, preview_document

Printer: TypeAlias = Callable[[Facts, str], Preview]
"""``print(facts, record)``: the pages of a document. It runs on another thread and takes plain data."""


def make_printer(program: Program) -> Printer:
    """Return a printer with the program's own press."""

    def print_pages(facts: Facts, record: str) -> Preview:
        return preview_document(facts, record, library=program.library, press=program.press)

    return print_pages
