# SPDX-License-Identifier: MPL-2.0
"""Tab sheets: one to stand before each copy that goes out to be signed, so that a stack of paper stays in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Block, Cell, Column, Gap, Paragraph, Style, Table, TableRow
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text
from evidencepack.compose.counting import counted
from evidencepack.compose.formats import long_date

_DOWN = 40.0  # millimetres from the top of the text, so that the eye finds the sheet in a stack
_LABEL, _ROOM = 46.0, 11.5  # millimetres
_NOTES = ("Printed on", "Sent on, and how", "Back on")


@dataclass(frozen=True, slots=True)
class Tab:
    """What a tab sheet says of its copy: for whom, which paper in which version, its code as printed, how many pages.

    ``people`` are who signs; ``due`` the day it is needed back (None: no day is known).
    """

    organisation: str
    paper: str
    code: str
    pages: int
    people: tuple[str, ...]
    due: date | None = None


def tab_sheets(tabs: Sequence[Tab], running: Running) -> tuple[Document, ...]:
    """Return a sheet for each copy, in their order."""
    return tuple(_sheet(one, running) for one in tabs)


def _sheet(one: Tab, running: Running) -> Document:
    due = (("Needed by", long_date(one.due)),) if one.due else ()
    blocks: tuple[Block, ...] = (
        Gap(_DOWN),
        Paragraph((Text("To be signed"),), Style.OPENER),
        Paragraph((Text(one.organisation),), Style.COVER_TITLE),
        Paragraph((Text(f"{one.paper}: {counted(one.pages, 'page')}, code {one.code}"),), Style.LEAD),
        _table((("Who signs", ", ".join(one.people)), *due), "Who signs the copy, and by when it is needed."),
        _table(tuple((label, "") for label in _NOTES), "Room to note when it was printed, sent, and came back.", _ROOM),
    )
    return Document(f"tab/{one.code}", one.organisation, running, (Section(blocks),))


def _table(facts: Sequence[tuple[str, str]], summary: str, height: float = 0.0) -> Table:
    rows = tuple(TableRow((_cell(label), _cell(words))) for label, words in facts)
    return Table(columns=(Column(_LABEL), Column()), head=(), rows=rows, summary=summary, size=11, row_height=height)


def _cell(words: str) -> Cell:
    return Cell(((Text(words),) if words else (),))
