# SPDX-License-Identifier: MPL-2.0
"""Every column of one line as a question of its own, with its help and example, under the table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.library.model import Field
from evidencepack.ui.field import FieldQuestion
from evidencepack.ui.file_question import make_question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.lines import asked_columns
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Line


class LineForm(QFrame):
    """The chosen line of a table. Its questions are made when the first line is chosen, and used for every line."""

    resized = Signal()
    going = Signal(str)
    """The person wants to see a record: its id."""
    cells_typed = Signal(str, object)
    """Several cells have come into the question of a column: its id, and the lines of cells."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__()
        self.setObjectName("card")
        self._columns = asked_columns(field)
        self._session = session
        self._questions: dict[str, FieldQuestion] = {}
        self._head = label("", "h2")
        self._line: Line | None = None
        self._found: Sequence[Here] = ()
        self._example = row(
            label(say("An example. It keeps the pack from being ready until you change it."), "hint"),
            button(say("Make it ours"), self._make_ours, kind="small"),
            margins=(0, 0, 0, 0),
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 16)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._head)
        self._layout.addWidget(self._example)
        self.hide()

    def show_line(self, line: Line | None, number: int, count: int) -> None:
        """Show the answers of a line, ``number`` of ``count``; or nothing."""
        self.setVisible(line is not None)
        if line is None:
            return
        if not self._questions:
            self._make_questions()
        self._line = line
        self._example.setVisible(line.example)
        self._head.setText(say("Line {n} of {count}", n=number, count=count))
        for column in self._columns:
            asked = line.asked(column)
            question = self._questions[column.id]
            question.setVisible(asked is not None)
            if asked is not None:
                question.show_asked(asked)
        self.show_found(self._found)

    def show_found(self, here: Sequence[Here]) -> None:
        """Show what the checks say of the answers of the line that is shown."""
        self._found = here
        line = self._line.id if self._line else ""
        for column, question in self._questions.items():
            question.show_found([one for one in here if (one.place.line, one.place.column) == (line, column)])

    def check(self) -> None:
        """Mark the entries that cannot be read."""
        for question in self._questions.values():
            if not question.isHidden():
                question.check()

    def take_focus(self, column: str) -> None:
        """Put the keyboard into the question of a column."""
        if column in self._questions:
            self._questions[column].take_focus()

    def _make_ours(self) -> None:
        if self._line is not None:
            self._session.change(self._line.making_ours)

    def _make_questions(self) -> None:
        for column in self._columns:
            question = make_question(column, self._session)
            question.resized.connect(self.resized)
            question.going.connect(self.going)
            question.take_cells()
            question.cells_typed.connect(partial(self.cells_typed.emit, column.id))
            self._questions[column.id] = question
            self._layout.addWidget(question)
