# SPDX-License-Identifier: MPL-2.0
"""The lines of a table as a Qt model: each cell the text of its entry, typed over or picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.ui.look import colour
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.qt_types import Index
from evidencepack.ui.session import Session
from evidencepack.ui.tokens import Ink
from evidencepack.ui.words import say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Asked, Line

_MOST_COLUMNS = 4
_IN_FULL = frozenset({FieldType.LONG_TEXT, FieldType.CHOICES, FieldType.FILE})
"""What is answered under the table only: it would not fit a cell."""

UNREAD = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell says that what stands in it is no answer."""

FOUND = UNREAD + 1
"""The role under which a cell says how much what the checks found there matters; None where they found nothing."""


def asked_columns(field: Field) -> tuple[Field, ...]:
    """Return the columns that can be asked in a line: a table inside a record that is shown here needs its own page."""
    return tuple(column for column in field.columns if column.type is not FieldType.TABLE)


class LinesModel(QAbstractTableModel):
    """Lines down, their first columns across; the others are asked under the table."""

    def __init__(self, field: Field, session: Session) -> None:
        super().__init__()
        self.columns = asked_columns(field)[:_MOST_COLUMNS]
        self.lines: tuple[Line, ...] = ()
        self._session = session
        self._found: dict[tuple[str, str], Severity] = {}

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; as long as they are the same ones, whoever looks at a cell stays in it."""
        fresh = tuple(lines)
        same = [line.id for line in fresh] == [line.id for line in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = fresh
        if not same:
            self.endResetModel()
        elif fresh:
            self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, len(self.columns) - 1))

    def show_found(self, here: Sequence[Here]) -> None:
        """Mark the cells that the checks speak of; what is said of a line, or asked under the table, at its first."""
        shown = {column.id for column in self.columns}
        found: dict[tuple[str, str], Severity] = {}
        for one in here:
            at = (one.place.line, one.place.column if one.place.column in shown else self.columns[0].id)
            found[at] = min(found.get(at, Severity.SUGGESTS), one.problem.severity, key=list(Severity).index)
        if found != self._found:
            self._found = found
            if self.lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

    def row_of(self, line: str) -> int:
        """Return at which row a line stands, from 0; -1 if it is gone."""
        return next((number for number, one in enumerate(self.lines) if one.id == line), -1)

    def asked(self, index: Index) -> Asked | None:
        """Return the question of a cell; None while it is not asked."""
        return self.lines[index.row()].asked(self.columns[index.column()])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the label of a column."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.columns[section].label if orientation is Qt.Orientation.Horizontal else str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be typed over, unless they are answered under the table or not asked."""
        usual = super().flags(index)
        asked = self.asked(index)
        return usual | Qt.ItemFlag.ItemIsEditable if asked and asked.field.type not in _IN_FULL else usual

    def data(self, index: Index, role: int = 0) -> Any:
        """Return the text of a cell, what a screen reader says of it, and its colour."""
        asked, mark = self.asked(index), self._mark(index)
        match role:
            case Qt.ItemDataRole.EditRole:
                found: Any = self._session.text_of(asked) if asked else ""
            case Qt.ItemDataRole.DisplayRole:
                found = f"{mark}{self._shown(asked)}"
            case Qt.ItemDataRole.ToolTipRole:
                found = self._said(asked)
            case Qt.ItemDataRole.AccessibleTextRole:
                matters = self._matters(index)
                head, said = self.columns[index.column()].label, f"{mark}{self._said(asked)}"
                said = f"{said}. {MARKS[matters].words}" if matters else said
                found = say("{column}, line {n}: {said}", column=head, n=index.row() + 1, said=said)
            case Qt.ItemDataRole.ForegroundRole:
                found = self._ink(asked)
            case _ if role == FOUND:
                found = self._matters(index)
            case _:
                found = (role == UNREAD and asked is not None and asked.path in self._session.drafts) or None
        return found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Enter what was typed into a cell."""
        asked = self.asked(index)
        if asked is None or role != Qt.ItemDataRole.EditRole:
            return False
        self._session.enter(asked.path, asked.field, str(value))
        return True

    def _mark(self, index: Index) -> str:
        """Return what stands before the first cell of an example."""
        return f"{say('Example')}: " if index.column() == 0 and self.lines[index.row()].example else ""

    def _matters(self, index: Index) -> Severity | None:
        return self._found.get((self.lines[index.row()].id, self.columns[index.column()].id))

    def _shown(self, asked: Asked | None) -> str:
        if asked is None:
            return "–"
        text = " ".join(self._session.text_of(asked).split())
        return text or (say("needed") if asked.required else "")

    def _said(self, asked: Asked | None) -> str:
        if asked is None:
            return say("not asked")
        draft = self._session.drafts.get(asked.path)
        return (
            say("{entry}. Error: {problem}", entry=draft.text, problem=draft.problem) if draft else self._shown(asked)
        )

    def _ink(self, asked: Asked | None) -> Any:
        if asked is None:
            return colour(Ink.MUTED)
        if asked.path in self._session.drafts:
            return colour(Ink.ERROR)
        return None if self._session.text_of(asked) else colour(Ink.MUTED)
