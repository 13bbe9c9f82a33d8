# SPDX-License-Identifier: MPL-2.0
"""A calendar file holds each day whole, whatever stands in its words, and is the same every time it is made."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from icalendar import Alarm, Calendar, Event

from evidencepack.exchange.calendar_file import Day, calendar_file

AS_OF = date(2027, 2, 15)
CERTIFICATE = Day("ev-1", date(2027, 6, 30), "EV-03 runs out", "Who: Tomáš Dvořák", (30, 7))
ODD = (
    "a; b, c\\n and \\ d",
    "zwei\nZeilen\r\nund mehr",
    "<b>&{{ BEGIN:VEVENT",
    "অ আ ই العربية ✓ 😀 Gwenllïan",
    "x" * 5_000,
    "END:VCALENDAR",
)


def written(*days: Day) -> Calendar:
    made = Calendar.from_ical(calendar_file("Renewals", days, as_of=AS_OF))
    assert isinstance(made, Calendar)
    return made


def test_a_day_is_a_whole_day_with_reminders_in_the_mornings_before_it() -> None:
    (event,) = written(CERTIFICATE).walk("VEVENT")
    assert isinstance(event, Event)
    assert event.start == date(2027, 6, 30)
    assert event.end == date(2027, 7, 1)
    assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == ("EV-03 runs out", "Who: Tomáš Dvořák")
    alarms = [one.TRIGGER for one in event.walk("VALARM") if isinstance(one, Alarm)]
    assert alarms == [timedelta(-30, hours=9), timedelta(-7, hours=9)]


def test_a_day_without_a_reminder_has_none() -> None:
    assert written(Day("a", AS_OF, "Today")).walk("VALARM") == []


@pytest.mark.parametrize("words", ODD)
def test_words_come_back_as_they_were_and_open_nothing(words: str) -> None:
    (event,) = written(Day("a", AS_OF, words, words)).walk("VEVENT")
    assert str(event["SUMMARY"]) == words.replace("\r\n", "\n")
    assert str(event["DESCRIPTION"]) == words.replace("\r\n", "\n")


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    lines = calendar_file("Renewals", [Day("a", AS_OF, "Ż" * 300)], as_of=AS_OF).split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)


def test_the_same_days_give_the_same_bytes_and_the_same_names() -> None:
    first = calendar_file("Renewals", [CERTIFICATE], as_of=AS_OF)
    assert first == calendar_file("Renewals", [CERTIFICATE], as_of=AS_OF)
    assert b"UID:ev-1@evidencepack.invalid\r\n" in first


def test_no_day_is_an_empty_calendar() -> None:
    assert written().walk("VEVENT") == []
