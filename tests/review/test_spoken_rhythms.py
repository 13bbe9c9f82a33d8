# SPDX-License-Identifier: MPL-2.0
"""How often something is, in as many words as people have for it, comes to the days from one time to the next."""

from __future__ import annotations

from fractions import Fraction

import pytest

from evidencepack.review.spoken_rhythms import rhythms_in


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("fortnightly", 14),
        ("every two weeks", 14),
        ("once a fortnight", 14),
        ("every other Wednesday", 14),
        ("in alternate weeks", 14),
        ("twice a month", 15),
        ("twice-weekly", Fraction(7, 2)),
        ("six-weekly", 42),
        ("every 6 weeks", 42),
        ("once a quarter", 90),
        ("four times a year", 90),
        ("every 3 months", 90),
        ("half-yearly", 180),
        ("each term", 120),
        ("on the third Thursday of every month", 30),
        ("7 days a week", 1),
    ],
)
def test_one_rhythm_has_many_words(words: str, days: int | Fraction) -> None:
    assert rhythms_in(words)[0].days == days


@pytest.mark.parametrize("words", ["12 a week", "weeks ago", "everyday things", "the weekend"])
def test_words_that_only_look_so_are_none(words: str) -> None:
    assert rhythms_in(words) == ()
