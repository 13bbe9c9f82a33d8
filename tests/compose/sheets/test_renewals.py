# SPDX-License-Identifier: MPL-2.0
"""The renewal sheet lists each day under its month, and marks what runs out too soon."""

from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Fill, Heading, Paragraph, Table
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.plain import plain
from evidencepack.compose.sheets.renewals import RenewalLine, renewal_sheet

RUNNING = Running("Internal", "Ferrybank", "TBN-DAYS", "as of today")
BEGINS = date(2027, 7, 1)
OLD = RenewalLine(date(2026, 7, 3), "the next figure is due", ("KPI-10 · Nasrin Akhtar",), over=True)
EARLY = RenewalLine(date(2027, 6, 30), "runs out", ("EV-03 · Tomáš Dvořák", "EV-04"), early=True)
LATER = RenewalLine(date(2027, 7, 15), "to be looked at again", ("Memorandum",))


def rows(document: Document) -> list[list[list[str]]]:
    (table,) = (one for one in document.sections[0].blocks if isinstance(one, Table))
    return [[[plain(line) for line in cell.lines] for cell in row.cells] for row in table.rows]


def test_each_month_has_a_band_and_each_day_a_line() -> None:
    assert rows(renewal_sheet([OLD, EARLY, LATER], RUNNING, begins=BEGINS)) == [
        [["Already over"]],
        [["3 Jul 2026"], ["The next figure is due"], ["KPI-10 · Nasrin Akhtar"], [""]],
        [["June 2027"]],
        [["30 Jun 2027"], ["Runs out, before the start"], ["EV-03 · Tomáš Dvořák", "EV-04"], [""]],
        [["July 2027"]],
        [["15 Jul 2027"], ["To be looked at again"], ["Memorandum"], [""]],
    ]


def test_what_is_over_or_early_is_marked_by_more_than_words() -> None:
    made = renewal_sheet([OLD, EARLY, LATER], RUNNING, begins=BEGINS)
    (table,) = (one for one in made.sections[0].blocks if isinstance(one, Table))
    assert [row.cells[1].fill for row in table.rows if len(row.cells) > 1] == [Fill.TINT, Fill.TINT, Fill.NONE]


def test_the_headline_says_how_much_runs_out_too_soon() -> None:
    def headline(*lines: RenewalLine) -> str:
        blocks = renewal_sheet(lines, RUNNING, begins=BEGINS).sections[0].blocks
        return next(plain(one.inlines) for one in blocks if isinstance(one, Heading))

    assert headline(EARLY, LATER) == "Two days to remember, one thing running out before the contract starts"
    assert headline(LATER) == "One day to remember, nothing runs out too soon"
    assert headline() == "The year ahead"


def test_without_a_start_and_without_a_day_it_says_so() -> None:
    (lead,) = [
        plain(one.inlines)
        for one in renewal_sheet([], RUNNING, begins=None).sections[0].blocks
        if isinstance(one, Paragraph)
    ][1:]
    assert lead == "Nothing has a day yet."
