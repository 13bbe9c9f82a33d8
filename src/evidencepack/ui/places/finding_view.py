# SPDX-License-Identifier: MPL-2.0
"""One finding, beside the list: what stands there, why it matters, what mends it, and the way to the field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_groups import rule_name
from evidencepack.ui.places.finding_parts import sides, ways_to_fix, where_it_stands
from evidencepack.ui.places.finding_words import MARKS, heading_of_line, weight_words
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.parts import button, column, emptied, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say
from evidencepack.usecases.readiness import Line, Problem, by_step
from evidencepack.usecases.setting_aside import Aside


class FindingView(QFrame):
    """``opened`` carries the id of the finding whose field the person wants to go to, ``led`` a path to go to."""

    opened = Signal(str)
    led = Signal(str)
    mended = Signal(str, int)
    """The person wants a finding mended: its id, and which of the ways to fix it."""
    put_aside = Signal(str)
    """The findings of a line are no problem here: its id."""
    taken_up = Signal(str)
    """The findings of a line that were set aside are a problem again."""
    asked = Signal(str)
    """The person wants to know more of a rule: its id."""
    moved = Signal(int)
    """The person wants to see the next line (1) or the one before (-1)."""
    parted = Signal(str)
    """The person wants to see one finding of a line by itself, by its id; or all of them again, by that of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 14, 20, 16)
        self._layout.setSpacing(10)

    def show_line(self, line: Line, at: int, number: int, *, aside: Aside | None = None, lets: bool = False) -> None:
        """Show a line of the list, the ``at``-th (from 1) of a number of them.

        ``aside`` is why it was set aside, where it was; ``lets``: it can be set aside.
        """
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
        self._add(self._foot(line, aside, lets=lets))
        self._layout.addStretch(1)
        self.setAccessibleName(f"{MARKS[line.severity].words}: {heading_of_line(line)}")

    def show_part(self, line: Line, at: int, *, aside: Aside | None = None, lets: bool = False) -> None:
        """Show one finding of a line that stands for several, the ``at``-th (from 0), with the way back to all."""
        emptied(self._layout)
        part, names = line.parts[at], [one.id for one in line.problems]
        before = button(say("Previous"), lambda: self.parted.emit(names[at - 1]), kind="small")
        after = button(say("Next"), lambda: self.parted.emit(names[at + 1]), kind="small")
        before.setEnabled(at > 0)
        after.setEnabled(at + 1 < len(names))
        place = label(say("{at} of {n} here", at=f"{at + 1:,}", n=f"{len(names):,}"), "small", wrap=False)
        whole = link(say("All {n} together", n=f"{len(names):,}"), lambda: self.parted.emit(line.id))
        self._add(row(State(MARKS[part.severity], role="strong"), None, place, before, after, gap=8))
        self._add(row(whole, None))
        self._add(label(heading_of_line(part), "h2"))
        for widget in self._single(part.problems[0]):
            self._add(widget)
        self._add(self._foot(part, aside, lets=lets))
        self._layout.addStretch(1)
        whole.setFocus()
        self.setAccessibleName(f"{MARKS[part.severity].words}: {heading_of_line(part)}")

    def tell(self, title: str, sentence: str = "") -> None:
        """Say that there is nothing to show, and why."""
        emptied(self._layout)
        self._add(label(title, "h2" if sentence else "hint"))
        if sentence:
            self._add(label(sentence, "hint"))
        self._layout.addStretch(1)
        self.setAccessibleName(" ".join(filter(None, (title, sentence))))

    def _add(self, part: QWidget) -> None:
        self._layout.addWidget(part)
        part.show()

    def _single(self, one: Problem) -> Iterator[QWidget]:
        found = one.finding
        if found and found.sides:
            yield sides(found.sides, self.led.emit)
        else:
            yield where_it_stands(one)
        yield label(one.message)
        yield from self._reasons(one)
        words = say("Go to the answer") if one.step >= 0 else say("Go there")
        yield row(button(words, lambda: self._open(one), kind="primary"), None)
        yield from ways_to_fix(found.fixes if found else (), lambda at: self.mended.emit(one.id, at))

    def _foot(self, line: Line, aside: Aside | None, *, lets: bool) -> QWidget:
        """Return what can be said to the finding, on what its rule rests, and its name."""
        first = line.problems[0]
        rests = [label(first.source, "small")] if first.source else []
        called = rule_name(first.rule)
        name = link(say("Why? {rule}", rule=called), lambda: self.asked.emit(first.rule))
        name.setToolTip(say("What this rule looks at, and on what it rests (F1)"))
        if aside is not None:
            again = link(say("It is a problem after all"), lambda: self.taken_up.emit(line.id))
            return column(self._why(aside), *rests, row(again, None, name), gap=8)
        let = link(say("Not a problem here…"), lambda: self.put_aside.emit(line.id))
        return column(*rests, row(*([let] if lets else []), None, name), gap=6)

    def _why(self, aside: Aside) -> QWidget:
        day = date_text(aside.day) if aside.day else ""
        by = ", ".join(filter(None, (aside.who, day)))
        return column(
            label(say("Set aside"), "strong"),
            label(aside.reason),
            label(by, "small"),
            gap=1,
            name="sunk",
            margins=(14, 9, 14, 10),
        )

    def _missing(self, line: Line) -> Iterator[QWidget]:
        """Yield the missing answers by step, each with the way to it."""
        first = min(line.problems, key=lambda one: one.step)
        if not first.is_missing and first.many:
            yield label(line.message)
        yield from self._reasons(first)
        go = button(say("Go to the first"), lambda: self._open(first), kind="primary")
        yield row(go, None, gap=8)
        for title, problems in by_step(line.problems):
            yield column(6, label(title or say("In other places"), "label"), gap=0)
            for one in problems:
                yield rule()
                yield self._answer(one)

    def _answer(self, one: Problem) -> QWidget:
        words = one.question if one.is_missing and one.question else one.message
        if one.is_missing:
            go = link(say("Answer"), lambda: self._open(one), name=say("Answer: {question}", question=words))
        else:
            go = link(say("Show"), lambda: self.parted.emit(one.id), name=say("Show: {what}", what=words))
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
