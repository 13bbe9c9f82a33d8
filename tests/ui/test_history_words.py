# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from evidencepack.ui.places.history_words import day_words, entries_of, moment_words, when_words
from evidencepack.ui.widgets.marks import Mark
from evidencepack.usecases.sittings import Sitting

TODAY = date(2027, 2, 15)
END = datetime(2027, 2, 15, 19, 42).astimezone()
SITTING = Sitting("r1", "Siân", END - timedelta(minutes=32), END, 3, (), "Siân changed 2 answers")


def test_days_are_said_the_shortest_clear_way() -> None:
    said = [day_words(day, TODAY) for day in (TODAY, date(2027, 2, 14), date(2027, 2, 12), date(2026, 2, 12))]
    assert said == ["Today", "Yesterday", "Friday 12 February", "Thursday 12 February 2026"]


def test_sittings_stand_under_their_day_with_time_edits_and_marks() -> None:
    signed = replace(SITTING, moment="r2", marks=("Version 1.0", "Signed"), end=END - timedelta(days=3))
    copied = replace(SITTING, moment="r3", source="copied from T-0", start=END, end=END, edits=1)
    entries = entries_of((SITTING, copied, signed), TODAY)
    assert [(one.id, one.title) for one in entries if not one.id] == [("", "Today"), ("", "Friday 12 February")]
    assert [one.second for one in entries if one.id][:2] == ["19:10–19:42 · 3 edits", "19:42 · copied from T-0"]
    assert (entries[-1].mark, entries[-1].figure) == (Mark.SIGNED, "1.0")
    assert entries[1].mark is Mark.DRAFT


def test_a_moment_is_called_by_what_came_of_it_and_when() -> None:
    assert when_words(SITTING, TODAY) == "Today 19:42"
    assert moment_words(replace(SITTING, marks=("Signed",)), TODAY) == "Signed, Today 19:42, Siân"
