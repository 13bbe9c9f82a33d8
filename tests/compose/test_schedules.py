# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.compose.layouts.drawn import MEETINGS, plan_scope

from evidencepack.blocks.blocks import Block, Figure, Heading, Numbering, Paragraph, Style, Table
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Text
from evidencepack.compose.layouts.registry import LAYOUTS
from evidencepack.compose.schedules import schedule_blocks
from evidencepack.domain.record import Facts, Record
from evidencepack.library.model import Clause, Library, Schedule
from evidencepack.library.vocabulary import LAYOUTS as KNOWN_LAYOUTS

Made = Callable[..., Document]
ScheduleOf = Callable[..., Schedule]
ClauseOf = Callable[..., Clause]
CELL = ("Item", "{{ row.item }}")


def body(document: Document) -> list[Block]:
    """Everything after the opener."""
    return [block for section in document.sections for block in section.blocks][2:]


def test_the_library_knows_the_same_layouts() -> None:
    assert set(LAYOUTS) == set(KNOWN_LAYOUTS)


def test_a_schedule_has_a_numbered_heading_that_names_its_clause(made: Made, schedule_of: ScheduleOf) -> None:
    schedules = (schedule_of("scope", CELL, of="in_scope", clause="scope", intro="What we do."),)
    document = made({"scope": "See {{ schedule('scope') }}."}, schedules)
    heading, intro, table = body(document)[-3:]
    assert heading == Heading(
        2, (Text("Scope"),), "m1/schedule/scope", Numbering.SCHEDULE, (CrossReference("m1/scope"),)
    )
    assert intro == Paragraph((Text("What we do."),))
    assert isinstance(table, Table)


@pytest.mark.parametrize("settings", [{"clause": ""}, {"clause": "gone"}, {"clause": "scope", "plain": True}])
def test_a_schedule_of_no_printed_clause_names_none(
    made: Made, schedule_of: ScheduleOf, clause_of: ClauseOf, settings: dict[str, object]
) -> None:
    clauses = (clause_of("scope", "x"), clause_of("gone", "x", when=("cost set",)))
    schedules = (schedule_of("list", CELL, of="in_scope", clause=settings["clause"]),)
    found = body(made(clauses, schedules, numbered="plain" not in settings))
    assert [block.aside for block in found if isinstance(block, Heading)][-1] == ()


def test_a_schedule_is_left_out_while_its_conditions_do_not_hold(made: Made, schedule_of: ScheduleOf) -> None:
    document = made({"a": "x"}, (schedule_of("list", CELL, of="in_scope", when=("cost set",)),))
    assert not [block for block in body(document) if isinstance(block, Heading)]


def test_a_schedule_of_text_is_its_introduction(made: Made, schedule_of: ScheduleOf) -> None:
    schedules = (schedule_of("terms", layout="text", intro="P1. One.\n\nP2. Two.", note="Small."),)
    assert body(made({"a": "x"}, schedules))[-3:] == [
        Paragraph((Text("P1. One."),)),
        Paragraph((Text("P2. Two."),)),
        Paragraph((Text("Small."),), Style.NOTE),
    ]


def test_a_document_without_clauses_stands_under_its_headline(made: Made, schedule_of: ScheduleOf) -> None:
    schedules = tuple(schedule_of(key, CELL, of="in_scope", numbered=False) for key in ("map", "people"))
    document = made({}, schedules, numbered=False)
    headings = [block for section in document.sections for block in section.blocks if isinstance(block, Heading)]
    assert [(heading.level, heading.anchor) for heading in headings] == [
        (1, "m1/schedule/map"),
        (2, "m1/schedule/people"),
    ]


@pytest.mark.parametrize(
    ("opens", "numbered", "meetings", "headed"),
    [
        (True, False, MEETINGS, False),
        (False, False, MEETINGS, True),
        (True, True, MEETINGS, True),
        (True, False, (), True),
    ],
)
def test_a_figure_that_opens_a_document_is_headed_by_its_own_title(
    facts: Facts, library: Library, meetings: tuple[Record, ...], *, opens: bool, numbered: bool, headed: bool
) -> None:
    year = Schedule("year", "The year", "year_calendar", "meetings", opens=opens, numbered=numbered)
    first, *_ = schedule_blocks(year, plan_scope(facts, library, *meetings, contract=date(2027, 7, 1)))
    assert isinstance(first, Heading if headed else Figure)
