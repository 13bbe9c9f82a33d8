# SPDX-License-Identifier: MPL-2.0
"""The question when finished files are not fit to go: each thing that was seen, and why it may stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import Pane, asked, button, column, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.stopping import InTheWay

_WIDE, _HIGH, _MOST = 640, 500, 0.92


class StopsQuestion(QDialog):
    """Tells all that stops an issue, and asks why it may stay; rejected: nothing is issued."""

    def __init__(self, parent: QWidget, title: str, stops: Sequence[InTheWay]) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.why = QLineEdit()
        self.problem = label("", "error")
        self.problem.hide()
        many = counted(len(stops), "{n} thing to put right first", "{n} things to put right first")
        made = say("The files were made and opened again. Nothing is issued yet.")
        rows = (StateRow(Mark.BLOCK, one.message) for one in stops)
        hint = say("It stands in the issue and in its manifest, with your name. Better: put it right first.")
        self.leave = button(say("Do not issue"), self.reject)
        self.do = button(say("Issue it all the same"), self._agree, kind="primary")
        self.do.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label(many, "h2"))
        layout.addWidget(label(made))
        layout.addWidget(Pane(column(*rows, None, gap=8, name="page")), 1)
        layout.addWidget(asked(self.why, say("Why may it stay as it is?"), hint))
        layout.addWidget(self.problem)
        layout.addWidget(row(None, self.leave, self.do, gap=10))
        there = parent.window().size()
        self.resize(min(scaled(_WIDE), int(there.width() * _MOST)), min(scaled(_HIGH), int(there.height() * _MOST)))
        self.why.setFocus()

    @property
    def because(self) -> str:
        """Why it may stay."""
        return self.why.text().strip()

    def _agree(self) -> None:
        if self.because:
            self.accept()
            return
        words = say("Say why it may stay as it is, or put it right first.")
        self.problem.setText(words)
        self.problem.show()
        self.why.setAccessibleDescription(words)
        self.why.setFocus()
