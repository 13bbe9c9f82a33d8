# SPDX-License-Identifier: MPL-2.0
"""The question who does what: a letter for each task and role."""

from __future__ import annotations

from evidencepack.library.model import Field
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.letters import LettersModel
from evidencepack.ui.tables.letters_view import LettersView
from evidencepack.ui.widgets.parts import label
from evidencepack.usecases.forms import Asked
from evidencepack.usecases.letters import letter_changes, letter_grid

_KEYS = "Arrow keys move · R, A, C or I sets a letter, B sets A and R · Space steps · Delete clears"
_NOTHING = "Name the roles and the tasks first: the grid is made of them."


class LettersQuestion(Question):
    """The grid, the keys that work in it, and what is still to do before there is a grid."""

    def __init__(self, field: Field, session: Session, record: str) -> None:
        super().__init__(field, session)
        self._record = record
        self.model = LettersModel(field.column("letter").choices)
        self._view = LettersView(self.model)
        self._label.setBuddy(self._view)
        self._nothing = label(_NOTHING)
        self._keys = label(_KEYS, "small")
        self._lay_out(self._nothing, self._keys, self._view)
        self.model.given.connect(self._give)

    def show_asked(self, asked: Asked) -> None:
        """Show the letters as they stand now."""
        self._asked = asked
        grid = letter_grid(self._session.facts, self._session.facts.records[self._record])
        self.model.show_grid(grid)
        empty = not (grid.tasks and grid.roles)
        self._nothing.setVisible(empty)
        self._keys.setVisible(not empty)
        self._view.setVisible(not empty)
        self._refresh()
        self._view.setAccessibleName(self._words())
        self._view.setAccessibleDescription(f"{self._description()} {_KEYS}")

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into the grid, at a task if ``line`` is one."""
        del column
        self._view.setFocus()
        tasks = [task.id for task in self.model.grid.tasks]
        if line in tasks:
            self._view.setCurrentIndex(self.model.index(tasks.index(line), 0))
        elif not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self.model.index(0, 0))

    def _give(self, task: str, role: str, letter: str) -> None:
        record = self._session.facts.records[self._record]
        changes = letter_changes(record, task, role, letter)
        if changes:
            self._session.change(*changes)
