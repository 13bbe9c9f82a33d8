# SPDX-License-Identifier: MPL-2.0
"""The register of signatures in words and marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from evidencepack.domain.short_code import printed
from evidencepack.domain.trade import SignatureStage
from evidencepack.ui.deadlines import short_day, shortest_day
from evidencepack.ui.paper_words import MARKS
from evidencepack.ui.signing.copy_words import copy_state, day_and_code, is_only_out, last_day
from evidencepack.ui.widgets.cells import Cell, CellRow, Column
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.words import counted, say
from evidencepack.usecases.documents import Standing
from evidencepack.usecases.register import SignatureRow, Signing
from evidencepack.usecases.sign_register import RegisterLine

FILTERS: Mapping[str, str] = {"all": "All", "waiting": "Waiting", "signed": "Signed", "later": "For later"}
"""The filters by name, with their words."""

COLUMNS = (
    Column("Document"),
    Column("Organisation", 122),
    Column("Who must sign", 180),
    Column("State", 112),
    Column("How and when", 164),
)

_MARKS = {
    Signing.CHANGED: MARKS[Standing.CHANGED],
    Signing.AHEAD: (Mark.WARN, "Check the day"),
    Signing.LATE: (Mark.WARN, "Late"),
    Signing.EXCEPTION: (Mark.THIN, "Not all of it"),
    Signing.OUT: MARKS[Standing.OUT],
    Signing.WAITING: (Mark.NONE, "To sign"),
    Signing.LATER: (Mark.NONE, "Later"),
    Signing.SIGNED: MARKS[Standing.SIGNED],
}
"""As papers stand, and what only a signature can be."""

_STAGES = {
    SignatureStage.BEFORE_SUBMISSION: "before the bid goes in",
    SignatureStage.ON_AWARD: "when the contract is awarded",
    SignatureStage.BEFORE_GO_LIVE: "before the service starts",
}
_SIGNED = {
    Signing.SIGNED: "{who}: signed on {day}.",
    Signing.CHANGED: "{who}: signed on {day}, and the paper has changed since signed. It needs a new signature.",
    Signing.AHEAD: "{who}: signed on {day}, it says, and that day has not come. It does not count until that is right.",
    Signing.EXCEPTION: "{who}: signed on {day}, but not this: {what}. It does not count until that is settled.",
}
"""What is said of a signature that has a day."""

_RECORDED = frozenset({Signing.SIGNED, Signing.CHANGED, Signing.AHEAD, Signing.EXCEPTION})
_WAITING = frozenset({Signing.CHANGED, Signing.AHEAD, Signing.LATE, Signing.EXCEPTION, Signing.OUT, Signing.WAITING})


def columns() -> tuple[Column, ...]:
    """Return the columns of the register, in the language of the window."""
    return tuple(Column(say(one.head), one.width) for one in COLUMNS)


def mark_of(row: SignatureRow) -> Mark:
    """Return the mark of how a signature stands."""
    return _MARKS[row.state][0]


def cells_of(at: int, one: RegisterLine, before: RegisterLine | None, today: date) -> CellRow:
    """Return a signature as a row of cells, known by its place in the whole register, from 0.

    A document is named in the first of its rows only.
    """
    row = one.row
    mark, words = state_of_line(one)
    first = before is None or before.row.paper != row.paper
    said = ", ".join(filter(None, (row.title, row.reference, row.version)))
    title = Cell(row.title, tail=row.version, bold=True, said=said) if first else Cell("", said=said)
    return CellRow(
        str(at),
        (
            title,
            Cell(row.organisation, muted=bool(row.initials), said=row.organisation or say("no organisation")),
            Cell(person(row), muted=not row.name),
            Cell(words, mark=mark),
            how_and_when(one, today),
        ),
    )


def state_of_line(one: RegisterLine) -> tuple[Mark, str]:
    """Return mark and word: what the sign-off sheet records, else how the copy stands; late stays late until it is."""
    row, line = one.row, one.line
    mark, words = _MARKS[row.state]
    if line is None or row.state in _RECORDED or (row.state is Signing.LATE and is_only_out(line)):
        return mark, say(words)
    return copy_state(line)


def person(row: SignatureRow) -> str:
    """Return who signs; "5 people, by initials" for a list."""
    if row.initials:
        return counted(row.initials, "1 person, by initials", "{n} people, by initials")
    return row.name or say("To be named")


def how_and_when(one: RegisterLine, today: date) -> Cell:
    """Return "11 Feb, on paper", the day on which something happened to its copy last, or by when it is needed."""
    row = one.row
    if row.signed_on is not None:
        signed = ", ".join(filter(None, (shortest_day(row.signed_on, today), row.method.lower())))
        return Cell(signed, muted=True)
    if one.line is not None:
        day, code = last_day(one.line, today), printed(one.line.copy.code)
        return Cell(day, tail=code, muted=True, said=day_and_code(one.line, today))
    if row.due is not None:
        return Cell(say("by {day}", day=shortest_day(row.due, today)), muted=True)
    return Cell("" if row.stage is SignatureStage.BEFORE_SUBMISSION else say(_STAGES[row.stage]), muted=True)


def sentence(row: SignatureRow, today: date) -> str:
    """Return how a signature stands, in a sentence or two."""
    who = say("{who} for {whom}", who=person(row), whom=row.organisation) if row.organisation else person(row)
    when = short_day(row.signed_on or row.due or today, today)
    if row.signed_on is not None and row.state in _SIGNED:
        return say(_SIGNED[row.state], who=who, day=when, what=row.exceptions)
    if row.state is Signing.LATE:
        return say("{who}: was needed by {day}, and is not recorded.", who=who, day=when)
    stage = say(_STAGES[row.stage])
    if row.due is not None:
        return say("{who}: needed by {day}, {stage}.", who=who, day=when, stage=stage)
    return say("{who}: needed {stage}.", who=who, stage=stage)


def tells(row: SignatureRow, chosen: str) -> bool:
    """Whether a filter shows a signature."""
    shown = {"waiting": _WAITING, "signed": {Signing.SIGNED}, "later": {Signing.LATER}}
    return chosen not in shown or row.state in shown[chosen]


def counts(rows: Sequence[SignatureRow]) -> Mapping[str, int]:
    """Return how many signatures each filter shows."""
    return {name: sum(tells(one, name) for one in rows) for name in FILTERS}


def summary(rows: Sequence[SignatureRow]) -> str:
    """Return "7 of 10 are signed. 1 is late. 2 are out for signing."."""
    numbers = {state: sum(one.state is state for one in rows) for state in Signing}
    said = [say("{done} of {n} are signed.", done=numbers[Signing.SIGNED], n=len(rows))]
    more = (
        (Signing.CHANGED, "1 is on words that have changed since.", "{n} are on words that have changed since."),
        (Signing.AHEAD, "1 is of a day to come.", "{n} are of a day to come."),
        (Signing.LATE, "1 is late.", "{n} are late."),
        (Signing.EXCEPTION, "1 does not count yet.", "{n} do not count yet."),
        (Signing.OUT, "1 is out for signing.", "{n} are out for signing."),
        (Signing.WAITING, "1 is still to sign.", "{n} are still to sign."),
        (Signing.LATER, "1 is for later.", "{n} are for later."),
    )
    said += [counted(numbers[state], one, many) for state, one, many in more if numbers[state]]
    return " ".join(said)


def letter_to_chase(rows: Sequence[SignatureRow], today: date) -> str:
    """Return what can go into an e-mail to those who have not signed: a line for each."""
    lines = [f"- {one.title} ({one.reference} {one.version}): {sentence(one, today)}" for one in rows]
    return "\n".join((say("We still need these signatures:"), *lines))
