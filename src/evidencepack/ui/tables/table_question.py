# SPDX-License-Identifier: MPL-2.0
"""A question with many answers: its lines in a table, and under it every column of the line that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.library.model import Field
from evidencepack.ui.messages import agreed, tell
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.blocks import Blocks
from evidencepack.ui.tables.cells import CellDelegate
from evidencepack.ui.tables.line_form import LineForm
from evidencepack.ui.tables.lines import LinesModel
from evidencepack.ui.tables.removal import removal_words, stays_words
from evidencepack.ui.tables.start_button import StartButton
from evidencepack.ui.tables.view import LinesView
from evidencepack.ui.widgets.facts_line import flowing
from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.words import say
from evidencepack.usecases.changes import AddRecord, AddRow, MoveRow, RemoveRecord, Single
from evidencepack.usecases.copied_cells import Lines
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Asked, Line, Place, lines_of
from evidencepack.usecases.letters import row_removal
from evidencepack.usecases.naming import next_reference
from evidencepack.usecases.still_named import in_the_way


class TableQuestion(Question):
    """Lines are added, moved and removed by buttons and keys; shared records are entered once, for every document."""

    def __init__(self, field: Field, session: Session, record: str) -> None:
        super().__init__(field, session)
        self._record_id = record
        self.model = LinesModel(field, session)
        self._view = LinesView(self.model)
        cells = CellDelegate(session, self._view)
        self._view.setItemDelegate(cells)
        self._label.setBuddy(self._view)
        self._begun = ""
        self._form = LineForm(field, session)
        self._blocks = Blocks(self._view, session, record, field, self.take_focus)
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
            self._blocks.report,
            self._form,
        )
        self._start.started.connect(self.take_focus)
        self._view.adding.connect(self.add)
        self._view.removing.connect(self.remove)
        self._view.moving.connect(self.move_line)
        self._view.opening.connect(self._open)
        self._view.left.connect(self._leave)
        self._view.ended.connect(self._go_on)
        self._view.typed_below.connect(self._type_below)
        cells.gone_by.connect(self._view.go_down)
        cells.cells_typed.connect(self._put_here)
        self._form.cells_typed.connect(self._put_below)
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
        self._blocks.forget_mended()
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
        self.take_focus(self._add_line(), self.model.columns[0].id)

    def _add_line(self) -> str:
        line = new_id()
        if self.field.rows_of:
            reference = next_reference(self._session.facts, self._session.library, self.field.rows_of)
            self._session.change(AddRecord(line, self.field.rows_of, reference, self._session.facts.tender))
        else:
            self._session.change(AddRow(self._record_id, self.field.id, line))
        return line

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste cells also where a button of the table has the keyboard, such as that of one without lines."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._blocks.paste()
        else:
            super().keyPressEvent(event)

    def finish_typing(self) -> None:
        """Take what is being typed in a cell."""
        self._view.finish_typing()

    @property
    def is_typed_in(self) -> bool:
        """Whether a cell is being typed in."""
        return self._view.is_typing

    def _go_on(self, letters: str) -> None:
        """Add a line behind the last one and type in its first cell, these letters first."""
        self._begun = self._add_line()
        at = self.model.index(len(self.model.lines) - 1, 0)
        self._view.type_in(at, letters)
        if not self._view.is_typing:
            self._type_below(at, letters)

    def _leave(self) -> None:
        """Go on behind the table; a line that was come to by Tab only, and has stayed empty, goes again."""
        line, begun, self._begun = self._line(), self._begun, ""
        if line is not None and line.id == begun and not line.answers:
            self._session.change(*self._removing([line]))
        self._add.setFocus()

    def _type_below(self, index: QModelIndex, letters: str) -> None:
        """Go to the answer of a cell under the table; letters go behind what stands there."""
        self._open(index)
        box = QApplication.focusWidget()
        if letters and isinstance(box, QPlainTextEdit):
            box.moveCursor(QTextCursor.MoveOperation.End)
            box.insertPlainText(letters)

    def _put_here(self, cells: Lines) -> None:
        """Put cells into the table that were pasted while one of it was typed in."""
        line, at = self._line(), self._view.currentIndex().column()
        self._blocks.put(cells, line.id if line else "", self.model.columns[max(at, 0)].id)

    def _put_below(self, column: str, cells: Lines) -> None:
        """Put cells into the table that were pasted into the question of a column."""
        line = self._line()
        self._blocks.put(cells, line.id if line else "", column)
        self._form.check()

    def _show_notes(self) -> None:
        """Show what is said of the table or of a whole line; the rest stands in its cell and at its question."""
        shown = [one for one in self._found if not one.place.column]
        self._notes.show_found([(one, self._where(one)) for one in shown], self._go_to_line)
        self.model.show_found([one for one in self._found if one.place.line])
        self._form.show_found(self._found)

    def _where(self, here: Here) -> str:
        at = self.model.row_of(here.place.line)
        return say("Line {n}", n=at + 1) if at >= 0 else ""

    def _go_to_line(self, place: Place) -> None:
        self.take_focus(place.line)

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
