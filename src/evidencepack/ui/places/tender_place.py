# SPDX-License-Identifier: MPL-2.0
"""The tender: its facts once, the one next step, the buyer's questions, the days that count, and the papers needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from evidencepack.ui import clock
from evidencepack.ui.layout_width import LayoutWidth
from evidencepack.ui.places.tender_parts import (
    FACTS,
    QUESTION_COLUMNS,
    DaysCard,
    Left,
    PapersCard,
    question_cells,
)
from evidencepack.ui.places.tender_slots import UploadCard
from evidencepack.ui.places.tender_step import StepCard
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import Crumb, TenderPlace
from evidencepack.ui.shell.where import TENDER, Where, in_record
from evidencepack.ui.widgets.cards import EmptyPlace, link
from evidencepack.ui.widgets.columns import Columns
from evidencepack.ui.widgets.facts_line import FactsLine
from evidencepack.ui.widgets.grid import TWO_LINES, Grid
from evidencepack.ui.widgets.heading import PageHeading
from evidencepack.ui.widgets.parts import Pane, button, column, label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.tender_view import question_rows, tender_facts_line

_WAIT = 300
"""Milliseconds from the last change to a new look: nobody types here, but a change may come with many others."""


class Tender(TenderPlace):
    """Everything about the tender at a glance, and the way to change it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._heading = PageHeading("")
        self._left = Left()
        self._heading.add(self._left)
        self._facts = FactsLine()
        change = link(say("Change"), self._change, name=say("Change the facts of the tender"))
        self._step = StepCard(context)
        self._count = label("", "small", wrap=False)
        self._questions = Grid(say("Questions of the buyer"), QUESTION_COLUMNS, height=TWO_LINES, whole=True)
        self._questions.opened.connect(lambda record, _column: self.context.guide.open_at(in_record(record)))
        self._none = EmptyPlace(
            "clipboard-list",
            say("No questions yet"),
            say("Copy the buyer’s questions here, with their word limits. The checks and the papers then follow them."),
            button(say("Enter the questions"), self._enter_questions),
        )
        head = row(label(say("Questions"), "h2"), None, self._count)
        self._slots = UploadCard(context)
        main = column(self._step, head, self._questions, self._none, self._slots, None, gap=10)
        self._days, self._papers = DaysCard(), PapersCard(context)
        self._columns = Columns(main, column(self._days, self._papers, None, gap=12))
        rename = link(say("Change reference"), self._rename, name=say("Change the reference of the tender"))
        facts = row(self._facts, rename, change, gap=16)
        page = column(self._heading, facts, self._columns, None, gap=12, margins=(24, 18, 24, 20), name="page")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Pane(page))
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT)
        self._waiting.timeout.connect(self._refresh_if_seen)
        self.session.changed.connect(self._waiting.start)
        context.checks.checked.connect(self._step.refresh)

    @property
    def title(self) -> str:
        """What the place is called."""
        return say("Tender")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """The tender itself stands before."""
        return (Crumb(self.title),)

    @property
    def here(self) -> Where:
        """The page as a whole."""
        return Where(TENDER)

    def arrive(self, where: Where) -> None:
        """Show the tender as it stands now; of one of its records, show the line."""
        self._refresh()
        self._step.refresh()
        if where.record:
            self._questions.choose(where.record)
            self._questions.setFocus()
        else:
            self._heading.take_focus()

    def fit(self, width: LayoutWidth) -> None:
        """Put days and papers beside the questions, or below them."""
        super().fit(width)
        self._columns.fit(width)
        self._questions.fit(width)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        facts, library = self.session.facts, self.session.library
        card = self.context.work.card
        if card is not None:
            self._heading.name(card.title)
            self._left.show_time(card, clock.now())
        found = tender_facts_line(facts)
        self._facts.show_facts([(say(head), found[name]) for name, head in FACTS if name in found])
        questions = question_rows(facts, library, self.session.papers, seen=self.session.seen)
        self._questions.show_rows([question_cells(one) for one in questions])
        self._questions.setVisible(bool(questions))
        self._none.setVisible(not questions)
        self._count.setText(counted(len(questions), "1 question", "{n} questions") if questions else "")
        self._days.show_days(facts, clock.today())
        self._papers.refresh()
        self._slots.refresh()

    def _change(self) -> None:
        self.context.guide.open_at(in_record(self.session.facts.tender))

    def _rename(self) -> None:
        from evidencepack.ui.places.tender_reference import ReferenceDialog  # hardly anybody needs it twice

        dialog = ReferenceDialog(self.window(), self.context)
        dialog.exec()
        dialog.deleteLater()

    def _enter_questions(self) -> None:
        kind = self.session.library["tender"]
        step = next((at for at, one in enumerate(kind.steps) if "questions" in one.fields), 0)
        self.context.guide.open_at(Where("record", self.session.facts.tender, part=str(step)))
