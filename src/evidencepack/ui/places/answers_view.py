# SPDX-License-Identifier: MPL-2.0
"""The answers of one step on a card: question, what is said, what is wrong with it, and the way to change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.domain.trade import Visibility
from evidencepack.ui.look import scaled
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.rail import standing
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import column, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import counted, say
from evidencepack.usecases.answer_pages import AnswerPart, AnswerStep, Said
from evidencepack.usecases.badges import Badge
from evidencepack.usecases.findings_here import Here

Found = Mapping[str, Sequence[Here]]
"""Findings by the question that they are about."""


_SEEN = {
    Visibility.PRIVATE: "Private. Never goes in a pack.",
    Visibility.PARTNERSHIP: "For the partners only. Never goes in a pack.",
}


class AnswersCard(QFrame):
    """``asked`` carries the path of the answer that the person wants to change, ``owned`` of what is no example now."""

    asked = Signal(object)
    owned = Signal(object)

    def __init__(self, step: AnswerStep, badge: Badge, found: Found) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(step.view.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(0)
        mark, words = standing(step.view, badge)
        head = label(f"{step.number + 1}  {step.view.title}", "h2")
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout.addWidget(row(head, State(mark, words), gap=10))
        layout.addSpacing(6)
        for one in step.answers:
            layout.addWidget(rule())
            layout.addWidget(self._answer(one, found))

    def _answer(self, one: AnswerPart, found: Found) -> QWidget:
        name = say("Change: {question}", question=one.label)
        change = link(say("Change"), lambda: self.asked.emit(one.path), name=name)
        frame = QFrame()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 7, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 30)
        grid.setColumnStretch(1, 70)
        top = Qt.AlignmentFlag.AlignTop
        for at, part in enumerate((label(one.label, "strong"), column(*self._said(one, found), gap=3))):
            # Both columns keep their share, however long their words are.
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            grid.addWidget(part, 0, at, top)
        grid.addWidget(change, 0, 2, top)
        return frame

    def _said(self, one: AnswerPart, found: Found) -> Iterator[QWidget]:
        """Yield the answer, what is to do about it, and who sees it."""
        yield from (label(said.text) for said in one.said if said.text)
        if not one.said and not one.missing:
            yield label(say("Left empty"), "hint")
        yield from _notes(one)
        if any(said.example for said in one.said):
            name = say("Make it ours: {question}", question=one.label)
            ours = link(say("Make it ours"), lambda: self.owned.emit(one.path), name=name)
            still = note(Mark.WARN, _example(one.said))
            still.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            still.findChildren(QLabel)[-1].setWordWrap(False)
            yield row(still, ours, None, gap=10)
        for here in found.get(one.path.field, ()):
            yield note(MARKS[here.problem.severity], here.message)
        if words := _SEEN.get(one.who_sees, ""):
            yield label(say(words), "small")


def _notes(one: AnswerPart) -> Iterator[QWidget]:
    if one.missing:
        yield note(Mark.MISS, say("No answer yet"))
    if lacking := sum(said.missing for said in one.said):
        words = counted(lacking, "{n} answer missing in these lines", "{n} answers missing in these lines")
        yield note(Mark.MISS, words)
    if one.problem:
        yield note(Mark.WARN, one.problem)


def _example(said: Sequence[Said]) -> str:
    """Say how much is still an example."""
    if len(said) == 1:
        return say("This is still an example.")
    number = sum(one.example for one in said)
    return counted(number, "{n} line is still an example.", "{n} lines are still examples.")


def note(mark: Mark, words: str) -> QWidget:
    """Return a mark with a sentence."""
    frame = QFrame()
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(column(scaled(3), MarkSign(mark), None, gap=0))
    layout.addWidget(label(words), 1)
    return frame
