# SPDX-License-Identifier: MPL-2.0
"""A question with many answers: its lines in a table, and under it every column of the line that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.library.model import Field
from evidencepack.ui.messages import agreed
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.cells import CellDelegate
from evidencepack.ui.tables.line_form import LineForm
from evidencepack.ui.tables.lines import LinesModel
from evidencepack.ui.tables.start_button import StartButton
from evidencepack.ui.tables.view import LinesView
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.usecases.changes import AddRecord, AddRow, MoveRow, RemoveRecord
from evidencepack.usecases.forms import Asked, Line, lines_of
from evidencepack.usecases.letters import row_removal
from evidencepack.usecases.naming import next_reference


class TableQuestion(Question):
    """Lines are added, moved and removed by buttons and keys; shared records are entered once, for every document."""

    def __init__(self, field: Field, session: Session, record: str) -> None:
        super().__init__(field, session)
        self._record_id = record
        self.model = LinesModel(field, session)
        self._view = LinesView(self.model)
        self._view.setItemDelegate(CellDelegate(session, self._view))
        self._label.setBuddy(self._view)
        self._form = LineForm(field, session)
        self._add = self._make_button("Add a line", self.add)
        self._remove = self._make_button("Remove", self.remove)
        moves = [] if field.rows_of else [("Move up", -1), ("Move down", 1)]
        self._start = StartButton(field, session, record)
        self._moves = {by: self._make_button(words, partial(self.move_line, by)) for words, by in moves}
        shared = [label("Entered once: every document shows these.", "small")] if field.rows_of else []
        self._lay_out(
            *shared,
            self._view,
            row(self._add, self._start, self._remove, *self._moves.values(), None, margins=(0, 6, 0, 8)),
            self._form,
        )
        self._start.started.connect(self.take_focus)
        self._view.adding.connect(self.add)
        self._view.removing.connect(self.remove)
        self._view.moving.connect(self.move_line)
        self._view.opening.connect(self._open)
        self._view.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_line())
        self._form.resized.connect(self.resized)

    def show_asked(self, asked: Asked) -> None:
        """Show the lines as they stand now; the chosen line stays chosen."""
        self._asked = asked
        chosen = self._view.currentIndex()
        line = self._line()
        self.model.show_lines(lines_of(self._session.facts, self._session.library, self._record(), self.field))
        at = self.model.row_of(line.id) if line else -1
        if at < 0:
            at = min(max(chosen.row(), 0), len(self.model.lines) - 1)
        if at != self._view.currentIndex().row():
            self._view.setCurrentIndex(self.model.index(at, max(chosen.column(), 0)))
        self._refresh()
        self._show_line()

    def check(self) -> None:
        """Mark the entries of the chosen line that cannot be read."""
        self._form.check()

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into a column of a line, into the first line, or on the button that adds one."""
        if not self.model.lines:
            self._add.setFocus()
            return
        at = self.model.row_of(line)
        self._view.setCurrentIndex(self.model.index(max(at, 0), 0))
        if column:
            self._form.take_focus(column)
        else:
            self._view.setFocus()

    def add(self) -> None:
        """Add a line at the end and go to its first question."""
        line = new_id()
        if self.field.rows_of:
            reference = next_reference(self._session.facts, self._session.library, self.field.rows_of)
            self._session.change(AddRecord(line, self.field.rows_of, reference, self._session.facts.tender))
        else:
            self._session.change(AddRow(self._record_id, self.field.id, line))
        self.take_focus(line, self.model.columns[0].id)

    def remove(self) -> None:
        """Remove the chosen line; one that holds answers only if the person agrees."""
        line = self._line()
        if line is None or (line.answers and not agreed(self, *self._removal(line), do="Remove")):
            return
        if line.shared:
            self._session.change(RemoveRecord(line.id))
        else:
            self._session.change(*row_removal(self._record(), self.field.id, line.id))
        self._view.setFocus()

    def move_line(self, by: int) -> None:
        """Move the chosen line up (-1) or down (1)."""
        line, lines = self._line(), self.model.lines
        if line is None or line.shared or not 0 <= self.model.row_of(line.id) + by < len(lines):
            return
        others = [one.id for one in lines if one.id != line.id]
        at = self.model.row_of(line.id) + by
        self._session.change(MoveRow(self._record_id, self.field.id, line.id, others[at - 1] if at else ""))

    def _refresh(self) -> None:
        super()._refresh()
        self._view.setAccessibleName(self._words())
        self._view.setAccessibleDescription(self._description())
        chosen, number = self._view.currentIndex().row(), len(self.model.lines)
        self._remove.setEnabled(chosen >= 0)
        for by, move in self._moves.items():
            move.setEnabled(chosen >= 0 and 0 <= chosen + by < number)

    def _removal(self, line: Line) -> tuple[str, str]:
        if line.shared:
            return "Remove this from every document?", "Each document that shows it loses it. Its history stays."
        return "Remove this line?", "What it says goes from the document. Its history stays."

    def _show_line(self) -> None:
        line = self._line()
        self._form.show_line(line, self._view.currentIndex().row() + 1, len(self.model.lines))
        self._refresh()
        self.resized.emit()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self._form.take_focus(self.model.columns[index.column()].id)

    def _line(self) -> Line | None:
        at = self._view.currentIndex().row()
        return self.model.lines[at] if 0 <= at < len(self.model.lines) else None

    def _record(self) -> Record:
        return self._session.facts.records[self._record_id]

    def _make_button(self, words: str, press: Callable[[], None]) -> QPushButton:
        made = button(words, press, kind="small")
        made.setAccessibleName(f"{words}: {self.field.label}")
        return made
