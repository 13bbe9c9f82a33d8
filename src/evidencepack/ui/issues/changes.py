# SPDX-License-Identifier: MPL-2.0
"""What has changed since an issue, or between two: each appendix, and each answer as it was and is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from evidencepack.compose.sheets.changes import ChangedAnswer, ChangedPaper
from evidencepack.domain.handed_in import HandedIn
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.guard.faults import StoppedError
from evidencepack.pack.late import Late, rank
from evidencepack.ui.controls.combo import Combo
from evidencepack.ui.issues.comparing import ask_changes
from evidencepack.ui.look import scaled
from evidencepack.ui.press_room import PressRoom
from evidencepack.ui.widgets.cards import Card
from evidencepack.ui.widgets.focus_ring import FocusRing
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import Pane, button, column, emptied, label, row
from evidencepack.ui.widgets.quote import Quote
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.issue_changes import IssueChanges
from evidencepack.usecases.word_changes import word_changes

_KEY = "changes since"
_WIDE, _HIGH, _MOST = 760, 620, 0.92
_NOW = 0


class ChangesDialog(QDialog):
    """Compares one issue with a later one, or with the tender as it is now; ``since`` is chosen first."""

    def __init__(self, parent: QWidget, room: PressRoom, facts: Facts, issues: Sequence[Issue], since: int) -> None:
        super().__init__(parent)
        FocusRing(self)
        self.setWindowTitle(say("What has changed"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._room, self._facts = room, facts
        self._issues = {one.number: one for one in issues}
        self.since, self.until = Combo(), Combo()
        self.since.setAccessibleName(say("Since"))
        self.until.setAccessibleName(say("Until"))
        for number in reversed(self._issues):
            self.since.addItem(say("Issue {number}", number=number), number)
        self.since.setCurrentIndex(self.since.findData(since))
        self.since.activated.connect(lambda _at: self._offer_later())
        self.until.activated.connect(lambda _at: self._compare())
        self._told = QVBoxLayout()
        self._told.setContentsMargins(0, 0, 0, 0)
        self._told.setSpacing(12)
        told = QWidget()
        told.setLayout(self._told)
        choice = row(label(say("Since"), "hint", wrap=False), self.since, 8,
                     label(say("Until"), "hint", wrap=False), self.until, None, gap=10)  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(choice)
        layout.addWidget(Pane(column(told, None, gap=0, name="page")), 1)
        layout.addWidget(row(None, button(say("Close"), self.accept), gap=10))
        there = parent.window().size()
        self.resize(min(scaled(_WIDE), int(there.width() * _MOST)), min(scaled(_HIGH), int(there.height() * _MOST)))
        self._closed = False
        self.finished.connect(self._end)
        self._offer_later()

    def show_changes(self, found: IssueChanges) -> None:
        """Show what has changed."""
        if self._closed:
            return
        emptied(self._told)
        if found.is_empty:
            self._told.addWidget(StateRow(Mark.MET, say("Nothing has changed.")))
            return
        self._told.addWidget(Card(say("Appendices"), *_things(found.late), gap=6))
        for paper in found.papers:
            self._told.addWidget(_paper(paper))

    def _end(self, _result: int) -> None:
        """Stop comparing; what comes all the same is shown to nobody."""
        self._closed = True
        self._room.stop(_KEY)

    def _offer_later(self) -> None:
        since = int(self.since.currentData())
        self.until.clear()
        self.until.addItem(say("Now"), _NOW)
        for number in reversed(self._issues):
            if number > since:
                self.until.addItem(say("Issue {number}", number=number), number)
        self._compare()

    def _compare(self) -> None:
        emptied(self._told)
        self._told.addWidget(label(say("Comparing…"), "hint"))
        older, newer = self._issues[int(self.since.currentData())], self._issues.get(int(self.until.currentData()))
        facts = self._facts
        self._room.run(
            _KEY,
            lambda work: ask_changes(work, facts, older, newer),
            done=self.show_changes,
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        if not self._closed and not isinstance(error, StoppedError):
            emptied(self._told)
            self._told.addWidget(label(str(error), "error"))


def _things(late: Late) -> Iterator[QWidget]:
    """Yield a row for each appendix that is other, in the order of letters."""
    found = [(one.letter, _row(Mark.DONE, one, say("Added"))) for one in late.added]
    for both in late.replaced:
        words = say("Replaced") if both.was.letter == both.now.letter else say("Replaced, was {it}", it=both.was.letter)
        found.append((both.now.letter, _row(Mark.STALE, both.now, words)))
    found += [(one.letter, _row(Mark.SKIP, one, say("Withdrawn"))) for one in late.withdrawn]
    for both in late.moved:
        found.append((both.now.letter, _row(Mark.NONE, both.now, say("Was {it}", it=both.was.letter))))
    yield from (made for _letter, made in sorted(found, key=lambda one: rank(one[0])))


def _row(mark: Mark, one: HandedIn, what: str) -> StateRow:
    return StateRow(mark, _called(one.letter, one.title), figure=what)


def _called(letter: str, title: str) -> str:
    return say("Appendix {letter}: {title}", letter=letter, title=title)


def _paper(paper: ChangedPaper) -> Card:
    title = _called(paper.letter, paper.title)
    if not paper.answers:
        words = say("No other answer has changed, but the heads of pages or words around answers.")
        return Card(title, label(words, "small"))
    return Card(title, *(_answer(one) for one in paper.answers), gap=12)


def _answer(one: ChangedAnswer) -> QWidget:
    words = word_changes("\n".join(one.before), "\n".join(one.after))
    also = [label(say("Also in {letters}", letters=one.also), "small")] if one.also else []
    return column(
        label(one.question, "strong"),
        *also,
        row(Quote(words.old, added=False), Quote(words.new, added=True), gap=8),
        gap=4,
    )
