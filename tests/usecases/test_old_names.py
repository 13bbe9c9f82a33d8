# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

import pytest

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.usecases.old_names import names_now, old_names, texts_in

COUNCIL = "London Borough of Thamesbourne"
TENDER: dict[str, Answer] = {
    "title": "Home First",
    "buyer": Reference("buyer"),
    "submission_deadline": date(2027, 2, 26),
    "contract_start": date(2027, 7, 1),
}


def facts(**answers: Answer) -> Facts:
    records = (
        Record("t", "tender", "OLD-1", "", {**TENDER, **answers}),
        Record(
            "buyer", "organisation", "LBT", "", {"legal_name": "London Borough of Thamesbourne", "short_name": "LBT"}
        ),
        Record("lot", "lot", "LOT-2", "t", {"name": "Lot 2 – East"}),
        Record("other", "lot", "LOT-3", "t", {"name": "Homes: all of them"}),
    )
    return Facts("t", {one.id: one for one in records})


def says(text: str) -> Record:
    return Record("r", "risk", "RK-01", "t", {"what": text})


def test_the_old_tender_its_buyer_its_lots_and_its_title_are_looked_for() -> None:
    found = list(old_names(facts(), (), title="Kensington", same_buyer=False))
    assert found == [
        *("OLD-1", "Home First", COUNCIL, "LBT"),
        *("LOT-2", "Lot 2 – East", "Lot 2", "LOT-3", "Homes: all of them"),
    ]


def test_what_stays_is_not_looked_for() -> None:
    assert list(old_names(facts(), (), title="", same_buyer=True)) == ["OLD-1"]
    nobody = facts(buyer=Reference("gone"))
    assert "LBT" not in list(old_names(nobody, (), title="", same_buyer=False))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("We start on 1 July 2027, and look again on 1 July 2027.", ["1 July 2027"]),
        ("By the 26th Feb 2027", ["26th Feb 2027"]),
        ("We have met since 3 May 2025 and 25 February 2027.", []),
        ("On 31 June 2027", []),
        ("Version 11 July 20271", []),
    ],
)
def test_dates_in_words_count_from_the_deadline_on(text: str, dates: list[str]) -> None:
    assert list(old_names(facts(), [says(text)], title="", same_buyer=True))[1:] == dates


def test_without_a_deadline_dates_count_from_the_start_of_the_contract() -> None:
    unknown = Facts("t", {"t": Record("t", "tender", "OLD-1")})
    records = [says("1 June 2027"), says("2 July 2027")]
    old = facts(submission_deadline="")
    assert list(old_names(old, records, title="", same_buyer=True))[1:] == ["2 July 2027"]
    assert list(old_names(unknown, records, title="", same_buyer=True)) == ["OLD-1"]


def test_what_a_tender_is_called_now_is_not_old() -> None:
    assert {"OLD-1", "Home First", "LBT", "Lot 2", "1 July 2027", "1 Jul 2027"} <= names_now(facts())


def test_words_stand_in_answers_and_in_cells() -> None:
    table = Table((Row("1", {"who": "She", "when": date(2027, 1, 1)}),))
    record = Record("r", "risk", "RK-01", "t", {"what": "A", "steps": table, "day": date(2027, 1, 1)})
    assert list(texts_in(record)) == [("what", "A"), ("steps", "She")]
