# SPDX-License-Identifier: MPL-2.0
"""Governance for tests: three levels and a year of meetings, and both as full as they may get."""

from __future__ import annotations

from datetime import date

from tests.render.wording import RECORD, answer, words

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import CoverageCell, CoverageRow, Covered, Group, Level
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.figures.calendar import Meetings, Milestone, Milestones, Row, calendar_figure
from evidencepack.compose.figures.coverage import coverage_figure
from evidencepack.compose.figures.levels import levels_figure
from evidencepack.domain.values import Frequency

CONTRACT = date(2027, 7, 1)


def _group(name: str, when: str, chair: str) -> Group:
    return Group(words(name), (words(when), (answer(chair, 4, "chair"),)))


def _reached(level: int, who: str, within: str) -> Inlines:
    decides = Value(who, (f"{RECORD}{level}/who_decides",))
    return Text(f"Level {level}", bold=True), Text(" "), decides, Text(f", {within}")


def levels() -> Figure:
    """Return three levels of governance."""
    top = Level(
        words("Strategic"),
        words("decides scope, cost, staffing"),
        (
            _group("Partnership Board (M4)", "Monthly, 3rd Thursday 14:00", "Chair Olúmídé Adébáyọ̀"),
            _group("Quarterly learning review (M5)", "Jan, Apr, Jul, Oct", "Chair Nasrin Akhtar"),
        ),
        (*_reached(3, "Siân Llŷr-Evans", "1 working day"), Text(". "), *_reached(4, "Board chair", "2 working days")),
        decides=True,
    )
    middle = Level(
        words("Risk and information"),
        words("finds and owns risk"),
        (
            _group("Shared risk review (M3)", "2nd and 4th Wednesday 14:00", "Chair Siân Llŷr-Evans"),
            _group("Information group (M6)", "Mar, Jun, Sep, Dec", "Chair Tomáš Dvořák"),
        ),
        _reached(2, "both named leads decide", "4 working hours"),
    )
    low = Level(
        words("Operational"),
        words("runs each day’s work"),
        (
            _group("Daily huddle (M1)", "08:30, 7 days", "Róisín O’Shaughnessy"),
            _group("Joint triage (M2)", "Tuesday 10:00", "Róisín O’Shaughnessy"),
            _group("Workforce review (M7)", "Friday 09:30, six-weekly", "Małgorzata Świętochłowska"),
        ),
        _reached(1, "anyone who spots a problem tells the duty lead or triage", "1 hour"),
    )
    title = words("Three levels: every concern reaches the Board, and one person answers for joint risk")
    return levels_figure((top, middle, low), title=title)


def full_levels() -> Figure:
    """Return five levels with long names and more meetings than stand abreast."""
    bengali = (Text("মৈত্রী কমিউনিটি ট্রাস্ট", language="bn"),)
    meetings = (
        _group(
            "Osierbed Housing Association Limited tenancy sustainment review", "Every other Wednesday", "Nobody yet"
        ),
        Group(bengali, (words("Gwenllïan Prŷs-Jones, or whoever stands in for her on the day"),)),
        _group("Joint triage", "Tuesday 10:00", "Róisín O’Shaughnessy"),
        _group("Workforce review", "six-weekly", "Małgorzata Świętochłowska"),
    )
    missing = (Value("[to complete: Who decides?]", (f"{RECORD}5/who_decides",), missing=True),)
    made = [
        Level(
            words(f"Level {number} of the partnership’s governance"),
            words("decides what the level below could not decide within the time it had"),
            meetings[: 4 if number == 3 else 2],
            missing if number == 2 else words("whoever is on call that day decides, and tells the other partners " * 2),
            decides=number == 5,
        )
        for number in (5, 4, 3, 2, 1)
    ]
    return levels_figure(made, title=words("Five levels"))


def _meetings(name: str, often: Frequency, first: date | None, when: str = "", *, decides: bool = False) -> Meetings:
    paths = (f"{RECORD}6/freq", f"{RECORD}6/first_date")
    return Meetings(words(name), often, first, words(when) if when else (), paths, decides=decides)


def meetings() -> tuple[Row, ...]:
    """Return the meetings of a year, from two months before the contract."""
    gates = (("G1", 5, 4), ("G2", 6, 7), ("G3", 6, 24), ("G4", 7, 29), ("G5", 9, 23))
    return (
        _meetings("M1 Daily huddle", Frequency.DAILY, None, "08:30"),
        _meetings("M2 Joint triage", Frequency.WEEKLY, None, "Tuesday 10:00"),
        _meetings("M3 Risk review", Frequency.FORTNIGHTLY, date(2027, 5, 12)),
        _meetings("M4 Board", Frequency.MONTHLY, date(2027, 5, 20), decides=True),
        _meetings("M5 Learning", Frequency.QUARTERLY, date(2027, 7, 27)),
        _meetings("M6 Information", Frequency.QUARTERLY, date(2027, 6, 7)),
        _meetings("M7 Workforce", Frequency.EVERY_6_WEEKS, date(2027, 5, 14)),
        Milestones(words("Gateways"), tuple(Milestone(name, date(2027, month, day)) for name, month, day in gates)),
    )


def calendar() -> Figure:
    """Return the year of meetings."""
    title = words("The governance year: from mobilisation to the first spring")
    return calendar_figure(meetings(), begin=date(2027, 5, 1), contract=CONTRACT, title=title)


def full_calendar() -> Figure:
    """Return twelve rows with long names, a contract that starts in the first month, and a band that begins late."""
    rows = (
        *(
            _meetings(f"Osierbed Housing Association review {n}", Frequency.FORTNIGHTLY, date(2027, 7, n))
            for n in (1, 2)
        ),
        *(_meetings(f"মৈত্রী কমিউনিটি {n}", Frequency.ANNUALLY, date(2027, 7, 29)) for n in range(8)),
        _meetings("Drop-in", Frequency.WEEKLY, date(2027, 11, 2), "Tuesday 10:00"),
        _meetings("Called when needed", Frequency.ON_EVENT, None),
    )
    return calendar_figure(rows, begin=CONTRACT, contract=CONTRACT, title=words("Twelve series of meetings"))


def coverage() -> Figure:
    """Return what evidence four partners have for five questions."""
    heads = ("Purpose", "Contribution", "Governance", "Evidence", "Assurance")
    columns = tuple((words(str(number)), words(head)) for number, head in enumerate(heads, 1))
    rows = (
        ("Maitree Community Trust", (3, 4, 3, 4, 3)),
        ("Osierbed Housing Association Limited", (2, 3, 3, 2, 2)),
        ("Lea Marsh College", (2, 2, 1, 2, 0)),
        ("Kestrel Rota & Records Ltd", (2, 1, 2, 2, 2)),
    )
    made = [CoverageRow((answer(name, 3, "legal_name"),), tuple(map(_covered, counts))) for name, counts in rows]
    return coverage_figure("Partner", columns, made, title=words("The five questions an evaluator asks"))


def _covered(count: int) -> CoverageCell:
    state = (Covered.MISSING, Covered.THIN)[count] if count < 2 else Covered.MET
    return CoverageCell(state, words(str(count)) if count else ())
