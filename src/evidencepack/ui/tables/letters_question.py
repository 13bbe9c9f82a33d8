# SPDX-License-Identifier: MPL-2.0
"""The question who does what: a letter for each task and role."""

from __future__ import annotations

from evidencepack.library.model import Field
from evidencepack.ui.look import restyle, scaled
from evidencepack.ui.question import Question
from evidencepack.ui.session import Session
from evidencepack.ui.tables.clipboard import copied_cells, copy_cells
from evidencepack.ui.tables.letters import LettersModel
from evidencepack.ui.tables.letters_view import ABOVE, LettersView
from evidencepack.ui.tables.pasted import PasteReport, pasted_words
from evidencepack.ui.tables.remedies import Remedies, remedy_words, usual_words
from evidencepack.ui.widgets.announcing import announce
from evidencepack.ui.widgets.parts import label, row
from evidencepack.ui.words import counted, say
from evidencepack.usecases.forms import Asked, Place
from evidencepack.usecases.letters import LetterGrid, Remedy, letter_changes, letter_grid, remedies, remedy_changes
from evidencepack.usecases.pasting import plan_letters


class LettersQuestion(Question):
    """The grid, the keys that work in it, what is wrong where the person is, and what to do before there is a grid."""

    def __init__(self, field: Field, session: Session, record: str) -> None:
        super().__init__(field, session)
        self._record = record
        self.model = LettersModel(field.column("letter").choices)
        self._view = LettersView(self.model)
        self._label.setBuddy(self._view)
        self._nothing = label(say("Name the roles and the tasks first: the grid is made of them."))
        self._keys = label(_keys(), "small")
        self._verdict = label("", "small")
        self._report = PasteReport()
        self._remedies = Remedies()
        self._remedies.chosen.connect(self._remedy)
        self._verdict_row = row(self._verdict, self._remedies, gap=14)
        # Two lines in any case, so that the grid does not jump.
        self._verdict_row.setMinimumHeight(scaled(ABOVE - 4))
        self._lay_out(self._nothing, self._keys, self._verdict_row, self._view, self._report)
        self.model.given.connect(self._give)
        self._view.copying.connect(self._copy)
        self._view.pasting.connect(self._paste)
        self._view.selectionModel().currentChanged.connect(lambda _new, _old: self._judge())

    def show_asked(self, asked: Asked) -> None:
        """Show the letters as they stand now."""
        self._asked = asked
        grid = self._grid()
        self._report.forget()
        self.model.show_grid(grid)
        empty = not (grid.tasks and grid.roles)
        self._nothing.setVisible(empty)
        for part in (self._keys, self._verdict_row, self._view):
            part.setVisible(not empty)
        self._view.fit()
        self._refresh()
        self._judge()
        self._view.setAccessibleName(self._words())
        self._view.setAccessibleDescription(f"{self._description()} {_keys()}")

    def take_focus(self, line: str = "", column: str = "") -> None:
        """Put the keyboard into the grid, at a task if ``line`` is one, at a role if ``column`` is one."""
        self._view.setFocus()
        tasks, roles = ([one.id for one in heads] for heads in (self.model.grid.tasks, self.model.grid.roles))
        if line in tasks:
            at = roles.index(column) if column in roles else 0
            self._view.setCurrentIndex(self.model.index(tasks.index(line), at))
        elif not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self.model.index(0, 0))

    def _show_notes(self) -> None:
        """Show what the checks say, each with the way to its task."""
        self._notes.show_found([(one, "") for one in self._found], self._go_to_task)

    def _go_to_task(self, place: Place) -> None:
        self.take_focus(place.line, place.column)

    def _grid(self) -> LetterGrid:
        return letter_grid(self._session.facts, self._session.facts.records[self._record])

    def _give(self, task: str, role: str, letter: str) -> None:
        record = self._session.facts.records[self._record]
        before = self._grid().slip(task)
        changes = letter_changes(record, task, role, letter)
        if changes:
            self._session.change(*changes)
            after = self._grid().slip(task)
            if after != before:
                announce(self._view, self._verdict.text())

    def _remedy(self, remedy: Remedy) -> None:
        """Make the usual answer so, as one step, and go to where it is."""
        at = self._view.currentIndex().row()
        task = self.model.grid.tasks[at].id
        record = self._session.facts.records[self._record]
        words = remedy_words(self.model.grid, remedy)
        self._session.change(*remedy_changes(record, task, remedy), words=f"{words[:1].lower()}{words[1:]}")
        self.take_focus(task, remedy.role.id)
        announce(self._view, self._verdict.text())

    def _judge(self) -> None:
        """Say what is wrong with the task where the person is, or how many others need another look."""
        grid, at = self.model.grid, self._view.currentIndex().row()
        usual: tuple[Remedy, ...] = ()
        wrong = [line for line in range(len(grid.tasks)) if self.model.is_wrong(line)]
        if at in wrong:
            task, slip = grid.tasks[at], grid.slip(grid.tasks[at].id)
            usual = remedies(grid, task.id)
            why = usual_words(grid, task.id, usual)
            self._verdict.setText(" ".join(filter(None, (f"{task.title}: {slip[:1].lower()}{slip[1:]}.", why))))
        elif wrong:
            words = counted(len(wrong), "1 task needs another look (F4).", "{n} tasks need another look (F4).")
            self._verdict.setText(words)
        else:
            bare = sum(bool(grid.slip(task.id)) for task in grid.tasks)
            words = counted(bare, "1 task has no letters yet.", "{n} tasks have no letters yet.")
            self._verdict.setText(words if bare else say("Every task has one A and at least one R."))
        self._remedies.offer(grid, usual)
        self._verdict.setProperty("role", "error" if wrong else "small")
        restyle(self._verdict)

    def _copy(self) -> None:
        """Copy the whole grid, with its tasks and roles."""
        grid = self.model.grid
        letters = [
            [self.model.letters.get(grid.letters.get((task.id, role.id), ""), "") for role in grid.roles]
            for task in grid.tasks
        ]
        heads = [["", *(role.title for role in grid.roles)]]
        copy_cells([*heads, *([task.title, *line] for task, line in zip(grid.tasks, letters, strict=True))])
        self._session.noted.emit(say("The whole grid is copied."))

    def _paste(self) -> None:
        """Put letters of the clipboard into the grid, from the chosen cell on."""
        cells, at, grid = copied_cells(), self._view.currentIndex(), self._grid()
        if not cells or not at.isValid():
            self._session.noted.emit(say("There is nothing to paste: the clipboard holds no text."))
            return
        record = self._session.facts.records[self._record]
        made = plan_letters(record, grid, self.model.letters, cells, (at.row(), at.column()))
        if made.changes:
            self._session.change(*made.changes, words=say("paste letters"))
        lines = [task.id for task in grid.tasks]
        self._report.tell(made, {role.id: role.title for role in grid.roles}, lines, self.take_focus)
        self._session.noted.emit(pasted_words(made))
        self.resized.emit()


def _keys() -> str:
    return say("Arrow keys move · R, A, C or I sets a letter, B sets A and R · Space steps · Delete clears")
