# SPDX-License-Identifier: MPL-2.0
"""What changed between two moments: old and new words side by side, each with a way to put the old ones back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.widgets.quote import Quote
from evidencepack.ui.words import counted, say
from evidencepack.usecases.naming_places import PlaceName
from evidencepack.usecases.sittings import Changed
from evidencepack.usecases.word_changes import Passage, word_changes

MOST = 60
"""So many changes are shown at once, and so many more each time somebody wants to see more."""


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

    @property
    def focus_at(self) -> int:
        """Which of its buttons has the keyboard, from 0; -1 if none has."""
        focus = QApplication.focusWidget()
        return next((at for at, one in enumerate(self._buttons()) if one is focus), -1)

    def take_focus(self, at: int) -> bool:
        """Put the keyboard on a button, or on the last where there are fewer now; False where there are none."""
        buttons = self._buttons()
        if buttons:
            buttons[min(at, len(buttons) - 1)].setFocus()
        return bool(buttons)

    def show_changes(
        self, changed: Sequence[Changed], same: Sequence[Changed], *, may_put_back: bool, most: int = MOST
    ) -> None:
        """Show these changes, then what is the same; the first of many, until somebody wants to see all."""
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in changed[:most]:
            self._add(self._change(one, may_put_back=may_put_back))
        if len(changed) > most:
            words = counted(len(changed) - most, "{n} more change: show more", "{n} more changes: show more")
            go_on = partial(self._show_more, changed, same, may_put_back=may_put_back, most=most + MOST)
            self._add(row(button(words, go_on, kind="link"), None))
        for one in same[:MOST]:
            quote = Quote((Passage(one.after),), added=True)
            self._add(column(label(_called(one.name), "label"), quote, gap=5))
        self._layout.addStretch(1)

    def _add(self, part: QWidget) -> None:
        self._layout.addWidget(part)
        # At once, so that the keyboard can come to it; Qt itself would wait for the next turn of its loop.
        part.show()

    def _show_more(self, changed: Sequence[Changed], same: Sequence[Changed], *, may_put_back: bool, most: int) -> None:
        at = self.focus_at
        self.show_changes(changed, same, may_put_back=may_put_back, most=most)
        self.take_focus(max(at, 0))

    def _buttons(self) -> list[QPushButton]:
        """Return what can be pressed, from the top; those that are going are no part of the layout any more."""
        shown = (self._layout.itemAt(at) for at in range(self._layout.count()))
        parts = [item.widget() for item in shown if item is not None]
        return [
            one for part in parts if part is not None for one in part.findChildren(QPushButton) if not one.isHidden()
        ]

    def _change(self, one: Changed, *, may_put_back: bool) -> QWidget:
        words, name = word_changes(one.before, one.after), _called(one.name)
        go = button(say("Go there"), lambda: self.opened.emit(one.path), kind="link")
        go.setAccessibleName(say("Go there: {place}", place=name))
        back = button(say("Put this back"), lambda: self.asked_back.emit(one.path), kind="small")
        back.setAccessibleName(say("Put this back: {place}", place=name))
        if not may_put_back:
            back.hide()
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
