# SPDX-License-Identifier: MPL-2.0
"""Help and examples for the question that has the keyboard, beside the form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from evidencepack.ui.example import Example, has_example, take_example, text_at
from evidencepack.ui.field_words import Asking, facts_of
from evidencepack.ui.session import Session
from evidencepack.ui.widgets.parts import Pane, column, emptied, label
from evidencepack.ui.words import say

_MARGINS = (18, 14, 16, 18)


class HelpPane(Pane):
    """What is known of one question; it is put together only while it is seen."""

    left_by_key = Signal()
    """The person wants to go back to the form."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asking: Asking | None = None
        self._example: Example | None = None
        self._is_old = True
        held = QFrame()
        self._parts = QVBoxLayout(held)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(4)
        super().__init__(column(held, None, margins=_MARGINS))
        # Up and Down scroll it, where there is no mouse.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Help and examples"))

        session.changed.connect(self._follow)

    def show_for(self, asking: Asking) -> None:
        """Show the help of a question."""
        self._is_old = self._is_old or asking != self._asking
        self._asking = asking
        if self.isVisible():
            self._refresh()

    def close_pane(self) -> None:
        """Follow nothing any more."""
        self._session.changed.disconnect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Put together what was asked for meanwhile."""
        super().showEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the form by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        """Let the example be used, or no longer, as the answer is."""
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if self._is_old:
            self._is_old = False
            self._fill()
        if self._example is not None and self._asking is not None:
            self._example.allow(text_at(self._session, self._asking.path, self._asking.field))
        self.settle()

    def _use(self, text: str) -> None:
        """Take the example as the answer, and go back to its question."""
        if self._asking is not None:
            take_example(self._session, self._asking.path, self._asking.field, text)
            self.left_by_key.emit()

    def _fill(self) -> None:
        emptied(self._parts)
        self._example = None
        if self._asking is None:
            self._parts.addWidget(label(say("Go to a question: its help and its examples stand here."), "hint"))
            return
        field, table = self._asking.field, self._asking.table
        if table is not None:
            self._parts.addWidget(label(table.label, "cap"))
        self._parts.addWidget(label(field.label, "h2"))
        self._parts.addWidget(label(field.help))
        self.setAccessibleDescription(f"{field.label} {field.help}")
        self._parts.addSpacing(8)
        if has_example(field):
            self._example = Example(field)
            self._example.used.connect(self._use)
            self._parts.addWidget(self._example)
            self._parts.addSpacing(8)
        for head, sentences in facts_of(self._asking):
            self._parts.addWidget(column(label(head, "strong"), *map(label, sentences), gap=0))
            self._parts.addSpacing(6)
        self._parts.addWidget(label(say("F1 once more opens the page of the manual on this paper."), "small"))
        self.verticalScrollBar().setValue(0)
