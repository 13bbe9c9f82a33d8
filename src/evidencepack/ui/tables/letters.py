# SPDX-License-Identifier: MPL-2.0
"""The letters of a responsibility map as a Qt model: tasks down, roles across, a verdict at the end of each task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt, Signal

from evidencepack.library.model import Choice
from evidencepack.ui.qt_types import Index
from evidencepack.ui.words import say
from evidencepack.usecases.letters import LetterGrid

_EMPTY = LetterGrid((), (), {})


class LettersModel(QAbstractTableModel):
    """A grid of letters. ``given`` says which letter a person gave to which task and role."""

    given = Signal(str, str, str)

    def __init__(self, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self.grid = _EMPTY
        self.letters: Mapping[str, str] = {choice.id: choice.label for choice in choices}

    def show_grid(self, grid: LetterGrid) -> None:
        """Show a grid; as long as tasks and roles are the same, whoever looks at a cell stays in it."""
        same = (grid.tasks, grid.roles) == (self.grid.tasks, self.grid.roles)
        if not same:
            self.beginResetModel()
        self.grid = grid
        if not same:
            self.endResetModel()
        elif grid.tasks:
            self.dataChanged.emit(self.index(0, 0), self.index(len(grid.tasks) - 1, len(grid.roles)))

    def letter(self, index: Index) -> str:
        """Return the id of the letter in a cell; empty for none and for the verdict."""
        if not index.isValid() or self.is_verdict(index):
            return ""
        task, role = self.grid.tasks[index.row()], self.grid.roles[index.column()]
        return self.grid.letters.get((task.id, role.id), "")

    def is_verdict(self, index: Index) -> bool:
        """Whether a cell is the verdict at the end of a task."""
        return index.column() == len(self.grid.roles)

    def is_wrong(self, line: int) -> bool:
        """Whether the letters of a task do not do; a task that has none yet is not wrong."""
        task = self.grid.tasks[line].id
        return bool(self.grid.slip(task)) and any(named == task for named, _ in self.grid.letters)

    def give(self, index: Index, letter: str) -> None:
        """Give a letter, by its id, to a cell; empty takes it away."""
        if index.isValid() and not self.is_verdict(index) and letter in {*self.letters, ""}:
            self.given.emit(self.grid.tasks[index.row()].id, self.grid.roles[index.column()].id, letter)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of tasks."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.tasks)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of roles and one."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.roles) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return the person and role of a column, the task of a row with its time limit under it."""
        if orientation is Qt.Orientation.Horizontal and section == len(self.grid.roles):
            return say("Check") if role == Qt.ItemDataRole.DisplayRole else None
        head = (self.grid.roles if orientation is Qt.Orientation.Horizontal else self.grid.tasks)[section]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, (head.title, head.second)))
        if role == Qt.ItemDataRole.DisplayRole:
            first = head.second.split(" ")[0]
            return f"{first}\n{head.title}" if orientation is Qt.Orientation.Horizontal else head.title
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        """Return a letter or a verdict, and what a screen reader says of it."""
        slip = self.grid.slip(self.grid.tasks[index.row()].id)
        letter = self.letters.get(self.letter(index), "")
        verdict = slip or good_words()
        if role == Qt.ItemDataRole.DisplayRole:
            return verdict if self.is_verdict(index) else letter
        if role == Qt.ItemDataRole.ToolTipRole:
            return verdict if self.is_verdict(index) else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            task = self.grid.tasks[index.row()].title
            if self.is_verdict(index):
                return f"{task}: {verdict}"
            return f"{task}, {self.grid.roles[index.column()].title}: {letter or say('no letter')}"
        return None


def good_words() -> str:
    """Return what is said of a task whose letters do."""
    return say("Good")
