# SPDX-License-Identifier: MPL-2.0
"""A question with many answers: its lines in a table, and under it every column of the line that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.library.model import Field
from evidencepack.ui.messages import agreed, tell
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.cells import CellDelegate
from evidencepack.ui.tables.clipboard import copied_cells, copy_cells
from evidencepack.ui.tables.line_form import LineForm
from evidencepack.ui.tables.lines import LinesModel, asked_columns
from evidencepack.ui.tables.pasted import PasteReport, pasted_words, too_many_words
from evidencepack.ui.tables.removal import removal_words, stays_words
from evidencepack.ui.tables.start_button import StartButton
from evidencepack.ui.tables.view import LinesView
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.words import counted, say
from evidencepack.usecases.changes import AddRecord, AddRow, MoveRow, RemoveRecord, Single
from evidencepack.usecases.forms import Asked, Line, lines_of
from evidencepack.usecases.letters import row_removal
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.pasting import MOST_LINES, Target, plan_paste
from evidencepack.usecases.still_named import in_the_way


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
        self._report = PasteReport()
        self._pasted: frozenset[FieldPath] = frozenset()
        self._add = self._make_button(say("Add a line"), self.add)
        self._remove = self._make_button(say("Remove"), self.remove)
        moves = [] if field.rows_of else [(say("Move up"), -1), (say("Move down"), 1)]
        self._start = StartButton(field, session, record)
        self._moves = {by: self._make_button(words, partial(self.move_line, by)) for words, by in moves}
        shared = [label(say("Entered once: every document shows these."), "small")] if field.rows_of else []
        self._lay_out(
            *shared,
            self._view,
            column(flowing(*self._buttons()), margins=(0, 6, 0, 8)),
            self._report,
            self._form,
        )
        self._start.started.connect(self.take_focus)
        self._view.adding.connect(self.add)
        self._view.removing.connect(self.remove)
        self._view.moving.connect(self.move_line)
        self._view.opening.connect(self._open)
        self._view.copying.connect(self.copy)
        self._view.pasting.connect(self.paste)
        self._view.selectionModel().currentRowChanged.connect(lambda _new, _old: self._show_line())
        self._view.selectionModel().selectionChanged.connect(lambda _new, _old: self._refresh())
        self._view.selectionModel().currentColumnChanged.connect(lambda _new, _old: self.turned.emit())
        self._form.resized.connect(self.resized)
        self._form.going.connect(self.going)

    def show_asked(self, asked: Asked) -> None:
        """Show the lines as they stand now; the chosen line stays chosen."""
        self._asked = asked
        chosen = self._view.currentIndex()
        line = self._line()
        if self._pasted.isdisjoint(self._session.drafts):
            self._report.forget()
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
        """Remove the chosen lines; those that hold answers only if the person agrees."""
        lines = self._lines()
        naming = self._in_the_way(lines)
        if naming:
            tell(self, say("This has to stay for now."), stays_words(naming))
            return
        full, changes = [line for line in lines if line.answers], self._removing(lines)
        if not lines or (full and not agreed(self, *removal_words(self._session, lines, changes), do=say("Remove"))):
            return
        self._session.change(*changes)
        self._view.setFocus()

    def _in_the_way(self, lines: Sequence[Line]) -> tuple[str, ...]:
        """Return where other records refer to shared lines, which have to stay then."""
        going = [line.id for line in lines if line.shared]
        return in_the_way(self._session.facts, self._session.library, going) if going else ()

    def _removing(self, lines: Sequence[Line]) -> tuple[Single, ...]:
        changes: list[Single] = []
        for line in lines:
            if line.shared:
                changes.append(RemoveRecord(line.id))
            else:
                changes.extend(row_removal(self._record(), self.field.id, line.id))
        return tuple(dict.fromkeys(changes))

    def move_line(self, by: int) -> None:
        """Move the chosen lines up (-1) or down (1), past the one that is there."""
        chosen, lines = self._view.chosen(), self.model.lines
        if not chosen or self.field.rows_of or not self._may_move(by):
            return
        # The line that they pass goes to their other side: one change, however many are chosen.
        passed = lines[chosen[0] - 1] if by < 0 else lines[chosen[-1] + 1]
        behind = lines[chosen[-1]].id if by < 0 else lines[chosen[0] - 1].id if chosen[0] else ""
        self._session.change(MoveRow(self._record_id, self.field.id, passed.id, behind), words=self._moving(chosen))

    def copy(self) -> None:
        """Copy the chosen lines, all their columns, with the heads if it is the whole table."""
        lines = self._lines()
        if not lines:
            return
        columns = asked_columns(self.field)
        asked = [[line.asked(column) for column in columns] for line in lines]
        cells = [[self._session.text_of(one) if one else "" for one in line] for line in asked]
        heads = [[column.label for column in columns]] if len(lines) == len(self.model.lines) > 1 else []
        copy_cells([*heads, *cells])
        self._session.noted.emit(counted(len(lines), "1 line copied.", "{n} lines copied."))

    def paste(self) -> None:
        """Put the cells of the clipboard into the table, from the chosen cell on; lines are added as needed."""
        cells = copied_cells()
        if not cells:
            self._session.noted.emit(say("There is nothing to paste: the clipboard holds no text."))
            return
        if len(cells) > MOST_LINES:
            self._session.noted.emit(too_many_words(len(cells)))
            return
        facts, at, line = self._session.facts, self._view.currentIndex(), self._line()
        target = Target(facts, self._session.library, self._record(), self.field, asked_columns(self.field))
        column = self.model.columns[at.column()].id if at.isValid() else ""
        made = plan_paste(target, cells, self._session.desk, line=line.id if line else "", column=column)
        if made.changes or made.drafts:
            words = say("paste into “{table}”", table=self.field.label)
            self._session.change(*made.changes, words=words, unread=made.drafts)
        self._pasted = frozenset(made.drafts)
        heads = {one.id: one.label for one in target.columns}
        self._report.tell(made, heads, [one.id for one in self.model.lines], self.take_focus)
        self._session.noted.emit(pasted_words(made))
        self.resized.emit()

    def _refresh(self) -> None:
        super()._refresh()
        self._view.setAccessibleName(self._words())
        self._view.setAccessibleDescription(self._description())
        self._remove.setEnabled(bool(self._view.chosen()))
        for by, move in self._moves.items():
            move.setEnabled(self._may_move(by))

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

    def _lines(self) -> list[Line]:
        return [self.model.lines[at] for at in self._view.chosen() if at < len(self.model.lines)]

    def _may_move(self, by: int) -> bool:
        chosen = self._view.chosen()
        return bool(chosen) and (chosen[0] > 0 if by < 0 else chosen[-1] + 1 < len(self.model.lines))

    def _moving(self, chosen: Sequence[int]) -> str:
        if len(chosen) == 1:
            return ""
        return say("move {n} lines of “{table}”", n=len(chosen), table=self.field.label)

    def _record(self) -> Record:
        return self._session.facts.records[self._record_id]

    def _buttons(self) -> list[QPushButton]:
        return [self._add, self._start, self._remove, *self._moves.values()]

    def _make_button(self, words: str, press: Callable[[], None]) -> QPushButton:
        made = button(words, press, kind="small")
        made.setAccessibleName(f"{words}: {self.field.label}")
        return made
