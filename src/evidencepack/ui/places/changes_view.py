# SPDX-License-Identifier: MPL-2.0
"""What changed between two moments: old and new words side by side, each with a way to put the old ones back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from evidencepack.ui.widgets.parts import button, column, label
from evidencepack.ui.widgets.quote import Quote
from evidencepack.ui.words import counted, say
from evidencepack.usecases.naming_places import PlaceName
from evidencepack.usecases.sittings import Changed
from evidencepack.usecases.word_changes import Passage, word_changes

MOST = 60
"""So many changes are shown at once; more would take long to draw and nobody reads them."""


class ChangesView(QFrame):
    """A list of changes, and under it, when asked for, of what is the same."""

    asked_back = Signal(str)
    """Put the old words of this path back."""
    opened = Signal(str)
    """Go to the answer at this path."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)

    def show_changes(self, changed: Sequence[Changed], same: Sequence[Changed], *, may_put_back: bool) -> None:
        """Show these changes, then what is the same."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in changed[:MOST]:
            self._layout.addWidget(self._change(one, may_put_back=may_put_back))
        if len(changed) > MOST:
            more = len(changed) - MOST
            self._layout.addWidget(label(counted(more, "And {n} more change.", "And {n} more changes."), "hint"))
        for one in same[:MOST]:
            quote = Quote((Passage(one.after),), added=True)
            self._layout.addWidget(column(label(_called(one.name), "label"), quote, gap=5))
        self._layout.addStretch(1)

    def _change(self, one: Changed, *, may_put_back: bool) -> QWidget:
        words, name = word_changes(one.before, one.after), _called(one.name)
        go = button(say("Go there"), lambda: self.opened.emit(one.path), kind="link")
        go.setAccessibleName(say("Go there: {place}", place=name))
        back = button(say("Put this back"), lambda: self.asked_back.emit(one.path), kind="small")
        back.setAccessibleName(say("Put this back: {place}", place=name))
        back.setVisible(may_put_back)
        sides = QFrame()
        grid = QGridLayout(sides)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for at, (passages, added) in enumerate(((words.old, False), (words.new, True))):
            grid.addWidget(Quote(passages, added=added), 0, at)
            grid.setColumnStretch(at, 1)
        frame = column(_head(label(name, "label"), go, back), sides, gap=5)
        frame.setAccessibleName(name)
        return frame


def _head(words: QWidget, *buttons: QWidget) -> QFrame:
    """Return words that take all the room that buttons leave."""
    frame = QFrame()
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(words, 1)
    for one in buttons:
        layout.addWidget(one)
    return frame


def _called(name: PlaceName) -> str:
    return f"{name.line} › {name.question}" if name.line else name.question
