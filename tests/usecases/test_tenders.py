# SPDX-License-Identifier: MPL-2.0
"""The list of tenders: the nearest first, and how long there is to the minute in the last hour."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.usecases.adding import new_tender
from evidencepack.usecases.tenders import TimeLeft, tender_cards, time_left
from evidencepack.usecases.workspaces import open_existing

_DUE = date(2027, 2, 26)


def test_a_card_says_what_it_is_whose_and_by_when(sample_file: Path) -> None:
    with open_existing(sample_file, read_only=True) as workspace:
        (card,) = tender_cards(workspace)

    assert card.title == "Home First Reablement and Supported Discharge Service (Pathway 1)"
    assert card.buyer == "London Borough of Thamesbourne"
    assert (card.reference, card.lot) == ("TBN-ASC-2027-014", "Lot 2 – East locality")
    assert (card.day, card.time) == (_DUE, "12:00 noon")


def test_the_nearest_deadline_comes_first_and_no_date_last(own_file: Path) -> None:
    with open_existing(own_file) as workspace:
        for reference, day in (("NONE", None), ("SOON", date(2027, 1, 5)), ("LATE", date(2027, 5, 5))):
            tender = new_tender(workspace, reference, "")
            workspace.set_value(FieldPath(tender.id, "submission_deadline"), FieldType.DATE, day)
        cards = tender_cards(workspace)

    assert [card.reference for card in cards] == ["SOON", "TBN-ASC-2027-014", "LATE", "NONE"]
    assert cards[0].title == "SOON"


@pytest.mark.parametrize(
    ("said", "now", "left"),
    [
        ("12:00 noon", "2027-02-15T19:42", TimeLeft(11)),
        ("12:00 noon", "2027-02-26T09:00", TimeLeft(0)),
        ("12:00 noon", "2027-02-26T11:17", TimeLeft(0, minutes=43)),
        ("12:00 noon", "2027-02-26T12:00", TimeLeft(0, over=True)),
        ("5.30 pm", "2027-02-26T17:00", TimeLeft(0, minutes=30)),
        ("", "2027-02-26T23:00", TimeLeft(0)),
        ("", "2027-02-27T00:00", TimeLeft(0, over=True)),
        ("at noon", "2027-02-26T13:00", TimeLeft(0)),
        ("25:00", "2027-02-26T13:00", TimeLeft(0)),
    ],
)
def test_time_is_counted_in_days_and_in_the_last_hour_in_minutes(said: str, now: str, left: TimeLeft) -> None:
    assert time_left(_DUE, said, datetime.fromisoformat(now)) == left
