# SPDX-License-Identifier: MPL-2.0
"""What the checks say of one answer, beside it: the sentence with its mark, why it matters, what mends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.domain.finding import Fix
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import column, emptied, label, row
from evidencepack.ui.widgets.wrapped_link import WrappedLink
from evidencepack.ui.words import say
from evidencepack.usecases.findings_here import Here
from evidencepack.usecases.forms import Place

_INDENT = 24


class FindingNotes(QFrame):
    """The findings of one question, the worst first. Nothing is made anew while they are the same."""

    mending = Signal(object)
    """The person wants what a fix says."""
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Here, str], ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 3, 0, 3)
        self._layout.setSpacing(6)
        self.hide()

    @property
    def words(self) -> str:
        """What a screen reader is told of them with the question."""
        return " ".join(f"{_mark(one).words}: {_sentence(one, where)}" for one, where in self._shown)

    def show_found(self, found: Sequence[tuple[Here, str]], go: Callable[[Place], None] | None = None) -> None:
        """Show findings, each with where in a table it stands (may be empty) and the way there, if there is one."""
        fresh = tuple(found)
        if fresh == self._shown:
            return
        self._shown = fresh
        emptied(self._layout)
        for one, where in fresh:
            note = _Note(one, where, go)
            note.mending.connect(self.mending)
            note.resized.connect(self.resized)
            self._layout.addWidget(note)
            note.show()
        self.setVisible(bool(fresh))


class _Note(QFrame):
    mending = Signal(object)
    resized = Signal()

    def __init__(self, here: Here, where: str, go: Callable[[Place], None] | None) -> None:
        super().__init__()
        said, one = _sentence(here, where), here.problem
        words: QWidget = WrappedLink(said, partial(go, here.place)) if go else label(said)
        policy = words.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        words.setSizePolicy(policy)
        self._why = link(say("Why?"), self._unfold, name=say("Why? {sentence}", sentence=said))
        self._reason = label(one.help, "hint")
        self._reason.hide()
        self.setAccessibleName(f"{_mark(here).words}: {said}")
        fixes = [self._fix(fix) for fix in (one.finding.fixes if one.finding else ())]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(row(column(3, MarkSign(_mark(here)), None, gap=0), words, gap=8))
        layout.addWidget(column(*fixes, self._reason, row(self._why, None), gap=2, margins=(_INDENT, 0, 0, 0)))

    def _fix(self, fix: Fix) -> WrappedLink:
        return WrappedLink(say("Fix it: {what}", what=fix.words), partial(self.mending.emit, fix))

    def _unfold(self) -> None:
        """Say why it matters, or no more."""
        self._reason.setVisible(self._reason.isHidden())
        self._why.setText(say("Why?") if self._reason.isHidden() else say("Hide why"))
        self.resized.emit()


def _mark(one: Here) -> Mark:
    return MARKS[one.problem.severity]


def _sentence(one: Here, where: str) -> str:
    return f"{where}: {one.message}" if where else one.message
