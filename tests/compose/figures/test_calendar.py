# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest
from tests.render.figures.governance import CONTRACT, calendar, meetings
from tests.render.wording import words

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import CalendarRow, YearCalendar
from evidencepack.blocks.inlines import Value
from evidencepack.compose.figures.calendar import Meetings, Milestone, Milestones, calendar_figure, first_month
from evidencepack.compose.plain import plain
from evidencepack.domain.values import Frequency


def year(figure: Figure) -> YearCalendar:
    assert isinstance(figure.drawing, YearCalendar)
    return figure.drawing


def dates(row: CalendarRow) -> list[list[str]]:
    return [[plain(line) for line in month] for month in row.months]


def test_dates_stand_in_their_months() -> None:
    board = year(calendar()).rows[3]
    assert dates(board) == [
        ["20"],
        ["17"],
        ["15"],
        ["19"],
        ["16"],
        ["21"],
        ["18"],
        ["16"],
        ["20"],
        ["17"],
        ["16"],
        ["20"],
    ]
    assert board.strong
    assert dates(year(calendar()).rows[7])[:2] == [["G1 4"], ["G2 7", "G3 24"]]


def test_a_date_keeps_the_answers_it_was_worked_out_from() -> None:
    (line,) = year(calendar()).rows[3].months[0]
    assert line == (
        Value(
            "20",
            ("01890000-0000-7000-8000-000000000006/freq", "01890000-0000-7000-8000-000000000006/first_date"),
        ),
    )


def test_the_words_name_every_row_and_the_start_of_the_contract() -> None:
    words_ = calendar().alt
    assert words_.startswith("Calendar, May 2027 to April 2028. The contract starts on 1 July 2027. ")
    assert "M1 Daily huddle: daily, 08:30." in words_
    assert "M4 Board: 12 dates, from 20 May 2027 to 20 April 2028." in words_
    assert "M6 Information: 4 dates, from 7 June 2027 to 6 March 2028." in words_
    assert "Gateways: G1 on 4 May 2027; G2 on 7 June 2027;" in words_


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Meetings(words("X"), Frequency.ANNUALLY, date(2027, 7, 6)), "X: once, on 6 July 2027."),
        (Meetings(words("X"), Frequency.MONTHLY, date(2029, 7, 6)), "X: none in these months."),
        (Meetings(words("X"), Frequency.WEEKLY, date(2027, 9, 6)), "X: weekly, from 6 September 2027."),
        (Meetings(words("X"), Frequency.MONTHLY, None, words("Fridays")), "X: every month, Fridays."),
        (Meetings(words("X"), None), "X: no dates yet."),
        (Milestones(words("X"), ()), "X: none."),
    ],
)
def test_every_row_is_told_in_words(row: Meetings | Milestones, said: str) -> None:
    figure = calendar_figure((row,), begin=CONTRACT)
    expected = said.replace("every month", plain(year(figure).rows[0].band).split(",")[0])
    assert expected in figure.alt


def test_a_year_is_named_as_it_is_spoken_of() -> None:
    row = Meetings(words("X"), Frequency.DAILY)
    assert year(calendar_figure((row,), begin=date(2027, 1, 9))).year == "2027"
    made = year(calendar_figure((row,), begin=date(2099, 4, 1)))
    assert (made.year, made.months[0], made.months[11]) == ("2099–00", "Apr", "Mar")


def test_the_line_stands_before_the_month_of_the_contract_if_that_is_shown() -> None:
    row = Meetings(words("X"), Frequency.DAILY)
    assert year(calendar()).start == 2
    assert plain(calendar().note) == "Numbers are dates. The heavy upright line is contract start, 1 July 2027."
    late = calendar_figure((row,), begin=date(2025, 1, 1), contract=CONTRACT)
    assert year(late).start == -1
    assert plain(late.note) == "Numbers are dates."
    noted = calendar_figure((row,), begin=CONTRACT, note=words("Checked each May."))
    assert plain(noted.note) == "Numbers are dates. Checked each May."


def test_a_calendar_begins_with_the_first_meeting_two_months_before_the_contract_at_most() -> None:
    assert first_month(meetings(), CONTRACT) == date(2027, 5, 4)
    early = Meetings(words("X"), Frequency.MONTHLY, date(2026, 1, 5))
    assert first_month((early,), CONTRACT) == date(2027, 5, 1)
    late = Meetings(words("X"), Frequency.MONTHLY, date(2027, 9, 5))
    assert first_month((late,), CONTRACT) == CONTRACT
    assert first_month((late, Milestones(words("Y"), (Milestone("G1", date(2027, 8, 1)),))), None) == date(2027, 8, 1)
    assert first_month((Meetings(words("X"), Frequency.DAILY),), None) is None


def test_a_calendar_needs_a_row() -> None:
    with pytest.raises(ValueError, match="at least one row"):
        calendar_figure((), begin=CONTRACT)
