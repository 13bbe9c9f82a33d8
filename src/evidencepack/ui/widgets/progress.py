# SPDX-License-Identifier: MPL-2.0
"""Long work as it goes on: its steps, a real fraction, and a button that stops it and keeps nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, label, row
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say

_WIDTH = 520


class ProgressDialog(QDialog):
    """Shows how far a job is; ``cancelled`` says that the person wants it stopped. Its maker closes it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget, title: str, steps: Sequence[str], *, note: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(scaled(_WIDTH))
        self._steps = [State(Mark.NONE, words) for words in steps]
        self._names = tuple(steps)
        self._tenth = 0
        self._stopping = False
        self._words = label(title, "h2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(title)
        self._cancel = button(say("Cancel – keep nothing"), self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for part in (self._words, self._bar, *self._steps):
            layout.addWidget(part)
        if note:
            layout.addWidget(label(note, "small"))
        layout.addWidget(row(None, self._cancel))

    def show_step(self, at: int, done: int, of: int, words: str) -> None:
        """Show that step ``at`` (from 0) is under way, how many of its parts are done, and where it is in words."""
        for number, state in enumerate(self._steps):
            mark = Mark.DONE if number < at else Mark.NOW if number == at else Mark.NONE
            state.show_state(mark, self._names[number])
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        if not self._stopping:
            self._words.setText(words)
        tenth = 10 * done // max(1, of)
        if tenth != self._tenth:
            self._tenth = tenth
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def let_finish(self) -> None:
        """Offer no way to stop any more: what is done stays done."""
        self._cancel.setEnabled(False)
        self._cancel.setToolTip(say("It is kept already and ends by itself in a moment."))

    def cancel(self) -> None:
        """Ask for the work to be stopped, if it still can be; it may take a moment."""
        if not self._cancel.isEnabled():
            return
        self._stopping = True
        self._cancel.setEnabled(False)
        self._words.setText(say("Stopping…"))
        self.cancelled.emit()

    def reject(self) -> None:
        """Escape asks to stop; the dialog goes when the work has."""
        self.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing asks to stop, too, while the work goes on."""
        if self._stopping:
            super().closeEvent(event)
        else:
            event.ignore()
            self.cancel()
