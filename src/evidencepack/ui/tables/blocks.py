# SPDX-License-Identifier: MPL-2.0
"""What is done with the cells that are chosen in a table: copied, cut, emptied, pasted; each of them one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.controls.control import too_long_words
from evidencepack.ui.controls.long_text import MOST_LETTERS
from evidencepack.ui.session import Session
from evidencepack.ui.tables.clipboard import copied_cells, copy_cells
from evidencepack.ui.tables.lines import LinesModel, asked_columns
from evidencepack.ui.tables.pasted import PasteReport, pasted_words, too_many_words
from evidencepack.ui.tables.view import LinesView
from evidencepack.ui.words import counted, say
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.copied_cells import Lines
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.pasting import MOST_LINES, Target, plan_paste


class Blocks(QObject):
    """The blocks of one table. What could not be pasted is named in its report."""

    def __init__(
        self, view: LinesView, session: Session, record: str, field: Field, go: Callable[[str, str], None]
    ) -> None:
        """Work on the table that a field of a record is; ``go`` goes to a line and a column of it."""
        super().__init__(view)
        self.report = PasteReport()
        self._view, self._session, self._record, self._field, self._go = view, session, record, field, go
        self._model: LinesModel = view.lines
        self._pasted: frozenset[FieldPath] = frozenset()
        view.copying.connect(self.copy)
        view.cutting.connect(self.cut)
        view.emptying.connect(self.empty)
        view.pasting.connect(self.paste)

    def copy(self) -> None:
        """Copy the chosen cells. Whole lines come with all their columns, and with the heads if they are all lines."""
        block = self._view.block()
        if not block:
            return
        cells, what = self._cells()
        copy_cells(cells)
        self._session.noted.emit(what)

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.empty()

    def empty(self) -> None:
        """Take the answers out of the chosen cells; their lines stay."""
        chosen = [asked for line in self._view.block() for index in line if (asked := self._model.asked(index))]
        full = [one for one in chosen if self._session.text_of(one)]
        if full:
            for one in full:
                if one.field.type is FieldType.FILE:
                    self._session.filing.drop(one.path)
            words = counted(len(full), "empty a cell", "empty {n} cells")
            self._session.change(*(SetAnswer(one.path, one.field.type, None) for one in full), words=words)

    def paste(self) -> None:
        """Put the cells of the clipboard into the table, from the chosen cell on; lines are added as needed."""
        cells = copied_cells()
        if not cells:
            self._session.noted.emit(say("There is nothing to paste: the clipboard holds no text."))
            return
        block = self._view.block()
        if len(cells) == len(cells[0]) == 1:
            # One cell goes into each of those that are chosen.
            cells = tuple(cells[0] * len(line) for line in block) or cells
        first = block[0][0] if block else self._view.currentIndex()
        line = self._model.lines[first.row()].id if first.isValid() else ""
        self.put(cells, line, self._model.columns[first.column()].id if first.isValid() else "")

    def put(self, cells: Lines, line: str = "", column: str = "") -> None:
        """Put cells into the table from a cell on, by the ids of its line and column; behind the last line if empty."""
        if len(cells) > MOST_LINES:
            self._session.noted.emit(too_many_words(len(cells)))
            return
        longest = max((len(cell) for one in cells for cell in one), default=0)
        if longest > MOST_LETTERS:
            self._session.noted.emit(too_long_words(MOST_LETTERS))
            return
        session = self._session
        record = session.facts.records[self._record]
        target = Target(session.facts, session.library, record, self._field, asked_columns(self._field))
        made = plan_paste(target, cells, session.desk, line=line, column=column)
        if made.changes or made.drafts:
            words = say("paste into “{table}”", table=self._field.label)
            session.change(*made.changes, words=words, unread=made.drafts)
        self._pasted = frozenset(made.drafts)
        heads = {one.id: one.label for one in target.columns}
        self.report.tell(made, heads, [one.id for one in self._model.lines], self._go)
        session.noted.emit(pasted_words(made))

    def forget_mended(self) -> None:
        """Name nothing any more once all that was not taken is mended."""
        if self._pasted.isdisjoint(self._session.drafts):
            self.report.forget()

    def _cells(self) -> tuple[list[list[str]], str]:
        """Return the chosen cells as texts, and what to say of them."""
        block, lines, columns = self._view.block(), self._model.lines, self._model.columns
        rows = [lines[cells[0].row()] for cells in block]
        if len(block[0]) < len(columns):
            texts = [[self._text(self._model.asked(index)) for index in cells] for cells in block]
            return texts, counted(sum(map(len, texts)), "1 cell copied.", "{n} cells copied.")
        every = asked_columns(self._field)
        heads = [[column.label for column in every]] if len(rows) == len(lines) > 1 else []
        texts = [[self._text(row.asked(column)) for column in every] for row in rows]
        return [*heads, *texts], counted(len(rows), "1 line copied.", "{n} lines copied.")

    def _text(self, asked: Asked | None) -> str:
        return self._session.text_of(asked) if asked else ""
