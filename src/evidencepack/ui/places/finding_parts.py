# SPDX-License-Identifier: MPL-2.0
"""Parts of the page of a finding: the sentence with its passage, both sides of a contradiction, what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from evidencepack.domain.finding import Fix, Side
from evidencepack.ui.widgets.cards import link
from evidencepack.ui.widgets.marked import MarkedWords
from evidencepack.ui.widgets.parts import button, column, label, row
from evidencepack.ui.words import say
from evidencepack.usecases.readiness import Problem

_COLUMNS = 2


def where_it_stands(one: Problem) -> QFrame:
    """Return where a finding is, and the answer as it stands, the passage in question marked."""
    where = " · ".join(filter(None, (one.home.words, one.step_title, one.question)))
    said: list[QWidget] = []
    span = one.finding.span if one.finding else (0, 0)
    if one.said:
        said.append(MarkedWords(one.said, span if _fits(one, span) else (0, 0)))
    return column(label(where, "small"), *said, gap=2, margins=(14, 9, 14, 10), name="sunk")


def _fits(one: Problem, span: tuple[int, int]) -> bool:
    """Whether a passage stands in the words that are shown: those of a date or a name are written otherwise."""
    quote = one.finding.quote if one.finding else ""
    return bool(quote) and one.said[span[0] : span[1]] == quote


def sides(some: Sequence[Side], go: Callable[[str], None]) -> QFrame:
    """Return the places that contradict each other beside each other, each with the way to it."""
    frame = QFrame()
    layout = QGridLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for at, side in enumerate(some):
        layout.addWidget(_side(side, go), at // _COLUMNS, at % _COLUMNS)
    for at in range(min(_COLUMNS, len(some))):
        layout.setColumnStretch(at, 1)
    return frame


def _side(side: Side, go: Callable[[str], None]) -> QFrame:
    words = label(side.words, "strong")
    opens = link(say("Open"), lambda: go(side.path), name=say("Open: {place}", place=side.label))
    made = column(label(side.label, "small"), words, row(opens, None), None, gap=3, margins=(14, 9, 14, 8), name="sunk")
    made.setAccessibleName(f"{side.label}: {side.words}")
    return made


def ways_to_fix(fixes: Sequence[Fix], mend: Callable[[int], None]) -> Iterator[QWidget]:
    """Yield what mends a finding at one press, each with its button; undo takes it back.

    None of the buttons stands out: one way may be to leave something out, and the first way is to go and answer.
    """
    if fixes:
        yield label(say("Ways to fix it"), "strong")
    for at, fix in enumerate(fixes):
        words = label(fix.words)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        do = button(say("Do this"), lambda at=at: mend(at))  # type: ignore[misc]
        do.setAccessibleName(say("Do this: {what}", what=fix.words))
        yield row(words, column(do, None, gap=0), gap=12)
