# SPDX-License-Identifier: MPL-2.0
"""The usual answers for a task whose letters do not do, as buttons beside what is said of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from evidencepack.ui.widgets.parts import button, emptied
from evidencepack.ui.words import say
from evidencepack.usecases.letters import Head, LetterGrid, Remedy


class Remedies(QFrame):
    """``chosen`` carries the remedy whose button was pressed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Remedy, ...] = ()
        self._said: list[str] = []
        self._buttons = QHBoxLayout(self)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(8)
        # What is said of the task has the rest of the line.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def offer(self, grid: LetterGrid, remedies: Sequence[Remedy]) -> None:
        """Show a button for each remedy; none for none."""
        said = [remedy_words(grid, one) for one in remedies]
        if (tuple(remedies), said) == (self._offered, self._said):
            return
        self._offered, self._said = tuple(remedies), said
        emptied(self._buttons)
        for one, words in zip(remedies, said, strict=True):
            made = button(words, lambda one=one: self.chosen.emit(one), kind="small")  # type: ignore[misc]
            self._buttons.addWidget(made)


def remedy_words(grid: LetterGrid, remedy: Remedy) -> str:
    """Return what is on the button, and what undo calls it: “Make Nasrin A/R”."""
    who = _called(grid, remedy.role)
    return say("Make {who} A/R", who=who) if remedy.does_it_too else say("Only {who} has the A", who=who)


def usual_words(grid: LetterGrid, task: str, remedies: Sequence[Remedy]) -> str:
    """Return why a remedy is the usual answer; empty where there is none, or a choice."""
    if len(remedies) != 1:
        return say("One person answers for it; the other is asked first, or does it.") if remedies else ""
    role = remedies[0].role
    who = role.second or role.title
    if grid.letters[task, role.id] == "r":
        return say("{who} already does it, so A/R is the usual answer.", who=who)
    return say("{who} already answers for it, so A/R is the usual answer.", who=who)


def _called(grid: LetterGrid, role: Head) -> str:
    """Return the first name of somebody; the whole one where two have it, or the role where nobody is named."""
    first = role.second.split(" ")[0]
    alike = [one for one in grid.roles if one.second.split(" ")[0] == first]
    return (role.second if len(alike) > 1 else first) or role.title
