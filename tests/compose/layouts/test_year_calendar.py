# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from tests.compose.layouts.drawn import MEETINGS, draw, gateway, meeting

from evidencepack.blocks.blocks import Figure, Paragraph
from evidencepack.blocks.figures import YearCalendar
from evidencepack.blocks.inlines import Value
from evidencepack.compose.plain import plain
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Frequency
from evidencepack.library.model import Library

CONTRACT = date(2027, 7, 1)


def year(blocks: tuple[object, ...]) -> tuple[Figure, YearCalendar]:
    (figure,) = blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, YearCalendar)
    return figure, figure.drawing


def test_meetings_stand_with_their_references_and_real_dates(facts: Facts, library: Library) -> None:
    figure, drawn = year(draw(facts, library, "year_calendar", "meetings", *MEETINGS, contract=CONTRACT))
    assert [plain(row.name) for row in drawn.rows] == ["M1 Daily huddle", "M3 Risk review", "M4 Board", "M5 Learning"]
    assert plain(drawn.rows[0].band) == "daily, 08:30"
    assert drawn.rows[2].months[0] == ((Value("20", ("meet4/freq", "meet4/first_date")),),)
    assert [row.strong for row in drawn.rows] == [False, False, True, False], "the first that steers is the board"
    assert drawn.start == 2
    assert plain(figure.title) == "The year, May 2027 to April 2028"
    assert "M4 Board: 12 dates, from 20 May 2027" in figure.alt


def test_a_short_name_stands_in_the_calendar_where_there_is_one(facts: Facts, library: Library) -> None:
    records = (*MEETINGS[:2], meeting(6, name="Information governance group", short_name="Information"))
    _, drawn = year(draw(facts, library, "year_calendar", "meetings", *records, contract=CONTRACT))
    assert [plain(row.name) for row in drawn.rows] == ["M1 Daily huddle", "M3 Risk review", "M6 Information"]


def test_gateways_stand_in_a_last_row_in_the_months_of_their_dates(facts: Facts, library: Library) -> None:
    gates = (gateway(0, date(2027, 2, 12)), gateway(1, date(2027, 5, 4)), gateway(2, None))
    figure, drawn = year(draw(facts, library, "year_calendar", "meetings", *MEETINGS, *gates, contract=CONTRACT))
    last = drawn.rows[-1]
    assert plain(last.name) == "Gateways"
    assert [[plain(line) for line in month] for month in last.months][:2] == [["G1 4"], []]
    assert "Gateways: G0 on 12 February 2027; G1 on 4 May 2027." in figure.alt


def test_without_a_date_of_a_gateway_there_is_no_row_of_them(facts: Facts, library: Library) -> None:
    _, drawn = year(draw(facts, library, "year_calendar", "meetings", *MEETINGS, gateway(1, None), contract=CONTRACT))
    assert plain(drawn.rows[-1].name) == "M5 Learning"


def test_a_first_date_that_is_not_known_leaves_a_band(facts: Facts, library: Library) -> None:
    records = (*MEETINGS, meeting(6, name="Information", freq=Frequency.QUARTERLY), meeting(7, name="Triage"))
    _, drawn = year(draw(facts, library, "year_calendar", "meetings", *records))
    assert plain(drawn.rows[4].band) == "every three months, Tuesday 10:00"
    assert drawn.rows[5].band == (Value("[to complete: How often?]", ("meet7/freq",), missing=True),)


def test_without_any_date_the_start_of_the_contract_is_a_gap(facts: Facts, library: Library) -> None:
    gap = Value("[to complete: Contract start]", ("t1/contract_start",), missing=True)
    assert draw(facts, library, "year_calendar", "meetings", MEETINGS[0]) == (Paragraph((gap,)),)


def test_without_meetings_there_is_the_mark_of_a_gap(facts: Facts, library: Library) -> None:
    gap = Value("[to complete: Meetings]", ("p1/meetings",), missing=True)
    assert draw(facts, library, "year_calendar", "meetings") == (Paragraph((gap,)),)
