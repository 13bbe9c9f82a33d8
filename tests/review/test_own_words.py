# SPDX-License-Identifier: MPL-2.0
"""Prose of a house, or of a document's own clauses, that gives a meeting another rhythm than its record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.review.conftest import KINDS, RULES, field, kind

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Frequency, Row, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Clause, Library
from evidencepack.library.templates import parse_template
from evidencepack.review.required import Reading, review

MOU = replace(
    kind(
        "mou",
        field("formal", FieldType.YES_NO),
        replace(field("own_clauses", FieldType.TABLE), columns=(field("heading"), field("words"))),
    ),
    parties="",
    clauses=(
        Clause("meetings", "Meetings", parse_template("We meet."), words="We meet."),
        Clause("own", "Own", parse_template("{{ row.words }}"), each="own_clauses"),
        Clause("late", "Late", parse_template("Late."), words="Late.", when=(parse_condition("formal = yes"),)),
    ),
)
OTHERS = (kind("meeting", field("name"), field("freq", FieldType.FREQUENCY)), kind("house_wording"))
LIBRARY = Library({one.id: one for one in (*KINDS, MOU, *OTHERS)}, RULES)


def found(own: str = "", house: str = "", part: str = "meetings") -> list[str]:
    """Return what a check says of these words of a document's own and of the house."""
    table = Table((Row("row-1", {"heading": "Dogs", "words": own}),))
    said = {"of_kind": "mou", "part": part, "heading": "Our meetings", "text": house}
    records = (
        Record("t1", "tender", "TBN", "t1", {"title": "Home First"}),
        Record("m1", "meeting", "M1", "t1", {"name": "Partnership Board", "freq": Frequency.MONTHLY}),
        Record("m2", "meeting", "M2", "t1", {"name": "Joint triage", "freq": Frequency.WEEKLY}),
        Record("m3", "meeting", "M3", "t1", {"name": "  "}),
        Record("w1", "house_wording", "w1", "", said),
        Record("mou-1", "mou", "TBN-MOU-01", "t1", {"own_clauses": table}),
    )
    facts = Facts("t1", {record.id: record for record in records})
    reading = Reading("t1", (records[-1],), facts, LIBRARY, date(2027, 2, 15))
    return [f"{one.field}: {one.message}" for one in review(reading) if one.rule == "CHK-XD-01"]


def test_a_clause_of_ones_own_that_gives_a_meeting_another_rhythm_is_found() -> None:
    assert found(own="The Partnership Board looks at this quarterly.") == [
        "mou-1/own_clauses/row-1/words: Mou TBN-MOU-01, “Dogs”: Partnership Board Every three months, not Monthly"
    ]


def test_words_of_the_house_that_do_so_are_found() -> None:
    assert found(house="Every two weeks the\nEach month the joint TRIAGE meets.") == [
        "w1/text: Mou TBN-MOU-01, “Our meetings”: Joint triage Monthly, not Weekly"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The Partnership Board meets every month.",
        "The Partnership Board meets monthly, and a report follows quarterly.",
        "Joint triage meets weekly.\nWe count quarterly.",
        "The Partnership Board reads what we send. " + "It is one word and then another. " * 2 + "Quarterly we rest.",
        "The Partnership Board meets bi-monthly",
        "A board meets quarterly.",
        "The Partnership Board meets when needed.",
    ],
)
def test_words_that_agree_or_speak_of_something_else_are_not(words: str) -> None:
    assert found(own=words) == []


def test_a_longer_phrase_is_not_taken_for_the_shorter_one_in_it() -> None:
    assert "Every six months" in found(own="The Partnership Board meets six monthly.")[0]


def test_words_of_a_clause_that_the_document_leaves_out_are_not_looked_at() -> None:
    assert found(house="The Partnership Board meets weekly.", part="late") == []
