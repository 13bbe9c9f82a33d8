# SPDX-License-Identifier: MPL-2.0
"""The question before a pack is issued: who issues it, and why what must be fixed may stay this time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.fitted import FittedDialog
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import asked, button, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.issuing import Ground, Wish

_WIDTH, _SHOWN = 560, 4


class IssueQuestion(FittedDialog):
    """Asks for a name, and for a reason where something must be fixed first; ``blocking`` are the sentences of that."""

    def __init__(self, parent: QWidget, reference: str, ground: Ground, blocking: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Issue the pack"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(scaled(_WIDTH))
        self.who, self.because = QLineEdit(ground.person), QLineEdit()
        self._blocked = bool(blocking)
        self.problem = label("", "error")
        self.problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        title = say("Issue {number} of {reference}", number=ground.number, reference=reference)
        layout.addWidget(label(title, "h2"))
        layout.addWidget(label(say("Files, answers and papers are kept as they are now, and never change again.")))
        for words in blocking[:_SHOWN]:
            layout.addWidget(StateRow(Mark.BLOCK, words))
        if (more := len(blocking) - _SHOWN) > 0:
            layout.addWidget(label(counted(more, "and {n} other", "and {n} others"), "small"))
        hint = say("It stands in the issue.")
        layout.addWidget(asked(self.who, say("Who issues it?"), hint))
        if blocking:
            hint = say("It stands in the issue and in its manifest, with your name. Better: fix it first.")
            layout.addWidget(asked(self.because, say("Why may it go as it is?"), hint))
        layout.addWidget(self.problem)
        self.do = button(say("Issue it…"), self._agree, kind="primary")
        self.do.setDefault(True)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), self.do, gap=10))
        (self.because if blocking else self.who).setFocus()

    @property
    def wish(self) -> Wish:
        """What was answered."""
        return Wish(self.who.text().strip(), self.because.text().strip())

    def _agree(self) -> None:
        """Go on if everything is there that is needed; else say what is not, and go there."""
        wanting = self.who if not self.who.text().strip() else None
        words = say("Say who issues it.")
        if wanting is None and self._blocked and not self.because.text().strip():
            wanting, words = self.because, say("Say why it may go as it is, or fix it first.")
        if wanting is None:
            self.accept()
            return
        self.problem.setText(words)
        self.problem.show()
        wanting.setAccessibleDescription(words)
        wanting.setFocus()
