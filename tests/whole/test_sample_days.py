# SPDX-License-Identifier: MPL-2.0
"""The days of the sample are days on which people work, and what a meeting did bears a day on which it met."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from evidencepack.bootstrap import Program

# Bank holidays of England in the years of which the sample tells.
_DAYS_OFF = {
    date(year, month, day)
    for year, days in {
        2026: ((4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)),
        2027: ((1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)),
        2028: ((1, 3), (4, 14), (4, 17), (5, 1), (5, 29)),
    }.items()
    for month, day in days
}
# Ends of months, years and certificates fall where they fall; so does what was put in place for a weekend.
_MAY_FALL_ON_ANY_DAY = re.compile(
    r"(period_\w+|\w+_expiry|contract_\w+|end_date|previous_\w+|target_by|together_since|dated|expires|changed_on"
    r"|commitment\.(start|due))$"
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = re.compile(r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b")


@pytest.fixture(scope="module")
def records(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(program.sample)["records"]
    return found


def test_nobody_meets_decides_or_signs_on_a_day_off(records: list[dict[str, Any]]) -> None:
    days = [(path, day) for record in records for path, day in _days(record["kind"], record["values"])]
    worked = [(path, day) for path, day in days if not _MAY_FALL_ON_ANY_DAY.search(path)]
    assert len(worked) > 200
    assert [(path, str(day)) for path, day in worked if day.weekday() > 4 or day in _DAYS_OFF] == []


@pytest.mark.parametrize(("kind", "field"), [("action", "raised_on"), ("decision", "decided_on")])
def test_what_a_meeting_did_bears_a_day_on_which_it_meets(kind: str, field: str, records: list[dict[str, Any]]) -> None:
    meets = {record["id"]: record["values"]["day_time"] for record in records if record["kind"] == "meeting"}
    found = [record["values"] for record in records if record["kind"] == kind]
    assert len(found) > 3
    for one in found:
        day = date.fromisoformat(one[field])
        assert _is_on(day, meets[one["meeting"]]), f"{day}: {one}"


def test_the_first_date_of_each_meeting_is_one_of_its_days(records: list[dict[str, Any]]) -> None:
    for meeting in (record["values"] for record in records if record["kind"] == "meeting"):
        assert _is_on(date.fromisoformat(meeting["first_date"]), meeting["day_time"]), meeting["name"]


def test_what_goes_to_the_board_is_due_on_a_day_of_the_board(records: list[dict[str, Any]]) -> None:
    board = _board_meets(records)
    risks = (record["values"] for record in records if record["kind"] == "risk")
    due = [row["cells"]["due"] for risk in risks for row in risk["actions"] if "the Board" in row["cells"]["what"]]
    assert len(due) > 1
    assert all(_is_on(date.fromisoformat(day), board) for day in due)


def test_the_adopted_papers_were_adopted_by_a_board_that_met(records: list[dict[str, Any]]) -> None:
    board = _board_meets(records)
    adopted = [r["values"]["adopted_on"] for r in records if r["kind"] in {"governance", "kpi_dashboard"}]
    assert len(adopted) == 2
    assert all(_is_on(date.fromisoformat(day), board) for day in adopted)


def _board_meets(records: list[dict[str, Any]]) -> str:
    meetings = (record["values"] for record in records if record["kind"] == "meeting")
    (said,) = (meeting["day_time"] for meeting in meetings if meeting["short_name"] == "Board")
    return str(said)


def _days(path: str, answer: object) -> Iterator[tuple[str, date]]:
    if isinstance(answer, dict):
        for name, part in answer.items():
            yield from _days(f"{path}.{name}", part)
    elif isinstance(answer, list):
        for part in answer:
            yield from _days(path, part)
    elif isinstance(answer, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", answer):
        yield path, date.fromisoformat(answer)


def _is_on(day: date, said: str) -> bool:
    """Say whether a meeting that is said to be on, say, "3rd Thursday 14:00" may be on a day."""
    months, named = _MONTHS.findall(said), [name for name in _WEEKDAYS if name in said]
    if (months and f"{day:%B}" not in months) or (named and _WEEKDAYS[day.weekday()] not in named):
        return False
    if place := re.match(r"(\d)(?:st|nd|rd|th) ", said):
        return (day.day - 1) // 7 + 1 == int(place[1])
    return not said.startswith("last ") or day.day + 7 > monthrange(day.year, day.month)[1]
