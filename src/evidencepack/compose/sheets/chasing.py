# SPDX-License-Identifier: MPL-2.0
"""The chase list: which copies are out to be signed, by when they are needed, who has them, what happened so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Cell, Fill, TableRow
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.formats import short_date
from evidencepack.compose.sheets.sheet import Sheet, lines, table, words

CHASE = "sheet/chase"
"""The anchor of the list."""

_HEADS = (
    ("Needed by", 26.0),
    ("Paper and code", 50.0),
    ("Who has it", 0.0),
    ("So far", 52.0),
    ("Asked again on", 40.0),
)
_NOTHING = "No copy is out to be signed."


@dataclass(frozen=True, slots=True)
class ChaseLine:
    """A copy that is out: the paper with its version, the code as printed, the organisation, who signs, what happened.

    ``people`` are lines: the name of each whose signature is awaited, and below it how they are reached. ``due`` is the
    day it is needed (None: no day is known); ``late`` whether that is over.
    """

    paper: str
    code: str
    organisation: str
    people: tuple[str, ...]
    happened: tuple[str, ...]
    due: date | None = None
    late: bool = False


def chase_list(awaited: Sequence[ChaseLine], running: Running) -> Document:
    """Return the list, with room to write down when somebody was asked again."""
    late = sum(one.late for one in awaited)
    headline = sentence_case(f"{counted(len(awaited), 'signed copy', plural='signed copies')} awaited")
    lead = f"{sentence_case(counted(late, 'copy', plural='copies'))} late." if late else "None is late."
    sheet = Sheet(CHASE, "Chase list", headline, lead if awaited else _NOTHING, running, label="Sign-off")
    whole = table(_HEADS, tuple(map(_row, awaited)), summary="Each copy that is out: by when, which, who, so far.")
    return sheet.document(*([whole] if awaited else []))


def _row(one: ChaseLine) -> TableRow:
    due = short_date(one.due) if one.due else "No day given"
    day = Cell((words(due), *((words("late"),) if one.late else ())), Fill.TINT if one.late else Fill.NONE)
    return TableRow(
        (day, lines(one.paper, one.code), lines(one.organisation, *one.people), lines(*one.happened), Cell(((),)))
    )
