# SPDX-License-Identifier: MPL-2.0
"""The renewal sheet: what runs out, is to be looked at again, or is due, month by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from evidencepack.blocks.blocks import Cell, Fill, TableRow
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.formats import MONTHS, short_date
from evidencepack.compose.sheets.sheet import Sheet, lines, table, words

RENEWALS = "sheet/renewals"
"""The anchor of the sheet."""

_HEADS = (("Day", 26.0), ("What", 62.0), ("Of what, and who sees to it", 0.0), ("Done", 22.0))
_OVER = "Already over"


@dataclass(frozen=True, slots=True)
class RenewalLine:
    """A line of the sheet: the day, what happens, of what with who sees to it, whether it is over or early."""

    day: date
    what: str
    names: tuple[str, ...]
    early: bool = False
    over: bool = False


def renewal_sheet(renewals: Sequence[RenewalLine], running: Running, *, begins: date | None) -> Document:
    """Return the sheet; ``begins`` is the day on which the contract starts."""
    early = sum(one.early for one in renewals)
    start = f" What runs out before the contract starts, on {short_date(begins)}, is marked." if begins else ""
    lead = f"Tick what is done. Each line says who sees to it.{start}" if renewals else "Nothing has a day yet."
    sheet = Sheet(RENEWALS, "Renewal sheet", _headline(len(renewals), early), lead, running)
    rows = [row for title, some in _months(renewals) for row in (_band(title), *map(_row, some))]
    whole = table(_HEADS, rows, summary="Each day of the year ahead: what happens, of what, and who sees to it.")
    return sheet.document(*([whole] if rows else []))


def _headline(days: int, early: int) -> str:
    if not days:
        return "The year ahead"
    ends = f"{counted(early, 'thing')} running out before the contract starts" if early else "nothing runs out too soon"
    return sentence_case(f"{counted(days, 'day')} to remember, {ends}")


def _months(renewals: Sequence[RenewalLine]) -> Iterator[tuple[str, list[RenewalLine]]]:
    for title, some in groupby(renewals, key=_month_of):
        yield title, list(some)


def _month_of(one: RenewalLine) -> str:
    return _OVER if one.over else f"{MONTHS[one.day.month - 1]} {one.day.year}"


def _band(title: str) -> TableRow:
    return TableRow((Cell((words(title),), Fill.BAND, span=len(_HEADS)),))


def _row(one: RenewalLine) -> TableRow:
    what = f"{sentence_case(one.what)}, before the start" if one.early else sentence_case(one.what)
    fill = Fill.TINT if one.early or one.over else Fill.NONE
    return TableRow((lines(short_date(one.day)), Cell((words(what),), fill), lines(*one.names), Cell(((),))))
