# SPDX-License-Identifier: MPL-2.0
"""One finding, beside the list: what stands there, why it matters, and the way to the field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.ui.places.finding_words import MARKS, heading_of_line, weight_words
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.parts import button, column, emptied, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say
from evidencepack.usecases.readiness import Line, Problem, by_step


class FindingView(QFrame):
    """``opened`` carries the id of the finding whose field the person wants to go to."""

    opened = Signal(str)
    moved = Signal(int)
    """The person wants to see the next line (1) or the one before (-1)."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 16)
        self._layout.setSpacing(10)

    def show_line(self, line: Line, at: int, number: int) -> None:
        """Show a line of the list, the ``at``-th (from 1) of a number of them."""
        emptied(self._layout)
        before = button(say("Previous"), lambda: self.moved.emit(-1), kind="small")
        after = button(say("Next"), lambda: self.moved.emit(1), kind="small")
        before.setEnabled(at > 1)
        after.setEnabled(at < number)
        place = label(say("{at} of {n}", at=f"{at:,}", n=f"{number:,}"), "small", wrap=False)
        state = State(MARKS[line.severity], role="strong")
        self._add(row(state, None, place, before, after, gap=8))
        self._add(label(heading_of_line(line), "h2"))
        many = len(line.problems) > 1
        for part in self._missing(line) if many else self._single(line.problems[0]):
            self._add(part)
        self._layout.addStretch(1)
        self.setAccessibleName(f"{MARKS[line.severity].words}: {heading_of_line(line)}")

    def tell(self, words: str) -> None:
        """Say that there is nothing to show, and why."""
        emptied(self._layout)
        self._add(label(words, "hint"))
        self._layout.addStretch(1)
        self.setAccessibleName(words)

    def _add(self, part: QWidget) -> None:
        self._layout.addWidget(part)
        part.show()

    def _single(self, one: Problem) -> Iterator[QWidget]:
        where = " · ".join(filter(None, (one.home.words, one.step_title, one.question)))
        said = [label(one.said)] if one.said else []
        yield column(label(where, "small"), *said, gap=2, margins=(14, 9, 14, 10), name="sunk")
        yield label(one.message)
        yield from self._reasons(one)
        go = button(
            say("Go to the answer") if one.step >= 0 else say("Go there"), lambda: self._open(one), kind="primary"
        )
        yield row(go, None, label(say("Rule {rule}", rule=one.rule), "small", wrap=False))

    def _missing(self, line: Line) -> Iterator[QWidget]:
        """Yield the missing answers by step, each with the way to it."""
        first = min(line.problems, key=lambda one: one.step)
        yield from self._reasons(first)
        go = button(say("Go to the first"), lambda: self._open(first), kind="primary")
        yield row(go, None, gap=8)
        for title, problems in by_step(line.problems):
            yield column(6, label(title or say("In other places"), "label"), gap=0)
            for one in problems:
                yield rule()
                yield self._answer(one)

    def _answer(self, one: Problem) -> QWidget:
        words = one.question or one.message
        go = link(say("Answer"), lambda: self._open(one), name=say("Answer: {question}", question=words))
        said = label(words)
        # Wrapped words ask for less room than there is: the way stands at the right edge.
        said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        return row(said, go, gap=12)

    def _reasons(self, one: Problem) -> Iterator[QWidget]:
        yield column(label(say("Why it matters, and what to do"), "strong"), label(one.help), gap=1)
        if words := weight_words(one):
            yield label(say("It counts for {question}.", question=words), "hint")

    def _open(self, one: Problem) -> None:
        self.opened.emit(one.id)
