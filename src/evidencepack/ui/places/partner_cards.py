# SPDX-License-Identifier: MPL-2.0
"""The cards of a partner: fit, give and get, what to show, papers, people, proofs with a last day, the contact log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evidencepack.library.entry_dates import date_text
from evidencepack.ui.look import scaled
from evidencepack.ui.places.documents_cells import cell_of
from evidencepack.ui.places.partner_words import assured, fit_name, fit_state, roles_of, state_of
from evidencepack.ui.widgets.cards import Card, framed, link
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import column, label, row, rule
from evidencepack.ui.widgets.states import State, StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.document_grid import GridCell
from evidencepack.usecases.partner_view import Assurance, FitPart, Given, Person, Talk
from evidencepack.usecases.suggesting import Suggestion

_NAME = 92
"""Room for the name of a part of the fit test, in pixels at a text size of 100 %."""

Go = Callable[[str], None]
"""Goes to what stands at a path: a record, or an answer of it."""


def road(line: QWidget, path: str, go: Go, what: str) -> QFrame:
    """Return a line with the link to the form of what it tells."""
    return _beside(line, opening(path, go, what))


def opening(path: str, go: Go, what: str) -> QPushButton:
    """Return a link that opens something; ``what`` is what assistive technology calls it."""
    return link(say("Open"), lambda: go(path), name=say("Open {what}", what=what))


def fit_card(parts: Sequence[FitPart], fit: str, go: Go) -> QFrame:
    """Return the four parts of the fit test: what was found, and why."""
    lines = [line for part in parts for line in (rule(), _fit(part, fit, go))]
    return framed(*lines[1:], gap=9)


def given_card(title: str, given: Sequence[Given], nothing: str, go: Go) -> Card:
    """Return what somebody gives or gets, each with the way to where it is said."""
    rows = [road(StateRow(Mark.DONE, one.what, one.more), one.record, go, one.what) for one in given]
    return Card(title, *(rows or [label(nothing, "hint")]), None, gap=6)


def show_card(suggested: Suggestion, change: QPushButton | None) -> Card:
    """Return what is to be shown of a partner of this type, and the risk to manage."""
    points = (StateRow(Mark.DONE if one.shown else Mark.NONE, one.label) for one in suggested.points)
    risk = column(
        label(say("The risk to manage"), "strong"), label(suggested.risk), label(suggested.answer, "hint"), gap=2
    )
    best = label(say("Best for: {what}", what=suggested.best_for), "hint")
    return Card(say("What to show"), best, *points, 4, risk, link=change, gap=5)


def papers_card(cells: Sequence[tuple[str, str, GridCell]], press: Callable[[str], None]) -> Card:
    """Return the papers of a partner with their states. ``cells``: kind, its title, how its paper stands."""
    rows = [_paper(kind, title, cell, press) for kind, title, cell in cells]
    nothing = label(say("Say what kind of organisation it is. Then we suggest the papers."), "hint")
    return Card(say("Documents"), *(rows or [nothing]), gap=6)


def people_card(people: Sequence[Person], add: QPushButton, go: Go) -> Card:
    """Return who works there, with the parts they have."""
    rows = [road(_person(one), one.record, go, one.name) for one in people]
    nothing = label(say("Nobody yet. An evaluator looks for one named lead and one deputy."), "hint")
    return Card(say("People"), *(rows or [nothing]), link=add, gap=8)


def assurance_card(found: Sequence[Assurance], add: QPushButton, go: Go) -> Card:
    """Return the proofs that have a last day."""
    rows = [road(_assurance(one), one.path, go, assured(one)) for one in found]
    nothing = label(say("Insurance, toolkit and registrations, each with its last day."), "hint")
    return Card(say("Assurance"), *(rows or [nothing]), link=add, gap=8)


def talks_card(found: Sequence[Talk], add: QPushButton, go: Go) -> Card:
    """Return the contact log."""
    rows = [road(column(*_talk(one), gap=1), one.record, go, say("the note")) for one in found]
    private = label(say("Private. Never goes in a pack."), "small")
    return Card(say("Contact log"), *rows, private, link=add, gap=8)


def _beside(line: QWidget, to: QPushButton) -> QFrame:
    """Return a line with its link at the right, at the height of its first words."""
    frame = row(line, gap=8)
    inside = frame.layout()
    if isinstance(inside, QHBoxLayout):
        inside.setStretch(0, 1)
        inside.addWidget(to, 0, Qt.AlignmentFlag.AlignTop)
    return frame


def _fit(part: FitPart, fit: str, go: Go) -> QFrame:
    name, (mark, words) = fit_name(part), fit_state(part)
    called = label(name, "strong", wrap=False)
    called.setMinimumWidth(scaled(_NAME))
    head = row(called, State(mark, words), None, gap=10)
    reason = label(part.reason or say("Nobody has said why yet."), "" if part.reason else "hint")
    return _beside(column(head, reason, gap=1), opening(f"{fit}/{part.field}", go, name))


def _paper(kind: str, title: str, cell: GridCell, press: Callable[[str], None]) -> QFrame:
    shown = cell_of(cell)
    words = ", ".join(filter(None, (shown.text, shown.tail)))
    line = StateRow(shown.mark or Mark.SKIP, title, figure=words)
    verb = say("Open") if cell.documents else say("Begin")
    return _beside(line, link(verb, lambda: press(kind), name=f"{verb} {title}"))


def _person(one: Person) -> QFrame:
    roles = roles_of(one)
    lines = (label(one.name, "strong"), *(label(words, "small") for words in (roles, one.reach) if words))
    return column(*lines, gap=0)


def _assurance(one: Assurance) -> StateRow:
    mark, words = state_of(one)
    last = say("{state}. Last day {day}", state=words, day=date_text(one.last)) if one.last else words
    return StateRow(mark, assured(one), last)


def _talk(one: Talk) -> Iterator[QWidget]:
    yield label(date_text(one.day) if one.day else say("No day given"), "strong")
    yield label(one.said)
    if one.next:
        yield label(say("Next: {what}", what=one.next), "small")
