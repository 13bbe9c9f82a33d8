# SPDX-License-Identifier: MPL-2.0
"""Parts of the page of a tender: how long there is, the questions as cells, the days, the papers of each partner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.domain.record import Facts
from evidencepack.ui.deadlines import countdown, short_day
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.where import DOCUMENTS, Where
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import column, emptied, label
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.document_grid import PartnerPapers, document_grid, partner_papers
from evidencepack.usecases.tender_view import (
    WHOLE,
    DayRow,
    QuestionRow,
    day_rows,
)
from evidencepack.usecases.tenders import TenderCard

FACTS = (("buyer", "Buyer"), ("reference", "Reference"), ("lot", "Lot"), ("files", "Files"), ("term", "Term"))
"""The facts in the order in which they stand, each with its label."""

QUESTION_COLUMNS = (
    Column("", 60),
    Column(say("Question")),
    Column(say("Words"), 90, right=True),
    Column(say("Slots"), 150, minor=True),
    Column(say("Papers"), 150),
)

_DAYS = {
    "published": "Published",
    "clarification_deadline": "Questions close",
    "submission_deadline": "Deadline",
    "award_date": "Award",
    "contract_start": "The contract starts",
}


def question_cells(one: QuestionRow) -> CellRow:
    """Return a question of the buyer as a row."""
    weight = say("{weight} % of the marks", weight=f"{one.weight:f}") if one.weight is not None else ""
    slots = ", ".join(one.slots) if one.appendix else say("None allowed")
    words = f"{one.words:,}" if one.words is not None else "–"
    return CellRow(
        one.id,
        (
            Cell(one.reference, bold=True),
            Cell(one.text, second=weight),
            Cell(words, said=counted(one.words or 0, "1 word", "{n} words") if one.words else say("no limit")),
            Cell(slots or "–", muted=not one.slots),
            _papers_cell(one),
        ),
    )


def _papers_cell(one: QuestionRow) -> Cell:
    if not one.documents:
        return Cell("–", muted=True, said=say("no paper names it"))
    mark = Mark.DONE if one.ready == one.documents else Mark.DRAFT
    return Cell(say("{ready} of {all}", ready=one.ready, all=one.documents), mark=mark)


class Left(QFrame):
    """The days that are left, as a large figure with its words."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = label("", "number", wrap=False)
        self._unit, self._when = label("", "strong", wrap=False), label("", "small", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._figure)
        layout.addWidget(column(self._unit, self._when, gap=0))

    def show_time(self, card: TenderCard, now: datetime) -> None:
        """Show how long there is as of now; nothing without a date, which the tender in hand says beside it."""
        self.setVisible(card.day is not None)
        left = countdown(card, now)
        self._figure.setText(left.figure)
        self._figure.setVisible(bool(left.figure))
        self._unit.setText(left.unit)
        self._when.setText(left.when)
        self.setAccessibleName(f"{left.sentence}, {left.when}")


class DaysCard(QFrame):
    """The days that count, with today among them."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def show_days(self, facts: Facts, today: date) -> None:
        """Show the days of a tender."""
        emptied(self._layout)
        now = DayRow("", today)
        days = sorted((*day_rows(facts), now), key=lambda one: (one.day, one is not now))
        self._layout.addWidget(Card(say("Dates"), *(_day(one, today) for one in days), gap=6))


def _day(one: DayRow, today: date) -> StateRow:
    if not one.field:
        return StateRow(Mark.NOW, say("Today"), figure=short_day(one.day, today), strong=True)
    mark = Mark.DONE if one.day < today else Mark.NONE
    return StateRow(mark, say(_DAYS[one.field]), one.time, short_day(one.day, today))


class PapersCard(QFrame):
    """How far the papers of each partner are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def refresh(self) -> None:
        """Show how far they are now."""
        emptied(self._layout)
        session = self._context.session
        known, seen = session.papers, session.seen
        grid = document_grid(session.facts, session.library, troubled=session.drafts, known=known, seen=seen)
        papers = partner_papers(grid)
        name = say("Open the grid of documents")
        to_grid = link(say("Open grid"), self._context.going(Where(DOCUMENTS)), name=name)
        none: list[QWidget] = [label(say("No papers yet."), "small")]
        rows: Sequence[QWidget] = [_papers(one) for one in papers] or none
        self._layout.addWidget(Card(say("Documents needed"), *rows, link=to_grid, gap=6))


def _papers(one: PartnerPapers) -> StateRow:
    name = say("Whole partnership") if one.id == WHOLE else one.name
    done = one.count.ready == one.count.papers
    figure = say("{ready} of {all}", ready=one.count.ready, all=one.count.papers)
    second = "" if done else say("{what}: not ready yet", what=one.waiting)
    return StateRow(Mark.DONE if done else Mark.DRAFT, name, second, figure)
