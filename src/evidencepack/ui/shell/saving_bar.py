# SPDX-License-Identifier: MPL-2.0
"""Above the place while something cannot be saved: why and what to do, in full, and a button that tries again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.words import say

if TYPE_CHECKING:
    from evidencepack.ui.shell.window import Window


class SavingBar(QFrame):
    """Comes with the first change that cannot be saved, and goes when all is saved."""

    def __init__(self, words: str, again: Callable[[], None]) -> None:
        super().__init__()
        self.words = words
        self.setObjectName("errorbox")
        title = say("Your last changes are not saved yet")
        self.setAccessibleName(f"{title}. {words}")
        tries = button(say("Try again now"), again)
        tries.setAccessibleDescription(words)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 9, 16, 10)
        layout.setSpacing(12)
        layout.addWidget(column(2, MarkSign(Mark.BLOCK, size=18), None, gap=0))
        layout.addWidget(column(label(title, "strong"), label(words), gap=2), 1)
        layout.addWidget(tries, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def show_unsaved(window: Window, words: str) -> None:
    """Say in a window why something cannot be saved; without words, take away what was said."""
    for old in window.findChildren(SavingBar):
        old.hide()
        old.setParent(None)
        old.deleteLater()
    if words and window.work.session is not None:
        window.show_above(SavingBar(words, window.work.session.save))
