# SPDX-License-Identifier: MPL-2.0
"""The head of a step: which one it is, its title, and what it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui.tokens import Ink
from evidencepack.ui.widgets.parts import button, fill, label, row
from evidencepack.ui.widgets.tint import Tint
from evidencepack.ui.words import say


class StepHead(QFrame):
    """``listing`` says that the person wants to see all steps by name."""

    listing = Signal()

    def __init__(self, number: int, count: int, title: str, intro: str) -> None:
        super().__init__()
        where = say("Step {n} of {count}", n=number, count=count)
        self._where, self._steps = label(where, "small"), button(where, self.listing.emit, kind="small")
        self._steps.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._steps.setAccessibleName(say("{step}: all steps", step=where))
        Tint(self._steps, "chevron-down", Ink.TEXT)
        self._list = row(self._steps, None)
        about = [label(intro, "hint")] if intro else []
        fill(self, QVBoxLayout(self), (self._where, self._list, label(title, "h1"), *about), 2, (0, 0, 0, 0))
        self._list.hide()

    def name_steps(self, *, by_menu: bool) -> None:
        """Say which step this is; ``by_menu`` as a button that unfolds all of them, where no names stand beside."""
        self._where.setVisible(not by_menu)
        self._list.setVisible(by_menu)

    def below_steps(self) -> QPoint:
        """Return where the menu of the steps unfolds, on the screen."""
        return self._steps.mapToGlobal(self._steps.rect().bottomLeft())
