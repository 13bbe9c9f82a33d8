# SPDX-License-Identifier: MPL-2.0
"""The answers of one step on a card: question, what is said, what is wrong with it, and the way to change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.domain.trade import Visibility
from evidencepack.ui.look import scaled
from evidencepack.ui.places.finding_words import MARKS
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marks import Mark, MarkSign
from evidencepack.ui.widgets.parts import column, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.widgets.step_marks import mark_of
from evidencepack.ui.words import counted, say
from evidencepack.usecases.answer_pages import AnswerPart, AnswerStep, Said
from evidencepack.usecases.readiness import Problem

Found = Mapping[str, Sequence[Problem]]
"""Findings by the answer that they are about: record and field as a path."""


_SEEN = {
    Visibility.PRIVATE: "Private. Never goes in a pack.",
    Visibility.PARTNERSHIP: "For the partners only. Never goes in a pack.",
}


class AnswersCard(QFrame):
    """``asked`` carries the path of the answer that the person wants to change, ``owned`` of what is no example now."""

    asked = Signal(object)
    owned = Signal(object)

    def __init__(self, step: AnswerStep, found: Found) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName(step.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(0)
        mark, words = _state(step, found)
        head = label(f"{step.number + 1}  {step.title}", "h2")
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
            note = _note(Mark.WARN, _example(one.said))
            note.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
            note.findChildren(QLabel)[-1].setWordWrap(False)
            yield row(note, ours, None, gap=10)
        for problem in found.get(str(one.path), ()):
            yield _note(MARKS[problem.severity], problem.message)
        if words := _SEEN.get(one.who_sees, ""):
            yield label(say(words), "small")


def _state(step: AnswerStep, found: Found) -> tuple[Mark, str]:
    """Return the mark of a step, and its words: what must be done there first, or how far it is."""
    own = list(chain.from_iterable(found.get(str(one.path), ()) for one in step.answers))
    if step.missing:
        return Mark.MISS, counted(step.missing, "{n} answer missing", "{n} answers missing")
    if own:
        worst = min(own, key=lambda one: list(MARKS).index(one.severity)).severity
        return MARKS[worst], counted(len(own), "{n} thing to look at", "{n} things to look at")
    return mark_of(step.state), say(step.state.value)


def _notes(one: AnswerPart) -> Iterator[QWidget]:
    if one.missing:
        yield _note(Mark.MISS, say("No answer yet"))
    if lacking := sum(said.missing for said in one.said):
        words = counted(lacking, "{n} answer missing in these lines", "{n} answers missing in these lines")
        yield _note(Mark.MISS, words)
    if one.problem:
        yield _note(Mark.WARN, one.problem)


def _example(said: Sequence[Said]) -> str:
    """Say how much is still an example."""
    if len(said) == 1:
        return say("This is still an example.")
    number = sum(one.example for one in said)
    return counted(number, "{n} line is still an example.", "{n} lines are still examples.")


def _note(mark: Mark, words: str) -> QWidget:
    frame = QFrame()
    layout = QHBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(column(scaled(3), MarkSign(mark), None, gap=0))
    layout.addWidget(label(words), 1)
    return frame
