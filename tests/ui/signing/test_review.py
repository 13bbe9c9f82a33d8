# SPDX-License-Identifier: MPL-2.0
"""What a person says of scans: place by place, never all at once; what is noted is what they said, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from tests.ui.signing.coming_back import NOWHERE, TODAY, scans, sent

from evidencepack.domain.came_back import Seen
from evidencepack.domain.short_code import printed
from evidencepack.ui.signing.past_day import read_past_day
from evidencepack.ui.signing.review import Decision, Review
from evidencepack.ui.signing.review_words import page_id, place_id, review_entries, spot_of, summary

DAY = date(2026, 11, 12)


@pytest.fixture
def review() -> Review:
    return Review(scans(sent()))


def codes(review: Review) -> tuple[str, str]:
    first, second = review.returned
    return first, second


def test_nothing_is_said_for_the_person_whatever_the_ink_looks_like(review: Review) -> None:
    first, second = codes(review)
    assert not review.ready
    assert not review.decisions
    assert review.open_spots == (*review.spots(first), *review.spots(second))
    (spot,) = review.spots(first)
    look = review.look(spot)
    assert look is not None
    assert look.reading.ink.name == "SIGNED"


def test_a_copy_is_ready_once_each_of_its_places_was_said_and_a_signature_has_its_day(review: Review) -> None:
    first, second = codes(review)
    ((here,), (there,)) = review.spots(first), review.spots(second)
    review.decisions[here] = Decision(Seen.SIGNED)
    assert not review.ready
    review.decisions[here] = Decision(Seen.SIGNED, DAY, "Aoife", "Letter of 3 March")
    assert list(review.ready) == [first]
    assert list(review.open_spots) == [there]
    (looked,) = review.said(first, by="Siân", today=TODAY)
    assert [(one.area, one.seen) for one in looked.places] == [(here.area, Seen.SIGNED)]
    assert (looked.signed_on, looked.by, looked.deputy, looked.authority) == (DAY, "Siân", "Aoife", "Letter of 3 March")
    review.decisions[there] = Decision(Seen.CANNOT_TELL)
    (looked,) = review.said(second, by="Siân", today=TODAY)
    assert ([one.seen for one in looked.places], looked.signed_on) == ([Seen.CANNOT_TELL], TODAY)
    review.done[first] = ("Kept.",)
    assert list(review.ready) == [second]


def test_a_missing_page_is_said_with_its_copy_and_with_no_other(review: Review) -> None:
    first, second = codes(review)
    assert review.remarks(first) == ()
    assert review.remarks(second) == ("pages 1 and 2 did not come back.",)


def test_a_code_that_is_typed_puts_the_page_there_and_no_file_is_read_again(review: Review) -> None:
    _, second = codes(review)
    assert [page_id(one) for one in review.unplaced] == [f"page:1:{NOWHERE[0]}"]
    review.type_code(NOWHERE, printed(second).lower(), 1)
    assert review.unplaced == ()
    assert "page 2 did not come back." in review.remarks(second)
    assert any("by a code that was typed" in one for one in review.remarks(second))


def test_a_code_that_never_went_out_puts_it_nowhere_and_keeps_what_was_said(review: Review) -> None:
    first, _ = codes(review)
    (spot,) = review.spots(first)
    review.decisions[spot] = Decision(Seen.NOT_SIGNED)
    review.type_code(NOWHERE, "7K3M9Q2X", 1)
    assert [one.why.name for one in review.unplaced] == ["MISTYPED"]
    assert review.decisions == {spot: Decision(Seen.NOT_SIGNED)}


def test_the_lines_name_who_is_to_sign_and_the_page_that_belongs_nowhere(review: Review) -> None:
    first, _ = codes(review)
    (spot,) = review.spots(first)
    entries = {one.id: one for one in review_entries(review)}
    assert spot_of(place_id(spot)) == spot
    assert entries[place_id(spot)].title == "Rabeya Sultana (রাবেয়া সুলতানা)"
    assert entries[place_id(spot)].second == "Page 3, scan.pdf"
    assert entries[f"copy:{first}"].second == "all 3 pages"
    assert entries[f"page:1:{NOWHERE[0]}"].second == "No code can be read on it"
    assert summary(review) == "5 pages came. 2 places are still to look at. 1 page belongs nowhere."


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12 November 2026", DAY),
        ("12/11", DAY),
        ("24 December", date(2025, 12, 24)),
        ("today", TODAY),
        ("24 December 2026", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_that_was_is_read_as_people_type_it(typed: str, day: date | None) -> None:
    found, said = read_past_day(typed, TODAY)
    assert found == day
    assert bool(said) == bool(typed)
