# SPDX-License-Identifier: MPL-2.0
"""Signatures and letters with a day that cannot be right are found, and those of the sample are not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.review.on_sample import messages, record_of, saying, saying_in_row

from evidencepack.domain.record import Facts
from evidencepack.domain.values import Table

SHEET = "TBN-SIG-01"


def signed(facts: Facts) -> tuple[int, str]:
    """Return the number of the first row that has a day, and its paper."""
    table = record_of(facts, SHEET).answers["signings"]
    assert isinstance(table, Table)
    return next((at, str(row.cells["paper"])) for at, row in enumerate(table.rows, 1) if "signed_on" in row.cells)


@pytest.mark.parametrize("rule", ["SG-12", "SG-53"])
def test_the_sample_has_nothing_of_the_kind(rule: str, sample_facts: Facts) -> None:
    assert messages(sample_facts, rule) == []


def test_a_signature_of_a_day_to_come_is_found(sample_facts: Facts) -> None:
    number, paper = signed(sample_facts)
    (message,) = messages(saying_in_row(sample_facts, SHEET, "signings", number, signed_on=date(2030, 1, 1)), "SG-12")
    assert f"{paper} was signed on 1 January 2030. In this tender it is 15 February 2027, and" in message


def test_a_signature_older_than_what_it_stands_on_is_found(sample_facts: Facts) -> None:
    number, paper = signed(sample_facts)
    later = saying(sample_facts, paper, version_date=date(2027, 2, 14))
    early = saying_in_row(later, SHEET, "signings", number, signed_on=date(2027, 2, 13))
    assert any(f"{paper} was signed on 13 February 2027" in message for message in messages(early, "SG-53"))
    same = saying_in_row(later, SHEET, "signings", number, signed_on=date(2027, 2, 14))
    assert not any(f"{paper} was signed on 14 February 2027" in message for message in messages(same, "SG-53"))


def test_a_letter_dated_after_the_deadline_is_found(sample_facts: Facts) -> None:
    assert messages(saying(sample_facts, "TBN-LOS-MT", letter_date=date(2030, 1, 1)), "SG-12") == [
        "Letter of support TBN-LOS-MT is dated 1 January 2030. The tender must be in on 26 February 2027, "
        "so the letter cannot be part of it."
    ]
    assert messages(saying(sample_facts, "TBN-LOS-MT", letter_date=date(2027, 2, 26)), "SG-12") == []
