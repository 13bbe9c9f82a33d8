# SPDX-License-Identifier: MPL-2.0
"""Titles and names that a file brought in and that nobody could have typed."""

from __future__ import annotations

from datetime import date

from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Row, Table
from evidencepack.review.lengths import too_long
from evidencepack.review.reading import Reading
from evidencepack.review.rule import EachInUse


def found(tender: str, **answers: Answer) -> list[tuple[str, str]]:
    map_of_tasks = Record("r", "raci", "RACI-01", "t", answers)
    facts = Facts("t", {"t": Record("t", "tender", "TBN", "", {"title": tender}), "r": map_of_tasks})
    reading = Reading("t", (map_of_tasks,), facts, LIBRARY, date(2027, 2, 15))
    return [(finding.field, finding.message) for finding in EachInUse(too_long)(reading, LIBRARY.rules["LK-57"])]


def test_what_fits_is_no_finding() -> None:
    assert found("T" * 150, title="T" * 120, roles=Table((Row("1", {"label": "T" * 60}),))) == []


def test_a_title_and_a_cell_that_are_too_long_are_found() -> None:
    why = "Too long a title spoils the cover and the tables."
    role = "Responsibility map (RACI) RACI-01: “Role” has 61 characters, and its place has room for 60."
    title = "Tender TBN: “Title of the tender” has 1,200 characters, and its place has room for 150."
    assert found("T" * 1200, roles=Table((Row("1", {"label": "T" * 61}),))) == [
        ("r/roles/1/label", f"{role} {why}"),
        ("t/title", f"{title} {why}"),
    ]
