# SPDX-License-Identifier: MPL-2.0
"""The question before a pack is issued: who issues it, and why what must be fixed may stay this time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from evidencepack.ui.issues.late import LateChoice, LateWish
from evidencepack.ui.look import scaled
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import Pane, asked, button, column, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import counted, say
from evidencepack.usecases.issuing import Ground, Wish

_WIDTH, _MOST, _SHOWN = 560, 0.92, 4
_AROUND, _BELOW = 52, 120
"""Pixels beside the page, and for the problem, the buttons and what is round them."""


class IssueQuestion(QDialog):
    """Asks for a name, and for a reason where something must be fixed first; ``blocking`` are the sentences of that."""

    def __init__(
        self, parent: QWidget, reference: str, ground: Ground, blocking: Sequence[str], late: LateWish | None = None
    ) -> None:
        """``late`` is how the tender is numbered after an issue; nobody is asked before the first."""
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(say("Issue the pack"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.who, self.because = QLineEdit(ground.person), QLineEdit()
        self._blocked = bool(blocking)
        self.problem = label("", "error")
        self.problem.hide()
        self.late = LateChoice(late, ground.newest.number) if late and ground.newest else None
        page = column(*self._asked(reference, ground, blocking), gap=12, name="page")
        self.do = button(say("Issue it…"), self._agree, kind="primary")
        self.do.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(Pane(page), 1)
        layout.addWidget(self.problem)
        layout.addWidget(row(None, button(say("Cancel"), self.reject), self.do, gap=10))
        self._take_size(page, parent.window().size())
        (self.because if blocking else self.who).setFocus()

    def _asked(self, reference: str, ground: Ground, blocking: Sequence[str]) -> Iterator[QWidget]:
        """Yield what is told and asked, from the head down."""
        yield label(say("Issue {number} of {reference}", number=ground.number, reference=reference), "h2")
        yield label(say("Files, answers and papers are kept as they are now, and never change again."))
        yield from (StateRow(Mark.BLOCK, words) for words in blocking[:_SHOWN])
        if (more := len(blocking) - _SHOWN) > 0:
            yield label(counted(more, "and {n} other", "and {n} others"), "small")
        yield asked(self.who, say("Who issues it?"), say("It stands in the issue."))
        if blocking:
            hint = say("It stands in the issue and in its manifest, with your name. Better: fix it first.")
            yield asked(self.because, say("Why may it go as it is?"), hint)
        if self.late is not None:
            yield self.late

    def _take_size(self, page: QFrame, there: QSize) -> None:
        """Be as high as everything in it needs, but for a window that is smaller: then it scrolls."""
        wide = min(scaled(_WIDTH), int(there.width() * _MOST))
        layout = page.layout()
        needed = layout.totalHeightForWidth(wide - _AROUND) if layout is not None else 0
        self.resize(wide, min(needed + scaled(_BELOW), int(there.height() * _MOST)))

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
