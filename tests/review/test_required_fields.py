# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.review.conftest import review_of_any_kind

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.review.register import Reading

Make = Callable[..., Reading]


def said(reading: Reading) -> list[str]:
    return [f"{finding.field} {finding.message}" for finding in review_of_any_kind(reading)]


def row(**cells: str) -> Table:
    return Table((Row("row-1", {"organisation": Reference("org-1"), **cells}),))


def test_a_complete_tender_has_no_findings(reading: Make) -> None:
    assert review_of_any_kind(reading()) == ()


@pytest.mark.parametrize("answer", ["", "  \n"])
def test_an_empty_required_field_is_found_with_its_label_and_document(reading: Make, answer: str) -> None:
    assert review_of_any_kind(reading({"purpose": answer})) == (
        Finding("CHK-RQ-01", Severity.WARNS, "mou-1", "mou-1/purpose", "Mou TBN-MOU-01: Purpose"),
    )


def test_a_field_that_is_not_shown_is_not_asked_for(reading: Make) -> None:
    assert review_of_any_kind(reading({"formal": False})) == ()


def test_a_field_is_asked_for_when_its_conditions_hold(reading: Make) -> None:
    found = said(reading({"formal": True}))
    assert found == ["mou-1/how Mou TBN-MOU-01: How", "mou-1/witness Mou TBN-MOU-01: Witness"]
    assert said(reading({"formal": True, "how": "By post", "witness": "Ana"})) == []


@pytest.mark.parametrize(
    ("answers", "cells", "label"),
    [
        ({}, {"joined": "late"}, "Reason"),
        ({"formal": True, "how": "x", "witness": "x"}, {"joined": "early"}, "Approved"),
    ],
)
def test_a_cell_is_found_with_its_row_and_table(
    reading: Make, answers: dict[str, Answer], cells: dict[str, str], label: str
) -> None:
    found = said(reading({**answers, "parties": row(**cells)}))
    assert found == [f"mou-1/parties/row-1/{label.lower()} Mou TBN-MOU-01: Parties row 1: {label}"]


def test_a_required_table_needs_a_row(reading: Make) -> None:
    assert "mou-1/parties Mou TBN-MOU-01: Parties" in said(reading({"parties": Table()}))


def test_a_reference_to_a_record_that_was_removed_is_no_answer(reading: Make) -> None:
    found = said(reading(without=("org-1",)))
    assert "mou-1/parties/row-1/organisation Mou TBN-MOU-01: Parties row 1: Organisation" in found


def test_a_table_of_shared_records_needs_one_of_the_parties_records(reading: Make) -> None:
    assert said(reading(without=("gift-1",))) == ["mou-1/gifts Mou TBN-MOU-01: Gifts"]
    other = Record("gift-2", "gift", "C2", "tender-1", {"party": Reference("org-2")})
    assert said(reading(None, other, without=("gift-1",))) == ["mou-1/gifts Mou TBN-MOU-01: Gifts"]
    open_to_all = Record("gift-3", "gift", "C3", "tender-1", {"what": "Rooms"})
    assert said(reading(None, open_to_all, without=("gift-1",))) == []


def test_every_record_that_a_table_for_all_shows_is_in_use(reading: Make) -> None:
    assert said(reading(None, Record("m-1", "meeting", "M1", "tender-1"))) == ["m-1/name Meeting M1: Name"]


def test_shared_records_in_use_are_looked_at_once_and_others_not(reading: Make) -> None:
    used = Record("org-2", "organisation", "MA")
    unused = Record("org-3", "organisation", "OS")
    two = Table(tuple(Row(name, {"organisation": Reference("org-2")}) for name in ("row-1", "row-2")))
    assert said(reading({"parties": two}, used, unused, without=("gift-1",)))[-1:] == [
        "org-2/name Organisation MA: Name"
    ]


def test_a_record_behind_a_field_that_is_not_shown_is_not_in_use(reading: Make) -> None:
    friend = Record("org-2", "organisation", "MA")
    assert said(reading({"friend": Reference("org-2")}, friend)) == []
    shown = {"friend": Reference("org-2"), "formal": True, "how": "x", "witness": "x"}
    assert said(reading(shown, friend)) == ["org-2/name Organisation MA: Name"]


def test_the_tender_and_its_ways_of_working_are_always_in_use(reading: Make) -> None:
    tender = Record("tender-1", "tender", "TBN", "tender-1")
    ways = Record("gov-1", "governance", "", "tender-1")
    assert said(reading(None, tender, ways)) == ["tender-1/title Tender TBN: Title", "gov-1/alert Governance: Alert"]


def test_a_document_that_is_only_named_is_not_looked_at(reading: Make) -> None:
    other = Record("dsa-1", "dsa", "TBN-DSA-01", "tender-1")
    assert said(reading({"dsa": Reference("dsa-1")}, other)) == []


def test_without_a_table_of_parties_only_open_records_are_theirs(reading: Make) -> None:
    assert "mou-1/gifts Mou TBN-MOU-01: Gifts" in said(reading({"parties": "not a table"}))
